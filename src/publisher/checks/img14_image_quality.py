"""A picture with too few pixels for the size at which it is printed, or with far too many.

## Why

What looks sharp on a screen is coarse on paper: a press shows 300 points on an inch, a screen 96. Details that a
caption speaks of, and small letters in the picture, are then lost; to low vision first. A picture of tens of millions
of pixels shows nothing more and makes the e-book too heavy to be sent.

## Example

    figures:
      street: {image: images/street.jpg, alt: "…", width: 100%}     # 600 pixels wide, on 125 mm: 122 dpi

## Fix

Ask for the original file, or print the picture smaller with `width:`. Drawings, maps and charts are best as SVG, which
is sharp at every size.

## Standards

- 200 dots per inch is what a careful eye takes for sharp in print; below 100 everybody sees the steps.
- Small ornaments, set no wider than 15 mm, are not meant.
"""

from collections.abc import Iterator

from publisher.checks.look import is_printed, look
from publisher.checks.pictures import pictures, said_at, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.assets import Asset
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.manifest import PdfOptions
from publisher.paper.stylesheet import dimensions, measures, millimetres

RULE = Rule(
    code="IMG-14",
    name="image-quality",
    severity=Severity.WARNING,
    standards=("EPUB 3.3 §3.2",),
    who="everybody who looks for a detail on paper, people with low vision first",
)
_SHARP, _COARSE = 200, 100  # dots per inch
_MOST = 25_000_000  # pixels
_ORNAMENT = 15  # millimetres
_INCH, _PIXELS = 25.4, 96  # an inch in millimetres and in CSS pixels


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each raster picture that is too coarse or too large, at the picture."""
    told: set[str] = set()
    for figure in pictures(book):
        asset = book.manuscript.assets.get(figure.path)
        if asset and not asset.is_drawing and asset.path not in told:
            if finding := _large(book, figure, asset) or _coarse(book, figure, asset):
                told.add(asset.path)
                yield finding


def _large(book: Book, figure: Figure, asset: Asset) -> Diagnostic | None:
    if asset.width * asset.height <= _MOST:
        return None
    message = f"'{shown(figure)}' has {asset.width * asset.height / 1e6:.0f} million pixels"
    help = f"{_MOST // 1_000_000} million are enough for any page: make it smaller"
    return RULE.found(said_at(book, figure, "image"), message, help=help)


def _coarse(book: Book, figure: Figure, asset: Asset) -> Diagnostic | None:
    width = _printed_width(book, figure, asset)
    if not width:
        return None
    dots = int(asset.width / (width / _INCH))
    if dots >= _SHARP or (not figure.width and width <= _ORNAMENT):
        return None
    # An error only where the author asked for a size that the picture has not got.
    severity = Severity.ERROR if dots < _COARSE and figure.width else Severity.WARNING
    message = f"'{shown(figure)}' has {dots} dpi at {width:.0f} mm, less than {_SHARP}"
    sharp = int(_percent(figure, width, book) * dots / _SHARP)
    help = "supply a larger file" + (f", or print it smaller: `width: {sharp}%`" if sharp else "")
    return RULE.found(said_at(book, figure, "image"), message, help=help, severity=severity)


def _percent(figure: Figure, width: float, book: Book) -> float:
    """How much of the line the picture takes, of 100; 0 where no width can be given."""
    cover = book.manifest.book.cover
    if cover and figure.path == cover.image:
        return 0.0
    return float(figure.width.removesuffix("%")) if figure.width else 100 * width / _line(book)


def _line(book: Book) -> float:
    """The width of a line of the print edition, in millimetres."""
    asked, theme = book.manifest.editions.pdf or PdfOptions(), look(book)
    return measures(theme, asked.page, asked.size)[0] * millimetres(asked.size) if theme else 0.0


def _printed_width(book: Book, figure: Figure, asset: Asset) -> float:
    """How wide the picture stands in the print edition, in millimetres; 0 where there is none."""
    asked, theme = book.manifest.editions.pdf, look(book)
    if not theme or not is_printed(book.manifest.editions):
        return 0.0
    asked = asked or PdfOptions()
    try:
        measure = _line(book)
        page = dimensions(asked.page)[0]
    except ValueError:
        return 0.0
    cover = book.manifest.book.cover
    if cover and figure.path == cover.image:
        return page
    natural = asset.width / _PIXELS * _INCH
    return measure * float(figure.width.removesuffix("%")) / 100 if figure.width else min(measure, natural)
