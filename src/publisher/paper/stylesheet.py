"""The geometry of a page: margins, measure and lines, worked out from its size and that of the body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from publisher.themes.theme import Theme
from publisher.xhtml.widths import TABLE

# Millimetres. CSS Paged Media 3, 7.1: page sizes by name, with all of ISO 216, each half the one before;
# CSS Values 4, 6.2: lengths.
_LARGEST = {"a": (841, 1189), "b": (1000, 1414), "c": (917, 1297)}


def _halved(width: int, height: int, times: int) -> tuple[float, float]:
    return _halved(height // 2, width, times - 1) if times else (float(width), float(height))


_SIZES = {
    **{f"{series}{times}": _halved(*size, times) for series, size in _LARGEST.items() for times in range(11)},
    "jis-b4": (257.0, 364.0),
    "jis-b5": (182.0, 257.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "ledger": (279.4, 431.8),
}
_UNITS = {"mm": 1.0, "cm": 10.0, "q": 0.25, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96}
LARGEST = 14_400 * 25.4 / 72  # millimetres: a side of a page (ISO 32000-1 Annex C, ISO 19005-2 6.1.13)
TURNED_MARGIN = 20.0  # millimetres, at both sides of a page on its side
_LENGTH = re.compile(r"([0-9]*\.?[0-9]+)([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The least margins at the spine and at the outer edge, in millimetres."""

    binding: float = 20.0
    outer: float = 15.0


CLEAR = Margins()  # rules LP-12: clear print
LARGE = Margins(binding=25.0, outer=20.0)  # and large print
_BESIDE = 4.0 + 7.0  # millimetres around a number in the margin: its distance from the text, and the edge of a printer
_LETTER = 0.58  # em: digits and letters, in a theme that sets them apart too


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """A page and the block of text on it, in millimetres; ``line`` is the distance of its lines, the baseline unit."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    line: float
    measure: float

    @property
    def block_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def block_width(self) -> float:
        return self.width - self.inner - self.outer

    @property
    def turned_measure(self) -> float:
        """The length of a line on a page on its side, which is bound at its head or foot."""
        return self.height - 2 * TURNED_MARGIN

    @property
    def turned_margin(self) -> float:
        """The margin at head and foot of a page on its side."""
        return max(self.top, self.inner)

    @property
    def turned_picture_height(self) -> float:
        """What a picture may take of a page on its side, over a caption of four lines."""
        return max(0.5 * self.width, self.width - 2 * self.turned_margin - 5 * self.line)

    @property
    def title_drop(self) -> float:
        """The empty space over the title: a third of the page, less where the words of a title page need it."""
        return max(0.0, min(self.height / 3 - self.top, self.block_height - 27 * self.line))

    @property
    def title_scale(self) -> float:
        """Where the block is narrower than the measure, the title is smaller: so many of its words stay in a line."""
        return float(min(1.0, (self.width - self.inner - self.outer) / self.measure) ** 0.5)

    @property
    def picture_height(self) -> float:
        """What a picture may take of a page, so that its caption stands under it."""
        return max(self.block_height / 2, self.block_height - 12 * self.line)

    @property
    def opening_picture_height(self) -> float:
        """What a picture that a chapter begins with may take, so that a title of three lines does not stand alone."""
        return max(0.4 * self.block_height, self.block_height - 16 * self.line)


def page_rules(
    theme: Theme,
    page: str,
    size: str,
    *,
    bleed: str = "0mm",
    marks: bool = False,
    margins: Margins = CLEAR,
    hyphenate: bool = False,
) -> str:
    """The @page rules and root size for a page ("A4", "A5 landscape", "6in 9in") with a body of ``size`` ("12pt").

    They follow the theme's print sheet. ``hyphenate`` breaks long words of running text where the dictionary of their
    language allows it. Raises ValueError.
    """
    return _css(theme, geometry_of(theme, page, size, margins), size, bleed, marks) + (_HYPHENATED if hyphenate else "")


def large_margins(size: str, labels: Iterable[str] = ()) -> Margins:
    """The least margins of large print with a body of ``size``; each of ``labels`` fits beside the text as "p. 12"."""
    longest = max((len(f"p. {label}") for label in labels), default=0)
    outer = longest * _LETTER * millimetres(size) + _BESIDE if longest else 0.0
    return Margins(binding=LARGE.binding, outer=max(LARGE.outer, outer))


def measures(theme: Theme, page: str, size: str, *, margins: Margins = CLEAR) -> tuple[float, float]:
    """The length of a line in em of the body, upright and on a page on its side; 0 where that would be no longer."""
    block, body = geometry_of(theme, page, size, margins), millimetres(size)
    turned = block.turned_measure if block.turned_measure > block.block_width else 0.0
    return block.block_width / body, turned / body


def table_measures(theme: Theme, page: str, size: str, *, margins: Margins = CLEAR) -> tuple[float, float]:
    """``measures`` as ``xhtml.widths`` reckons with them, for tables whose letters are TABLE of those of the text."""
    upright, turned = measures(theme, page, size, margins=margins)
    letters = _em(theme, "size.table") / TABLE
    return upright / letters, turned / letters


def geometry_of(theme: Theme, page: str, size: str, margins: Margins = CLEAR) -> Geometry:
    """A page in the look of ``theme`` with a body of ``size``. Raises ValueError where it is too small for its text."""
    body = millimetres(size)
    line = body * float(theme.tokens["leading.body"])
    return geometry(page, line=line, measure=body * _em(theme, "measure.longest"), margins=margins)


def geometry(page: str, *, line: float, measure: float, margins: Margins = CLEAR) -> Geometry:
    """Margins that leave a block of whole lines, no wider than ``measure``; the greater margin is the outer one.

    All in millimetres. Raises ValueError for an unknown page, or one too small to hold five lines.
    """
    width, height = dimensions(page)
    outer_least = max(margins.outer, min(20.0, 0.135 * width))
    block = min(measure, width - margins.binding - outer_least)
    inner = max(margins.binding, min(width - block - outer_least, 0.4 * (width - block)))
    top = max(0.1 * height, 12 + 2 * line)  # the head stands two lines above the text
    foot = max(0.105 * height, 10 + 3 * line)  # the folio three lines below it
    lines = int((height - top - foot) / line + 1e-6)
    if lines < 5 or block < 40:
        raise ValueError(f"page {page!r} is too small for its text")
    bottom = height - top - lines * line
    outer = width - block - inner
    return Geometry(
        width=width, height=height, top=top, bottom=bottom, inner=inner, outer=outer, line=line, measure=measure
    )


def dimensions(page: str) -> tuple[float, float]:
    """The width and height, in millimetres, of any CSS page size that a PDF can have. Raises ValueError."""
    words = page.lower().split()
    turned = [word for word in words if word in ("portrait", "landscape")]
    names = [word for word in words if word not in turned]
    if not names or len(turned) > 1 or len(names) > 2:
        raise ValueError(f"{page!r} is no page size")
    if names[0] in _SIZES and len(names) == 1:
        width, height = _SIZES[names[0]]
    else:
        width, height = millimetres(names[0]), millimetres(names[-1])
    if max(width, height) > LARGEST:
        raise ValueError(f"page {page[:40]!r} is larger than a PDF can have")
    if turned:
        width, height = sorted((width, height), reverse=turned == ["landscape"])
    return width, height


def millimetres(length: str) -> float:
    """A CSS length in millimetres. Raises ValueError for one without a unit, or relative to something."""
    match = _LENGTH.fullmatch(length.strip().lower())
    if not match or match[2] not in _UNITS:
        raise ValueError(f"{length!r} is no length")
    return float(match[1]) * _UNITS[match[2]]


def _css(theme: Theme, page: Geometry, size: str, bleed: str, marks: bool) -> str:
    if marks and float(re.sub(r"[a-zA-Z]", "", bleed)) == 0:
        bleed = "auto"  # six points, without which marks have no room (CSS Paged Media 3 §7.3)
    return f"""
