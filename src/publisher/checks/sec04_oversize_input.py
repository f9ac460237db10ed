"""A file that is too large to process safely, or becomes so when it is unpacked.

## Why

A few bytes can unpack to a picture of a thousand million pixels, or to a drawing that draws itself without end. Such a
file stops the machine of whoever builds the book, and the device of whoever opens it.

## Example

    <!DOCTYPE svg [<!ENTITY a "…"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>

## Fix

Reduce the picture: 100 million pixels are enough for a poster. Save a drawing as plain SVG, without entities, with at
most 50,000 elements nested at most 50 deep, in at most 5 MB; a denser one is better published as PNG.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="SEC-04",
    name=FaultKind.OVERSIZE.value,
    severity=Severity.ERROR,
        who="whoever builds the book, and everybody whose device would have to draw it",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file that is too large, where it is first named."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.OVERSIZE))
