"""How well text stands out from what is behind it (WCAG 2.2, relative luminance and contrast ratio)."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.themes.theme import Theme

_PAIRS = "contrast."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A colour of text and its background, as a theme declares them under ``contrast``; both "#rrggbb"."""

    name: str
    text: str
    background: str

    @property
    def ratio(self) -> float:
        """From 1 (the same colour) to 21 (black on white); never rounded up."""
        light, dark = sorted((_luminance(self.text), _luminance(self.background)), reverse=True)
        return (light + 0.05) / (dark + 0.05)


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair in which ``theme`` sets text. Raises KeyError where a declared pair lacks its background."""
    for key, text in theme.tokens.items():
        if key.startswith(_PAIRS) and key.endswith(".text"):
            name = key.removeprefix(_PAIRS).removesuffix(".text")
            yield Pair(name=name, text=text, background=theme.tokens[f"{_PAIRS}{name}.on"])


def _luminance(colour: str) -> float:
    """Relative luminance of "#rgb" or "#rrggbb". Raises ValueError for any other form."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(f"{colour!r} is no #rrggbb colour")
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
