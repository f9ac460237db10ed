"""How well text stands out from what is behind it (WCAG 2.2, relative luminance and contrast ratio)."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.themes.theme import Theme

_PAIRS = "contrast."


ENOUGH, ENOUGH_LARGE, ENHANCED = 4.5, 3.0, 7.0  # WCAG 2.2, 1.4.3 and 1.4.6


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

    @property
    def shown(self) -> str:
        """The ratio with two places, cut off and not rounded: 4.49, never 4.5, is what falls short of 4.5."""
        return f"{int(self.ratio * 100) / 100:g}:1"

    def passing(self, least: float) -> str:
        """The nearest colour of text, darker or lighter, whose ratio is at least ``least``."""
        ends = ("#000000", "#ffffff")
        mixed = (_mixed(self.text, end, step / 100) for step in range(101) for end in ends)
        tried = (Pair(name=self.name, text=colour, background=self.background) for colour in mixed)
        return next((pair.text for pair in tried if pair.ratio >= least), ends[0])


def tint(colour: str) -> int:
    """How much black, in per cent, a black-only printer gives "#rrggbb": black is 100, white 0."""
    luminance = _luminance(colour)
    grey = 12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return round(100 * (1 - grey))


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair in which ``theme`` sets text. Raises KeyError where a declared pair lacks its background."""
    for key, text in theme.tokens.items():
        if key.startswith(_PAIRS) and key.endswith(".text"):
            name = key.removeprefix(_PAIRS).removesuffix(".text")
            yield Pair(name=name, text=text, background=theme.tokens[f"{_PAIRS}{name}.on"])


def _luminance(colour: str) -> float:
    """Relative luminance of "#rgb" or "#rrggbb". Raises ValueError for any other form."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(f"{colour!r} is no #rrggbb colour")
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def _mixed(colour: str, other: str, part: float) -> str:
    both = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + part * (two - one)):02x}" for one, two in both)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
