"""How large a drawing is: width and height in CSS pixels, and the viewBox that lets it grow (SVG 2 §8)."""

import math
import re

from lxml import etree

_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d{1,3})?)\s*(px|pt|pc|in|cm|mm|q|em|ex|)\s*", re.I)
# CSS Values 4 §6.2; a drawing that stands alone has the font of nobody, so em is CSS's first size.
_UNITS = {
    "": 1,
    "px": 1,
    "pt": 96 / 72,
    "pc": 16,
    "in": 96,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "em": 16,
    "ex": 8,
}


def fit(root: etree._Element) -> tuple[float, float] | None:
    """Width and height in CSS pixels, which the root then says, with a viewBox; None where it says no size at all."""
    width, height, box = _length(root.get("width")), _length(root.get("height")), _box(root.get("viewBox"))
    if box is None:
        if width is None or height is None:
            return None
        root.set("viewBox", f"0 0 {width:.10g} {height:.10g}")
        return width, height
    across, down = box
    if width is None:
        width = height * across / down if height else across
        root.set("width", f"{width:.10g}")
    if height is None:
        height = width * down / across
        root.set("height", f"{height:.10g}")
    return width, height


def _length(written: str | None) -> float | None:
    """A length in CSS pixels; None for a percentage, for nothing, and for what is no size."""
    found = _LENGTH.fullmatch(written or "")
    return _positive(float(found[1]) * _UNITS[found[2].lower()]) if found else None


def _box(written: str | None) -> tuple[float, float] | None:
    """Width and height of a viewBox, or None where it is missing or broken."""
    try:
        _, _, width, height = (_positive(float(n)) for n in re.split(r"[\s,]+", (written or "").strip()))
    except ValueError:
        return None
    return (width, height) if width and height else None


def _positive(number: float) -> float | None:
    return number if number > 0 and math.isfinite(number) else None
