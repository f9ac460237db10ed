"""Typewriter marks in, the marks of the language out: quotation marks, apostrophes, dashes, an ellipsis, fixed spaces.

One text in, the changes to it out. What is curly already stays; letters and digits stay, whatever happens.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

OBJECT = "\ufffc"  # stands for what is no text: code, a citation, an address

_NARROW, _FIXED = "\u202f", "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How a language sets what a typewriter writes as " and '; a narrow space precedes each of the signs ``spaced``."""

    double: tuple[str, str] = ("“", "”")
    single: tuple[str, str] = ("‘", "’")
    spaced: str = ""


_HIGH = Marks()
_GUILLEMETS = Marks(double=("«", "»"), single=("“", "”"))
_LOW = Marks(double=("„", "“"), single=("‚", "‘"))
_LOW_AND_HIGH = Marks(double=("„", "”"), single=("«", "»"))
_SAME = Marks(double=("”", "”"), single=("’", "’"))
_RUSSIAN = Marks(double=("«", "»"), single=("„", "“"))
_NORWEGIAN = Marks(double=("«", "»"))
_SWISS = Marks(double=("«", "»"), single=("‹", "›"))
_SPACED = ("«" + _NARROW, _NARROW + "»")
_FRENCH = Marks(double=_SPACED, single=("“", "”"), spaced=";:!?")
_CANADIAN = Marks(double=_SPACED, single=("“", "”"), spaced=":")

# Unicode CLDR, delimiters; where it has the single marks outside, we keep the level that the author chose.
_LANGUAGES: Mapping[Marks, str] = MappingProxyType(
    {
        _HIGH: "af cy en eo fil ga gd ha id ig ms mt nl pt-br so sw tl tr vi xh yo zu",
        _GUILLEMETS: "ca el es gl it pt",
        _LOW: "bg cs de et is lb lt sk sl",
        _LOW_AND_HIGH: "hr hu pl ro",
        _SAME: "da fi sv",
        _RUSSIAN: "be ru uk",
        _NORWEGIAN: "nb nn no",
        _SWISS: "de-ch fr-ch it-ch",
        _FRENCH: "fr",
        _CANADIAN: "fr-ca",
    }
)
_MARKS = {language: marks for marks, languages in _LANGUAGES.items() for language in languages.split()}

# Addresses; 6'2" and 1'000.
_LEFT_ALONE = re.compile(
    r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://[^\s\"<>]*[\w/]"
    r"|(?<![\w.])www\.[^\s\"<>]*[\w/]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w'])[0-9]+'\s?[0-9]+(?:\"|''(?!'))?|(?<=[0-9])'(?=[0-9])"
)
_AND = re.compile(r"(?<=\w) 'n' (?=\w)")
_QUOTED_LETTER = re.compile(r"(?:letter|sound|an?|the|of|by|where|for|say|write|and|or|is|as) $", re.IGNORECASE)
_SHORTENED = re.compile(
    r"'(?:[0-9]{2}s(?!\w)|(?:tis|twas|twere|twill|twould|em|n|nuff|s|t|k|m)(?![\w']))", re.IGNORECASE
)
_OPENERS = frozenset("([{¿¡-–—/«‹“‘„‚")
_NEVER_OPENED = frozenset(")]},;")

# A dash has words at one side at least; --option, <!-- and rows of hyphens are none.
_DASH = re.compile(r"(?<![-!<])(?:(?<=\S)---?(?![->])|(?<!\S)---?(?=\s|$)|(?<!\S)---(?=\w))(?!-)")
_DOTS = re.compile(r"(?<![./\\])\.\.\.(?![./\\])")
_UNITS = "mm cm m km mg g kg t ml l ha kB MB GB TB Hz kHz MHz GHz W kW MW GW kWh MWh GWh V kV °C °F %".split()
_FIXED_SPACE = re.compile(
    rf"(?<=[0-9]) (?=(?:{'|'.join(map(re.escape, _UNITS))})(?![\w%°²³/]))"
    r"|(?<=(?<!\w)p\.) (?=[0-9])|(?<=(?<!\w)pp\.) (?=[0-9])|(?<=§) (?=[0-9])"
    r"|(?<=(?<![\w.])[A-Z]\.) (?=[A-Z]\. ?[A-Z])|(?<=[A-Z]\.[ \u00a0][A-Z]\.) (?=[A-Z]\w)"  # J. R. R. Tolkien
)
_CONCERNED = re.compile(r"[\"'§«»;:!?]|--|\.\.\.|[0-9] \S|p\. [0-9]|[A-Z]\. [A-Z]")

