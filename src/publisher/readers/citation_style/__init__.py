"""References worded by a style of the author's own: citeproc makes the words, and nothing but words comes from it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from citeproc import Citation, CitationItem, CitationStylesBibliography
from citeproc.source import BibliographySource

from publisher.model.references import Reference
from publisher.model.wordings import Wording
from publisher.readers.citation_style.items import item
from publisher.readers.citation_style.markup import FORMATTER, bare, inlines
from publisher.readers.citation_style.style import Refused, Style, read_style

__all__ = ["Refused", "wordings"]


def wordings(data: bytes, references: Sequence[Reference], *, language: str) -> Mapping[str, Wording] | Refused:
    """How the style in ``data`` words each reference, by key, in the order of its own list."""
    made: Mapping[str, Wording] | Refused = Refused(why="")
    for cased in (True, False):
        style = read_style(data, language=language, cased=cased)
        made = style if isinstance(style, Refused) else _made(style, references)
        if not isinstance(made, Refused):
            break
    return made


def _made(style: Style, references: Sequence[Reference]) -> Mapping[str, Wording] | Refused:
    worded = {reference.key: _Worded(style, reference) for reference in references}
    try:
        order = _sorted(style, tuple(worded.values()))
        if not style.numbered:
            _tell_apart(order)
        return MappingProxyType({each.reference.key: each.wording() for each in order})
    except Exception as error:  # citeproc-py has no exceptions of its own
        return Refused(why=f"citeproc cannot word this book's references with it ({type(error).__name__})")


class _Worded:
    """A reference in citeproc's hands, alone: what a style says of it depends on no other."""

    def __init__(self, style: Style, reference: Reference) -> None:
        self.style, self.reference = style, reference
        self.letter = self.addition = ""
        self.item = CitationItem("it")
        self._alone()

    def _alone(self) -> CitationStylesBibliography:
        """A bibliography that holds this reference, cited for the first time."""
        source = BibliographySource()
        source.add(item(self.reference, letter=self.letter))
        bibliography = CitationStylesBibliography(self.style.engine, source, FORMATTER)
        bibliography.register(Citation([self.item]))
        return bibliography

    def cited(self) -> str:
        return str(self._alone().cite(self.item.citation, lambda item: ""))

    def mark(self) -> str:
        """The words for the text, without brackets; a source that the style has no words for is called by its title."""
        plain = bare(" ".join(self.cited().split()))
        return (plain or self.reference.title or self.reference.key) + self.addition

    def wording(self) -> Wording:
        written = "".join(map(str, self._alone().bibliography())) if self.style.listed else self.cited()
        words = inlines(written, self.reference)
        if self.style.numbered:
            return Wording(words=words)
        issued = self.reference.issued
        year = f"{issued.year}{self.letter}" if issued else str(self.style.engine.root.get_single_term(name="no date"))
        return Wording(words=words, mark=self.mark(), after_name=year + self.addition)


def _sorted(style: Style, worded: Sequence[_Worded]) -> tuple[_Worded, ...]:
    """In the order of the style's own list; a numbered one has ours."""
    if style.numbered or not style.listed:
        return tuple(worded)
    by_item = {id(each.item): each for each in worded}
    return tuple(by_item[id(item)] for item in style.engine.sort_bibliography([each.item for each in worded]))


def _tell_apart(worded: Sequence[_Worded]) -> None:
    """Two sources have two marks: by a letter behind the year, or, where a mark has none, by the title."""
    met = Counter[str]()
    for each in _alike(worded):
        mark = each.mark()
        met[mark] += 1
        each.letter = _letters(met[mark])
    for each in _alike(worded):
        each.addition = f", {each.reference.title}"


def _alike(worded: Sequence[_Worded]) -> tuple[_Worded, ...]:
    """Those whose mark is also another's."""
    marks = [each.mark() for each in worded]
    counts = Counter(marks)
    return tuple(each for each, mark in zip(worded, marks, strict=True) if counts[mark] > 1)


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