:root {{ font-size: {size} }}
@page {{ size: {page.width:.4f}mm {page.height:.4f}mm; margin-top: {page.top:.4f}mm; margin-bottom: {page.bottom:.4f}mm;
  bleed: {bleed}; marks: {"crop" if marks else "none"} }}
@page :right {{ margin-left: {page.inner:.4f}mm; margin-right: {page.outer:.4f}mm }}
@page :left {{ margin-left: {page.outer:.4f}mm; margin-right: {page.inner:.4f}mm }}
.title-page {{ height: {page.block_height - 0.01:.4f}mm; padding-top: {page.title_drop:.4f}mm }}
.title-page .title {{ font-size: {page.title_scale * _em(theme, "size.title"):.3f}em }}
.cover img {{ width: {page.width:.4f}mm; height: {page.height - 0.01:.4f}mm }}
.cover:has(.edition) img {{ height: {page.height - 8 - 4 * page.line:.4f}mm }}
@page turned {{ size: {page.height:.4f}mm {page.width:.4f}mm; margin: {page.turned_margin:.4f}mm {TURNED_MARGIN}mm }}
figure img {{ max-height: {page.picture_height:.4f}mm }}
.turned figure img {{ max-height: {page.turned_picture_height:.4f}mm }}
.chapter-title + figure img {{ max-height: {page.opening_picture_height:.4f}mm }}
"""


_HYPHENATED = "body { hyphens: auto; hyphenate-limit-chars: 6 3 3 }\n"  # at least three letters on either line


def _em(theme: Theme, token: str) -> float:
    return float(theme.tokens[token].removesuffix("em"))
