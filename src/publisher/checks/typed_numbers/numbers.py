"""Numbers in a running text that a reader takes for citations: (2), [2], ²."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.checks.running_text import LINE_END
from publisher.checks.typed_numbers.innocent import NUMBERS_IN_WORDS, RAISED, Near, is_innocent

_TO_DIGITS = str.maketrans(RAISED, "0123456789")
_GROUP = r"[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*"
_MARK = re.compile(rf"\({_GROUP}\)|\[{_GROUP}\]|(?<![⁻⁺])[{RAISED}]+(?:,[{RAISED}]+)*")
_ITEM = re.compile(
    rf"(?:^|(?<=[\n{LINE_END}]))[ ]*"
    rf"(?:\(([0-9]{{1,3}})\)|\[([0-9]{{1,3}})\]:?|([0-9]{{1,3}})[.)]|([{RAISED}]{{1,3}}))\s+(?=\S)"
)
_LONGEST_RANGE = 20
_NEAR, _SENTENCE = 120, 1000  # characters that are looked at

_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:{'|'.join(NUMBERS_IN_WORDS)}|several|following|these)(?!\w)[^.:]*[.:]?$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:,|;|–|-|&|and|or|to|und|oder|et|ou|y|o|neu)?\s*")
_ITEM_BEHIND = re.compile(r"\s+[“‘\"'(]?[^\W\d_]")
_ITEM_BEFORE = re.compile(r"(?:[,;:—–]|(?<!\w)(?:and|or|then|but|plus|und|oder|et|ou|y|o|e|ac|neu))\s*$")
_SENTENCE_ENDS = re.compile(r"[.!?][”’\"')\]]*\s+(?=[^\W\d_a-z]|[“‘\"(\[])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A number typed by hand from ``start`` to ``end``; ``before`` are the words that it seems to be said of."""

    start: int
    end: int
    written: str
    numbers: tuple[int, ...]
    before: str


def typed_numbers(text: str) -> tuple[Typed, ...]:
    """The numbers in ``text`` that a reader takes for citations."""
    marks = [mark for mark in _MARK.finditer(text) if _numbers(mark[0])]
    counted = _counted(marks, text)
    found: list[Typed] = []
    innocent_end = told_end = 0
    for mark in marks:
        near = Near(mark[0], text[max(0, mark.start() - _NEAR) : mark.start()], text[mark.end() : mark.end() + _NEAR])
        joined = innocent_end and _JOINED.fullmatch(text, innocent_end, mark.start())
        if joined or mark.start() in counted or is_innocent(near):
            innocent_end = mark.end()
            continue
        before = _said_of(text[max(told_end, mark.start() - _SENTENCE) : mark.start()])
        told_end = mark.end()
        found.append(
            Typed(start=mark.start(), end=mark.end(), written=mark[0], numbers=_numbers(mark[0]), before=before)
        )
    return tuple(found)


def _numbers(written: str) -> tuple[int, ...]:
    """The numbers of a mark in their order; none where it is one amount (136,000), a score (3-2) or begins with 0."""
    digits = written.translate(_TO_DIGITS).strip("()[]")
    if re.search(r"(?<![0-9])0|[0-9],[0-9]{3}", digits):
        return ()
    numbers: list[int] = []
    for part in re.split(r"\s?[,;]\s?", digits):
        first, *last = (int(number) for number in re.split(r"\s?[–-]\s?", part))
        if last and not first < last[-1] <= first + _LONGEST_RANGE:
            return ()
        numbers += range(first, last[-1] + 1) if last else [first]
    return tuple(numbers)


def _said_of(before: str) -> str:
    """The sentence, or what there is of it, that stands before a mark."""
    words = before.rstrip(" \n")
    ends = [end.end() for end in _SENTENCE_ENDS.finditer(words)]
    return words[ends[-1] :] if ends else words


def _counted(marks: list[re.Match[str]], text: str) -> set[int]:
    """The places of marks that number the parts of a sentence: (1) first, (2) second."""
    found: set[int] = set()
    chain: list[re.Match[str]] = []
    for mark in (*marks, None):
        if mark and chain and _goes_on(chain, mark, text):
            chain.append(mark)
            continue
        if len(chain) > 1:
            found.update(each.start() for each in chain)
        begins = mark and _numbers(mark[0]) == (1,) and _ITEM_BEHIND.match(text, mark.end())
        chain = [mark] if mark and begins else []
    return found


def _goes_on(chain: list[re.Match[str]], mark: re.Match[str], text: str) -> bool:
    last = chain[-1]
    if mark[0][0] != last[0][0] or _numbers(mark[0]) != (len(chain) + 1,) or not _ITEM_BEHIND.match(text, mark.end()):
        return False
    between = text[last.end() : mark.start()]
    if _ITEM_BEFORE.search(between) and not _SENTENCE_ENDS.search(between):
        return True
    opening = text[max(0, chain[0].start() - _NEAR) : chain[0].start()].rstrip()
    begins = not opening or opening[-1] in ":—" or _ANNOUNCED.search(opening)
    return between.rstrip()[-1:] in tuple(".!?;") and bool(begins)


def item_starts(text: str) -> Iterator[tuple[int, int, int]]:
    """The number, start and end of each mark with which a line of ``text`` begins: (1), [1], 1., ¹."""
    for mark in _ITEM.finditer(text):
        yield int((mark[1] or mark[2] or mark[3] or mark[4]).translate(_TO_DIGITS)), mark.start(), mark.end()
