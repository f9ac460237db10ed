"""A table has no caption.

## Why

Screen readers call a table by its caption: it is what a reader hears in the list of tables and before the first cell.
Without one they must read a table to learn whether they want to. Only a table with a caption has a number.

## Example

    | Port  | Tide |
    |-------|-----:|
    | Dover | 6    |

## Fix

Write it below, after one blank line: `: Tides in metres {#tbl-tides}`.

## Standards

WCAG 1.3.1 Info and Relationships; DAISY Knowledge Base: table captions.
"""

from collections.abc import Iterator

from publisher.checks.wholeness import tables
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="TAB-02",
    name="table-no-caption",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1",),
    who="people who go from table to table: they must read each to learn what it is about",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table without a caption."""
    for table in tables(book):
        if not table.caption:
            yield RULE.found(table.span, "Table has no caption", help="write below it, after a blank line: `: Caption`")
