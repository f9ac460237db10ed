"""The rows of a table differ in their number of columns, or a table stands inside another.

## Why

A cell belongs to its headings by its place. Where a row has a cell too few or too many, everything behind it stands
under the wrong heading, and nobody who listens can tell. In tables within tables, no place is sure.

## Example

    | Port  | Spring | Neap |
    |-------|--------|------|
    | Dover | 6      |

## Fix

Fill the row, with empty cells where there is nothing; or split the table.

## Standards

- PDF/UA-1 7.2 and 7.5: tables are regular.
- WCAG 1.3.1 Info and Relationships.
"""

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.grid import rows, widths

RULE = Rule(
    code="TAB-03",
    name=FaultKind.NESTED_TABLE.value,
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.5", "WCAG 1.3.1"),
    who="people who listen to the book: they hear a value under the heading of another",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each row that is shorter or longer than the head, and for each table in a table."""
    for fault in book.faults(FaultKind.NESTED_TABLE):
        yield RULE.found(fault.span, fault.message, help=fault.help)
    for table in book.every(Table):
        filled = widths(table)
        expected = wanted(table)
        for number, (row, width) in enumerate(zip(rows(table), filled, strict=True), start=1):
            if width != expected:
                message = f"Row {number} has {_cells(width)}, expected {expected}"
                help = "fill it, with empty cells where there is nothing, or split the table"
                yield RULE.found(row.span, message, help=help)


def wanted(table: Table) -> int:
    """The columns that each row should fill: those of the head, without one those of most rows."""
    filled = widths(table)
    return filled[0] if table.head else Counter(filled).most_common(1)[0][0] if filled else 0


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"
