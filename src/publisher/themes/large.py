"""Large print out of any theme: its tokens re-expressed, its rules kept from making anything small (rules A7, LP).

This is a layer over a theme and a book's own styles, never a theme of its own: what it asks for outranks theirs.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType

from publisher.themes.contrast import ENHANCED, pairs
from publisher.themes.theme import TOKENS, Theme, overlaid

LEAST, BETTER, GIANT = 16.0, 18.0, 24.0  # points: UKAAF G003, RNIB
_LEADING = (1.3, 1.5)  # rules LP-07
_MEASURE = 65 / 70  # rules LP-09: characters of a line, of those in the theme's longest
_FILES = "large-print"
_REFERENCE = re.compile(r"token\(\s*([^()]*?)\s*\)")
_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*([^;}!]+)")
_SHORTHAND = re.compile(r"(?<![\w-])font\s*:[^;}]*;?")
_NUMBER = re.compile(r"([0-9]*\.?[0-9]+)([a-z]+|%)")
# How large a size is beside a body of 12 pt (CSS Values 4 §6.2, CSS Fonts 4 §2.5): what is fixed grows with the text.
_FIXED = {"pt": 1 / 12, "px": 1 / 16, "pc": 1.0, "in": 6.0, "cm": 6 / 2.54, "mm": 6 / 25.4}
_UNITS = {"em": 1.0, "rem": 1.0, "%": 0.01, **_FIXED}
_KEPT = {"larger": "1.2em", "inherit": "inherit"}
_WORDS = {"large": "1.2rem", "x-large": "1.5rem", "xx-large": "2rem", "xxx-large": "3rem", **_KEPT}


def enlarged(theme: Theme) -> Theme:
    """``theme`` for large print: nothing on paper is smaller than the body, slanted or in capitals that it set itself.

    Its colours stand out by 7:1. Raises ThemeFault.
    """
    own = files(__package__)
    tokens = "\n".join(f'{name}: "{value}"' for name, value in _tokens(theme))
    layer = {
        TOKENS: (own / f"{_FILES}.yaml").read_bytes() + f"\n{tokens}\n".encode(),
        "print.css": (own / f"{_FILES}.css").read_bytes(),
    }
    made = overlaid(theme, _FILES, layer)
    return replace(made, sheets=MappingProxyType({sheet: _held(css) for sheet, css in made.sheets.items()}))


def _tokens(theme: Theme) -> Iterator[tuple[str, str]]:
    """The tokens of a theme that large print changes, by what they are."""
    for name, value in theme.tokens.items():
        if name.startswith("size.") and value.endswith("em") and value[:-2].replace(".", "", 1).isdigit():
            if float(value[:-2]) < 1:
                yield name, "1em"  # rules LP-02
    low, high = _LEADING
    yield "leading.body", f"{min(high, max(low, float(theme.tokens['leading.body']))):g}"
    yield "measure.longest", f"{float(theme.tokens['measure.longest'].removesuffix('em')) * _MEASURE:.2f}em"
    # Rules LP-14. Of two pairs with the same colour the first decides, as the sheets name that colour alone.
    darker = {_colour(theme, pair.name): pair.passing(ENHANCED) for pair in pairs(theme) if pair.ratio < ENHANCED}
    yield from darker.items()


def _colour(theme: Theme, pair: str) -> str:
    """The token whose value a pair of colours sets its text in."""
    name = f"contrast.{pair}.text"
    referred = _REFERENCE.fullmatch(theme.written[name].text)
    return referred[1] if referred else name


def _held(css: str) -> str:
    """Rules that set no letters smaller than the body; ``font``, which sets size, slant and face at
    once, is left out."""
    return _SIZE.sub(lambda size: f"font-size: {_at_least(size[1].strip())}", _SHORTHAND.sub("", css))


def _at_least(size: str) -> str:
    """A size that is no smaller than the body; one that cannot be told is the body's."""
    number = _NUMBER.fullmatch(size.lower())
    if not number or number[2] not in _UNITS:
        return _WORDS.get(size.lower(), "1rem")
    return f"{max(1.0, float(number[1]) * _UNITS[number[2]]):.4g}{'em' if number[2] in ('em', '%') else 'rem'}"
