"""Python-Markdown's inline elements in, our inlines out. Places come from the marks in the text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, STX

from publisher.model.alternatives import Alternative, Decorative, Described, Unstated
from publisher.model.blocks import Figure
from publisher.model.faults import FaultKind
from publisher.model.inlines import (
    Abbreviation,
    Citation,
    CitedItem,
    Code,
    CrossReference,
    Emphasis,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    NoteReference,
    Passage,
    Phrase,
    Strong,
    Text,
)
from publisher.model.roles import PhraseKind
from publisher.model.words import spoken
from publisher.readers.syntax.attributes import BRACES, Attributes, attributes, vouch
from publisher.readers.syntax.limits import DEEPEST
from publisher.readers.syntax.lines import Reading
from publisher.readers.syntax.links import BRACED
from publisher.readers.syntax.marks import MARK, Marks, unmarked
from publisher.source import Span

_ESCAPED = re.compile(STX + r"(\d+)\x03")
_MAIL = re.compile(AMP_SUBSTITUTE + r"#?\w+;")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")


class InlineTree:
    """Reads the inline elements of one chapter. ``at`` is how far in the source it has come."""

    def __init__(self, reading: Reading, marks: Marks, figures: Mapping[str, Figure], at: Span) -> None:
        self.reading, self.marks, self.figures, self.at = reading, marks, figures, at
        self.end = at.column
        self.depth = 0

    def content(self, parent: Element) -> tuple[Inline, ...]:
        """The inlines in ``parent``, without the white space at their two ends."""
        if self.depth > DEEPEST:
            message = f"Nested more than {DEEPEST} deep"
            self.reading.fault(FaultKind.OVERSIZE, self.at, message, "make it simpler")
            return trimmed([*self.text("".join(parent.itertext()))])
        self.depth += 1
        words: list[Inline] = [*self.text(parent.text)]
        for child in parent:
            words += [*self.inline(child), *self.text(child.tail)]
        self.depth -= 1
        return trimmed(words)

    def inline(self, element: Element) -> Sequence[Inline]:
        """The inlines that an element stands for; those of an element of no meaning are its content."""
        read = _READERS.get(element.tag)
        return (read(self, element, self._start(element)),) if read else self.content(element)

    def text(self, raw: str | None) -> Iterator[Inline]:
        """The characters of a run of text, with the place of the first."""
        characters, span = "", None
        for part in re.split(f"({MARK.pattern})", raw or ""):
            if MARK.match(part):
                self._pass(part)
            elif part:
                span = span or self.at
                characters += part
                column = self.at.column if "\n" in part else min(self.at.column + _width(part), self.end)
                self.at = Span(self.at.file, self.at.line, column)
        if span:
            self._leftover(characters, span)
            yield from self._abbreviated(plain(characters), span)

    def _start(self, element: Element) -> Span:
        """Where an element starts: here, unless a mark that stands behind the signs of emphasis knows better."""
        inside = MARK.match(next(element.itertext(), "")) if element.tag in ("em", "strong") else None
        mark = self.marks.place(inside[0]) if inside else None
        return Span(self.at.file, mark.line, mark.column) if mark and mark.behind else self.at

    def _pass(self, raw: str) -> None:
        """Go on to the last mark in ``raw``."""
        if found := MARK.findall(raw):
            mark = self.marks.place(found[-1])
            self.at, self.end = Span(self.reading.file, mark.line, mark.column), mark.end

    def _leftover(self, characters: str, span: Span) -> None:
        braces = BRACES.search(characters)
        if braces and (braces[1] or "")[:1] in ("#", ".") and STX not in braces[0]:
            message = f"'{braces[0]}' stands where no attributes are read"
            help = "put it right behind a heading's words, a picture or a [span]; \\{ is the sign itself"
            self.reading.fault(FaultKind.UNSUPPORTED, span, message, help)

    def _abbreviated(self, text: str, span: Span) -> Iterator[Inline]:
        last = 0
        for match in self._abbreviations.finditer(text) if self._abbreviations else ():
            if match.start() > last:
                yield Text(text=text[last : match.start()], span=span)
            yield Abbreviation(text=match[0], expansion=self.reading.abbreviations[match[0]], span=span)
            last = match.end()
        if last < len(text):
            yield Text(text=text[last:], span=span)

    @cached_property
    def _abbreviations(self) -> re.Pattern[str] | None:
        longest_first = sorted(self.reading.abbreviations, key=len, reverse=True)
        if not longest_first:
            return None
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def _emphasis(self, element: Element, at: Span) -> Inline:
        return Emphasis(content=self.content(element), span=at)

    def _strong(self, element: Element, at: Span) -> Inline:
        return Strong(content=self.content(element), span=at)

    def _code(self, element: Element, at: Span) -> Inline:
        self._pass(element.text or "")
        return Code(text=code_text(element.text or ""), span=at)

    def _break(self, _: Element, at: Span) -> Inline:
        return LineBreak(span=at)

    def _image(self, element: Element, at: Span) -> Inline:
        path, alternative = (
            self.reading.find(plain(element.get("src", "")), at),
            alternative_of(element, braced(element)),
        )
        self._pass(element.get("alt", ""))
        return InlineImage(path=path, alternative=alternative, span=at, words=at)

    def _keyed_image(self, element: Element, at: Span) -> Inline:
        key = element.get("key", "")
        figure = self.figures.get(key)
        if not figure:
            return InlineImage(path="", alternative=Unstated(), span=at, words=at, key=key)
        return InlineImage(path=figure.path, alternative=figure.alternative, span=at, words=figure.words, key=key)

    def _link(self, element: Element, at: Span) -> Inline:
        if element.get("title"):
            message = "The title of a link is read by nobody"
            self.reading.fault(FaultKind.UNSUPPORTED, at, message, "say it in the sentence")
        behind = BRACES.match(unmarked(element.tail or ""))
        if behind and (behind[1] or "#")[0] not in "#.":  # of those _leftover tells
            self.reading.fault(FaultKind.UNSUPPORTED, at, f"A link has no attributes: '{behind[0]}'", "leave them out")
        return Link(href=plain(element.get("href", "")), content=self.content(element), span=at)

    def _passage(self, element: Element, at: Span) -> Inline:
        given, content = braced(element), self.content(element)
        vouch(self.reading, given, at, "A [span]", ("lang",))
        return Passage(content=content, span=at, language=given.value("lang"), classes=given.classes, id=given.id)

    def _citation(self, element: Element, at: Span) -> Inline:
        items = tuple(self._cited(item, at) for item in element)
        return Citation(items=items, span=at, in_sentence="in-sentence" in element.attrib)

    def _cited(self, item: Element, at: Span) -> CitedItem:
        mark = MARK.search(item.text or "")
        place = self.marks.place(mark[0]) if mark else None
        span = Span(at.file, place.line, place.column) if place else at
        return CitedItem(key=item.get("key", ""), locator=item.get("locator", ""), span=span)

    def _note_reference(self, element: Element, at: Span) -> Inline:
        return NoteReference(label=element.get("label", ""), span=at)

    def _cross_reference(self, element: Element, at: Span) -> Inline:
        return CrossReference(target=element.get("target", ""), span=at)

    def _phrase(self, element: Element, at: Span) -> Inline:
        kind, content = element.get("kind", ""), self.content(element)
        if kind == "abbr":
            return Abbreviation(text=spoken(content), expansion=element.get("title", ""), span=at)
        when, language = element.get("datetime", ""), element.get("lang", "")
        return Phrase(kind=PhraseKind(kind), content=content, span=at, datetime=when, language=language)


_READERS: Mapping[str, Callable[[InlineTree, Element, Span], Inline]] = MappingProxyType(
    {
        "em": InlineTree._emphasis,
        "strong": InlineTree._strong,
        "code": InlineTree._code,
        "br": InlineTree._break,
        "img": InlineTree._image,
        "keyed-image": InlineTree._keyed_image,
        "a": InlineTree._link,
        "span": InlineTree._passage,
        "citation": InlineTree._citation,
        "note-reference": InlineTree._note_reference,
        "cross-reference": InlineTree._cross_reference,
        "phrase": InlineTree._phrase,
    }
)


def braced(element: Element) -> Attributes:
    """What stood in braces behind an element."""
    return attributes(element.get(BRACED, "{}")) or Attributes()


def alternative_of(image: Element, given: Attributes) -> Alternative:
    """What a picture said on the spot says to those who do not see it; an empty alternative says nothing."""
    text = " ".join(plain(image.get("alt", "")).split())
    if "decorative" in given.classes:
        return Decorative(text=text)
    return Described(text=text) if text else Unstated()


def trimmed(words: Sequence[Inline]) -> tuple[Inline, ...]:
    """The inlines without white space at their two ends."""
    kept = list(words)
    while kept and isinstance(kept[0], Text) and not kept[0].text.strip():
        kept.pop(0)
    while kept and isinstance(kept[-1], Text) and not kept[-1].text.strip():
        kept.pop()
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(text=kept[0].text.lstrip(), span=kept[0].span)
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(text=kept[-1].text.rstrip(), span=kept[-1].span)
    return tuple(kept)


def _width(raw: str) -> int:
    """How many characters of source a run of text takes: Python-Markdown has rewritten escapes and mail addresses."""
    return len(_ESCAPED.sub("..", _MAIL.sub("@", raw)))


def plain(raw: str) -> str:
    """Source characters as the reader gets them: marks out, escapes and entities resolved."""
    text = unmarked(raw).replace(AMP_SUBSTITUTE, "&")
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


def code_text(raw: str) -> str:
    """The characters of code: Python-Markdown has escaped three of them."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1])), unmarked(raw))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
