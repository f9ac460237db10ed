"""Numbers that look like a citation: (2), [2], ², in a running text. Whoever counts, measures or adds up is left alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publisher.checks.running_text import LINE_END

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED, "0123456789")
_GROUP = r"[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*"
_MARK = re.compile(rf"\({_GROUP}\)|\[{_GROUP}\]|(?<![⁻⁺])[{_RAISED}]+(?:,[{_RAISED}]+)*")
_ITEM = re.compile(
    rf"(?:^|(?<=[\n{LINE_END}]))[ ]*"
    rf"(?:\(([0-9]{{1,3}})\)|\[([0-9]{{1,3}})\]:?|([0-9]{{1,3}})[.)]|([{_RAISED}]{{1,3}}))\s+(?=\S)"
)
_LONGEST_RANGE = 20

_LABELS = """
    aged annex appendix chapter clause column condition criterion eq equation fig figure item option para paragraph
    row s scenario schedule sec section ss step subparagraph subsection table
""".split()
_NUMBERS_IN_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
""".split()
_LABELLED = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS)})\.?\s*$", re.IGNORECASE)
_LABELS_OF_SEVERAL = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS)})s\s*$", re.IGNORECASE)
_ANOTHER_BEHIND = re.compile(r"\s*(?:,|–|-|&|and|or|to)\s*[(\[]")
_IN_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_NUMBERS_IN_WORDS)})\s*$", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\w.,])(?:[0-9]{1,3}|[0-9]+[.,][0-9]{1,2})\s?%?\s*$")
_SIGN_BEFORE = re.compile(r"[=+×÷*/<>≤≥−±^]\s*$")
_SIGN_BEHIND = re.compile(r"\s*[=+×÷*<>≤≥−±^]|/")
_DIGITS_BEHIND = re.compile(r"\s?[-–]?[0-9]")
_MEASURE_BEHIND = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|people|persons?|copies|times|points?|marks?|pages?|percent|above|below)\b"
)
_POWER = re.compile(
    r"(?:(?<!\w)(?:[^\W\d_]|[mcdkµn]m|ft|in|yd|mi|mc|CO|sq|sin|cos|tan|log)|(?<![0-9])[0-9]{1,3}|[0-9][.,][0-9]+)$"
)
_TERM = re.compile(r"\([^()]*[=+×÷*/^−][^()]*\)$")
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


@dataclass(frozen=True, slots=True)
class _Near:
    """A mark and what stands on its two sides."""

    written: str
    before: str
    behind: str

    @property
    def raised(self) -> bool:
        return self.written[0] in _RAISED


def typed_numbers(text: str) -> tuple[Typed, ...]:
    """The numbers in ``text`` that a reader takes for citations."""
    marks = [mark for mark in _MARK.finditer(text) if _numbers(mark[0])]
    counted = _counted(marks, text)
    found: list[Typed] = []
    innocent_end = told_end = 0
    for mark in marks:
        near = _Near(mark[0], text[: mark.start()], text[mark.end() :])
        joined = innocent_end and _JOINED.fullmatch(text, innocent_end, mark.start())
        if joined or mark.start() in counted or any(says(near) for says in _INNOCENT):
            innocent_end = mark.end()
            continue
        before = _said_of(text[told_end : mark.start()])
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
    opening = text[: chain[0].start()].rstrip()
    return between.rstrip()[-1:] in tuple(".!?;") and (not opening or opening[-1] in ":—")


def _starts(near: _Near) -> bool:
    """At the start of a block or line it numbers what follows."""
    return near.before.rstrip(" \n")[-1:] in ("", LINE_END, ":")


def _is_glued(near: _Near) -> bool:
    """54(1), f(2), a[2], (1)(a), (2)nd: part of a name or a term."""
    if near.behind[:1].isalnum() or near.behind[:1] in tuple("([_"):
        return True
    word = re.search(r"\w+$", near.before)
    return not near.raised and word is not None and (len(word[0]) < 4 or not word[0].isalpha())


def _is_labelled(near: _Near) -> bool:
    several = _LABELS_OF_SEVERAL.search(near.before) and _ANOTHER_BEHIND.match(near.behind)
    return bool(several or _LABELLED.search(near.before))


def _is_amount(near: _Near) -> bool:
    """Thirty (30) days, 45 (12), 3% (2): an amount beside an amount."""
    if near.raised:
        return False
    return bool(_IN_WORDS.search(near.before) or _COUNT.search(near.before) or _MEASURE_BEHIND.match(near.behind))


def _is_calculated(near: _Near) -> bool:
    return bool(_SIGN_BEFORE.search(near.before) or _SIGN_BEHIND.match(near.behind))


def _is_dialled(near: _Near) -> bool:
    return not near.raised and bool(_DIGITS_BEHIND.match(near.behind))


def _is_power(near: _Near) -> bool:
    return near.raised and bool(_POWER.search(near.before) or _TERM.search(near.before))


_INNOCENT: tuple[Callable[[_Near], bool], ...] = (
    _starts,
    _is_glued,
    _is_labelled,
    _is_amount,
    _is_calculated,
    _is_dialled,
    _is_power,
)


def item_starts(text: str) -> Iterator[tuple[int, int, int]]:
    """The number, start and end of each mark with which a line of ``text`` begins: (1), [1], 1., ¹."""
    for mark in _ITEM.finditer(text):
        yield int((mark[1] or mark[2] or mark[3] or mark[4]).translate(_TO_DIGITS)), mark.start(), mark.end()

