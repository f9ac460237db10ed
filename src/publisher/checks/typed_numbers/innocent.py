"""Numbers in brackets, and raised ones, that are no citation: they count, label, measure, dial, add up."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from publisher.checks.running_text import LINE_END

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_LABELS = """
    aged annex appendix chapter clause column condition criterion eq equation fig figure item option para paragraph
    row s scenario schedule sec section ss step subparagraph subsection table
""".split()
# These are labels only where nothing but a small word stands before them: "in group (1)", not "at national level (1)".
_SOMETIMES = "case form grade group level line page part phase point question room rule stage type unit year".split()
_BEFORE_A_LABEL = "and at between by for from in of on or see than to under with".split()
_NEVER_CITED = "a about an are be every is least most only than the to was were".split()
NUMBERS_IN_WORDS = """
    once twice one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
""".split()
_LABELLED = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS)})\.?\s*$", re.IGNORECASE)
_LABELLED_PERHAPS = re.compile(
    rf"(?:^|[.:(] |(?<!\w)(?:{'|'.join(_BEFORE_A_LABEL)}) )(?:{'|'.join(_SOMETIMES)})\s*$", re.IGNORECASE
)
_SMALL_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_NEVER_CITED)})\s*$", re.IGNORECASE)
_LABELS_OF_SEVERAL = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS)})s\s*$", re.IGNORECASE)
_ANOTHER_BEHIND = re.compile(r"\s*(?:,|–|-|&|and|or|to)\s*[(\[]")
_IN_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(NUMBERS_IN_WORDS)})\s*$", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\w.,/–-])(?:[0-9]{1,3}|[0-9]+[.,][0-9]{1,2}|0[0-9]+)\s?%?\s*$")
_SIGN_BEFORE = re.compile(r"[=+×÷*/<>≤≥−±^]\s*$")
_SIGN_BEHIND = re.compile(r"\s*[=+×÷*<>≤≥−±^]|/")
_DIGITS_BEHIND = re.compile(r"\s?[-–]?[0-9]")
_MEASURE_BEHIND = re.compile(
    r"\s(?:(?:year|month|week|day|hour|minute|person|point|mark|page)s?|people|copies|times|percent|above|below)\b"
)
_POWER = re.compile(
    r"(?:(?<!\w)(?:[^\W\d_]|[mcdkµn]m|ft|in|yd|mi|mc|CO|sq|sin|cos|tan|log)|(?<![0-9])[0-9]{1,3}|[0-9][.,][0-9]+)$"
)
_TERM = re.compile(r"\([^()]*[=+×÷*/^−][^()]*\)$")


@dataclass(frozen=True, slots=True)
class Near:
    """A mark and what stands on its two sides."""

    written: str
    before: str
    behind: str

    @property
    def raised(self) -> bool:
        return self.written[0] in RAISED


def _starts(near: Near) -> bool:
    """At the start of a block, a line or a quotation it numbers what follows."""
    if near.before[-1:] in tuple("“‘«„‚"):
        return True
    return near.before.rstrip(" \n")[-1:] in ("", LINE_END, ":", ";")


def _is_glued(near: Near) -> bool:
    """54(1), f(2), a[2], (1)(a), (2)nd: part of a name or a term."""
    if near.behind[:1].isalnum() or near.behind[:1] in tuple("([_"):
        return True
    if re.search(r"\w\($|\([a-z]\) ?$", near.before):
        return True
    word = re.search(r"\w+$", near.before)
    return not near.raised and word is not None and (len(word[0]) < 4 or not word[0].isalpha())


def _is_labelled(near: Near) -> bool:
    several = _LABELS_OF_SEVERAL.search(near.before) and _ANOTHER_BEHIND.match(near.behind)
    return bool(several or any(label.search(near.before) for label in (_LABELLED, _LABELLED_PERHAPS)))


def _is_pinpoint(near: Near) -> bool:
    """At [68]: a paragraph of a judgment."""
    return near.written[0] == "[" and bool(re.search(r"(?<!\w)(?:at|para\.?|paras\.?) $", near.before))


def _is_part_of_the_sentence(near: Near) -> bool:
    """To (3), the (3): without it the sentence would want a word."""
    return near.written[0] == "(" and bool(_SMALL_WORD.search(near.before))


def _is_amount(near: Near) -> bool:
    """Thirty (30) days, 45 (12), 3% (2): an amount beside an amount."""
    if near.written[0] != "(":
        return False
    return bool(_IN_WORDS.search(near.before) or _COUNT.search(near.before) or _MEASURE_BEHIND.match(near.behind))


def _is_calculated(near: Near) -> bool:
    return bool(_SIGN_BEFORE.search(near.before) or _SIGN_BEHIND.match(near.behind))


def _is_dialled(near: Near) -> bool:
    return not near.raised and bool(_DIGITS_BEHIND.match(near.behind))


def _is_power(near: Near) -> bool:
    return near.raised and bool(_POWER.search(near.before) or _TERM.search(near.before))


_INNOCENT: tuple[Callable[[Near], bool], ...] = (
    _starts,
    _is_glued,
    _is_labelled,
    _is_pinpoint,
    _is_part_of_the_sentence,
    _is_amount,
    _is_calculated,
    _is_dialled,
    _is_power,
)


def is_innocent(near: Near) -> bool:
    """Whether a mark is anything but a citation, as far as what stands beside it tells."""
    return any(says(near) for says in _INNOCENT)
