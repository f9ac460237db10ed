"""A picture that cannot be published: not what its name says, damaged, or of a kind that not every reader shows.

## Why

A file that is cut short shows half a picture on one device and none on another. A web page that was saved under the
name of a picture shows nothing anywhere. TIFF, BMP, HEIC and AVIF are shown by the program that made them and by few
others; the colours of a CMYK photograph without its profile are anybody's guess.

## Example

    figures:
      street:
        image: images/street.tif

## Fix

Supply a PNG, JPEG, WebP, GIF or SVG, under the ending that belongs to it. Copy a damaged file again from where it came
from. Save a CMYK photograph as RGB, or with its colour profile.

## Standards

EPUB 3.3 §3.2 names the kinds of picture that every reading system shows; EPUBCheck reports others and broken ones.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="IMG-19",
    name=FaultKind.IMAGE_UNREADABLE.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §3.2", "EPUBCheck PKG-021"),
    who="everybody who looks at the page: where the picture should be, there is none",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that cannot be published, where it is first named."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.IMAGE_UNREADABLE))
