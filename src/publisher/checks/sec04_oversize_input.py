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
from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.grid import rows
from publisher.source import Span

RULE = Rule(
    code="SEC-04",
    name=FaultKind.OVERSIZE.value,
    severity=Severity.ERROR,
    who="whoever builds the book, and everybody whose device would have to draw it",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file, or table, that is too large, where it is first named."""
    told: set[Span] = set()
    for fault in book.faults(FaultKind.OVERSIZE):
        whole = _table(fault.span, book)
        if whole not in told:
            told |= {whole} - {fault.span}
            yield RULE.found(fault.span, fault.message, help=fault.help)


def _table(span: Span, book: Book) -> Span:
    """The place of the table whose cell stands at ``span``; ``span`` itself where none does."""
    tables = ((table, cell) for table in book.every(Table) for row in rows(table) for cell in row.cells)
    return next((table.span for table, cell in tables if cell.span == span), span)
