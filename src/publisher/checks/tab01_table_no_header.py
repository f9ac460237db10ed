"""A table has no headings.

## Why

Who sees a table looks up to the head of the column. Who listens hears one number after the other; only headings tell
what each of them counts.

## Example

    |       |   |
    |-------|---|
    | Dover | 6 |

## Fix

Name the columns in the first row. Where the first column names the rows, say so in the caption line:
`: Tides in metres {row-headers=1}`. In an HTML table, write `<th>` for headings.

## Standards

- WCAG 1.3.1 Info and Relationships.
- PDF/UA-1 7.5: tables have headers.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.grid import rows

RULE = Rule(
    code="TAB-01",
    name="table-no-header",
    severity=Severity.ERROR,
    standards=("WCAG 1.3.1", "PDF/UA-1 7.5"),
    who="people who listen to the book: they hear numbers, and not what they count",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table in which no cell with words is a heading."""
    for table in book.every(Table):
        if not any(cell.header and cell.blocks for row in rows(table) for cell in row.cells):
            help = "name the columns in the first row, or the rows with {row-headers=1}"
            yield RULE.found(table.span, "Table has no headings", help=help)
