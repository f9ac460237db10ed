"""Which source do some words speak of? Distinctive words of its authors and title, names and years, tell."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from publisher.model.references import Reference

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STEM = 7  # letters: development and developing are one word
_FAINT = frozenset(
    """
    about accessed after also among another available because been before being between both could does during each
    from have having here http https into january february march april june july august september october november
    december just like made make many more most much only other over retrieved said same should since some such than
    that their them then there these they this those through under upon very were what when where which while will with
    within without would your according al et the and for its was are not but has had can may all any our out who how
    www com org gov
    """.split()
)
_ENOUGH, _BEHIND = 2.0, 0.75  # of the best, of the second best
_NAMES, _RUN = 2, 3  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    stem: str
    name: bool
    faint: bool


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source that a number can name. ``key`` is the manifest's, empty for one of a list typed by hand."""

    number: int
    name: str
    text: str
    key: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word.stem for word in _words(self.text))

    @cached_property
    def telling(self) -> frozenset[str]:
        return frozenset(word.stem for word in _words(self.text) if not word.faint)


def of_reference(reference: Reference, number: int) -> Source:
    """The source that an entry of the manifest is."""
    names = (" ".join((name.given, name.family, name.literal)) for name in (*reference.authors, *reference.editors))
    fields = ("container-title", "publisher", "genre", "authority")
    year = str(reference.issued.year) if reference.issued else ""
    text = ". ".join((*names, reference.title, *map(reference.field, fields), year))
    return Source(number=number, name=reference.title or reference.key, text=text, key=reference.key)


class Sources:
    """All sources that a number can name, by number, and the sources that each telling word stands in."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.by_number = {source.number: source for source in sources}
        self._of_word: dict[str, list[int]] = {}
        for source in self.by_number.values():
            for stem in source.telling:
                self._of_word.setdefault(stem, []).append(source.number)

    def spoken_of(self, before: str, named: Collection[int]) -> Source | None:
        """The one source that ``before`` speaks of, where that is clear, and clearly none of the ``named``."""
        words = _words(before)
        weights = self._weights(words)
        own = max((weights.pop(number) for number in named if number in weights), default=0.0)
        best, second = [*sorted(weights.items(), key=lambda each: (-each[1], each[0])), (0, 0.0), (0, 0.0)][:2]
        clear = best[1] >= max(_ENOUGH, 2 * own) and own < _ENOUGH and second[1] <= _BEHIND * best[1]
        return self.by_number[best[0]] if clear and _is_named(words, self.by_number[best[0]]) else None

    def _weights(self, words: Sequence[_Word]) -> dict[int, float]:
        """How many of ``words`` tell of each source, each word shared out among all sources that it stands in."""
        weights: dict[int, float] = {}
        for stem in {word.stem for word in words if not word.faint}:
            numbers = self._of_word.get(stem, ())
            for number in numbers:
                weights[number] = weights.get(number, 0.0) + 1 / len(numbers)
        return weights


def _is_named(words: Sequence[_Word], source: Source) -> bool:
    """Whether names and years of ``source`` are said, or three of its words in their order."""
    names = {word.stem for word in words if word.name and not word.faint} & source.telling
    return len(names) >= _NAMES or _longest_run(words, source.words) >= _RUN


def _longest_run(words: Sequence[_Word], title: Sequence[str]) -> int:
    """The most words that stand in both in the same order, of which two at least tell something."""
    longest = 0
    for start in range(len(words)):
        for other in range(len(title)):
            length = 0
            while (
                start + length < len(words)
                and other + length < len(title)
                and words[start + length].stem == title[other + length]
            ):
                length += 1
            if sum(not word.faint for word in words[start : start + length]) > 1:
                longest = max(longest, length)
    return longest


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for number, match in enumerate(_WORD.finditer(text)):
        word = re.sub(r"[’']s?$", "", match[0])
        folded = word.casefold()
        year = bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", word))
        short = len(word) < 4 and not (word.isupper() and len(word) > 1)
        name = year or word.isupper() or (number > 0 and word[:1].isupper())
        faint = folded in _FAINT or short or (word.isdigit() and not year)
        found.append(_Word(stem=folded[:_STEM], name=name, faint=faint))
    return found
