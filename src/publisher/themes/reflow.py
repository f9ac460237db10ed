"""What in a style sheet takes a reader's own settings away, or moves text from its place in the reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from publisher.themes.sheets import Declaration, StyleRule

NARROWEST = 320  # CSS pixels: WCAG 2.2, 1.4.10
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_VIEWPORT = frozenset({"vh", "vw", "vmin", "vmax", "vb", "vi"})
_SIZES = frozenset({"font-size", "font", "line-height"})
_TEXT = ("font", "line-", "letter-", "word-", "text-", "color", "background", "margin", "white-space", "hyphens")
_COUNTED = frozenset({"counter", "counters", "attr"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """A declaration that stands in a reader's way, why, and what to write instead."""

    declaration: Declaration
    why: str
    help: str


def hindrances(rules: Iterable[StyleRule]) -> Iterator[Hindrance]:
    """What keeps readers from changing the look of a screen (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12), by its declaration."""
    for rule in rules:
        if rule.on_screens:
            for declaration in rule.declarations:
                if found := _hindrance(declaration, rule):
                    why, help = found
                    yield Hindrance(declaration=declaration, why=why, help=help)


def _hindrance(declaration: Declaration, rule: StyleRule) -> tuple[str, str] | None:
    name = declaration.name
    if name in ("direction", "unicode-bidi"):  # EPUB 3.3 §6.3.1.2
        return "an EPUB says the direction of text in its markup", "give the words their language: [text]{lang=ar}"
    if declaration.important and name.startswith(_TEXT):
        return "!important outranks what the reader has chosen", "take !important away"
    if name in _SIZES and any(_is_fixed(part) for part in declaration.parts):
        return "a fixed size does not grow with the reader's own", "write it in em, rem or %"
    if name in ("width", "min-width") and any(_pixels(part) > NARROWEST for part in declaration.parts):
        return f"more than {NARROWEST} CSS pixels do not fit a small screen", "write max-width, or a width in %"
    if name in ("height", "max-height") and _is_cut_off(declaration, rule):
        return "text that has been enlarged is cut off", "leave the height to the text"
    if name == "content" and any(map(_speaks, declaration.parts)):
        return "words of a style sheet are not part of the text", "write them in the chapter"
    return None


def _pixels(part: Any) -> float:
    return float(part.value) * _PIXELS.get(part.lower_unit, 0.0) if part.type == "dimension" else 0.0


def _is_fixed(part: Any) -> bool:
    return part.type == "dimension" and part.lower_unit in _PIXELS.keys() | _VIEWPORT


def _is_cut_off(declaration: Declaration, rule: StyleRule) -> bool:
    """Whether a box is as high as it is and no more; a single pixel is how words are kept for those who listen."""
    overflow = rule.declared("overflow", "overflow-y")
    hidden = overflow is not None and ("hidden" in overflow.value or "clip" in overflow.value)
    return hidden and any(part.type == "dimension" and _pixels(part) != 1 for part in declaration.parts)


def _speaks(part: Any) -> bool:
    if part.type == "string":
        return any(map(str.isalnum, part.value))
    return part.type == "function" and part.lower_name in _COUNTED


def reorders(rules: Iterable[StyleRule]) -> bool:
    """Whether an e-book's rules may show things elsewhere than where they are read (WCAG 2.2, 1.3.2)."""
    declared = (each for rule in rules if rule.sheet in ("base", "epub") for each in rule.declarations)
    return any(_moves(each.name, each.value.lower()) for each in declared)


def _moves(name: str, value: str) -> bool:
    if name == "position":
        return value in ("absolute", "fixed", "sticky")
    reversed_ = name in ("flex-direction", "flex-flow") and "reverse" in value
    return (
        reversed_
        or name == "order"
        or (name == "float" and value != "none")
        or name.startswith(("grid-area", "grid-row", "grid-column"))
    )