Change = tuple[int, int, str]  # start, end, what stands there instead


def marks_of(language: str) -> Marks | None:
    """The marks of a BCP 47 language; None where we know none, and nothing is changed."""
    subtags = language.lower().split("-")
    return _MARKS.get(f"{subtags[0]}-{subtags[-1]}") or _MARKS.get(subtags[0])


def changes(text: str, marks: Marks) -> tuple[Change, ...]:
    """The pieces of ``text`` that change, in their order; none overlap."""
    if not _CONCERNED.search(text):
        return ()
    left = {at for span in _LEFT_ALONE.finditer(text) for at in range(*span.span())}
    made = (*_spaces(text, marks), *_signs(text), *_paired(text, marks, left))
    found: dict[int, tuple[int, str]] = {}
    for start, end, new in made:
        if start not in left and text[start:end] != new:
            at, put_in = found.get(start, (start, ""))  # a space may stand before a mark that changes
            found[start] = max(at, end), put_in + new
    return tuple((start, end, new) for start, (end, new) in sorted(found.items()))


def _signs(text: str) -> Iterator[Change]:
    for dash in _DASH.finditer(text):
        yield dash.start(), dash.end(), "–" if len(dash[0]) == 2 else "—"
    for dots in _DOTS.finditer(text):
        yield dots.start(), dots.end(), "…"


def _spaces(text: str, marks: Marks) -> Iterator[Change]:
    for space in _FIXED_SPACE.finditer(text):
        yield space.start(), space.end(), _FIXED
    if marks.spaced:
        signs = re.escape(marks.spaced)
        before_sign = rf"(?<=[\w)\]»”’\"'%…{OBJECT}])[ ]?(?=[{signs}](?:[{signs}…\s)\]»”\"']|$))"
        for space in re.finditer(before_sign, text):
            yield space.start(), space.end(), _FIXED if text[space.end()] == ":" else _NARROW
    if marks.double == _SPACED:
        for space in re.finditer(r"(?<=«)[ \u00a0]?(?=\S)|(?<=[^\s«])[ \u00a0]?(?=»)", text):
            yield space.start(), space.end(), _NARROW


def _paired(text: str, marks: Marks, left: set[int]) -> Iterator[Change]:
    """Each straight mark as what it is: one that opens, one that closes, an apostrophe; some stay as they are."""
    apostrophes = _of_and(text)
    places = [at for at, sign in enumerate(text) if sign in "\"'" and at not in left]
    last_closing = max((at for at in places if text[at] == "'" and _may_close(text, at)), default=-1)
    open_marks: list[str] = []
    opened = -1
    for at in places:
        sign, before, behind = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        opening, closing = marks.double if sign == '"' else marks.single
        free = before.isspace() or before in _OPENERS or opened == at - 1 >= 0
        if at in apostrophes or (sign == "'" and _is_word(before) and behind.isalnum()):
            yield at, at + 1, "’"
        elif free and not behind.isspace() and behind not in _NEVER_OPENED:
            if sign == "'" and (_SHORTENED.match(text, at) or last_closing <= at + 1):
                yield at, at + 1, "’"
                continue
            open_marks.append(sign)
            opened = at
            yield at, at + 1, opening
        elif sign in open_marks and not before.isspace():
            while open_marks.pop() != sign:
                pass
            yield at, at + 1, closing
        elif not before.isdigit() and not before.isspace():  # else feet, inches, or a mark that stands alone
            yield at, at + 1, closing if sign == '"' else "’"


def _of_and(text: str) -> set[int]:
    """The marks of 'n' for and, as in rock 'n' roll."""
    starts = (match.start() for match in _AND.finditer(text))
    meant = (start for start in starts if not _QUOTED_LETTER.search(text[max(0, start - 9) : start + 1]))
    return {at for start in meant for at in (start + 1, start + 3)}


def _is_word(character: str) -> bool:
    return character.isalnum() or character == OBJECT


def _may_close(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
