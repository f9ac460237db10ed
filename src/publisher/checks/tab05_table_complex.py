"""A table with joined cells or several rows of headings has no summary.

## Why

In a plain table the place tells all. Where headings are stacked or cells joined, a listener needs to know the plan
before the first number: what the columns are grouped by, where the totals stand.

## Example

    <table>
    <tr><th rowspan="2">Port</th><th colspan="2">Tide</th></tr>
    <tr><th>Spring</th><th>Neap</th></tr>
    …

## Fix

Say in one or two sentences how the table is built: `<table summary="One row a port; the tides in two columns.">`, or
`{summary="…"}` in the caption line. Or split it into plain tables.

## Standards

- WCAG 1.3.1 Info and Relationships.
- PDF/UA-1 7.5; Matterhorn Protocol 15-005.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.grid import rows

RULE = Rule(
    code="TAB-05",
    name="table-complex",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1", "PDF/UA-1 7.5"),
    who="people who listen to the book: they meet headings over headings without a plan of them",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table that is not plain and has no summary."""
    for table in book.every(Table):
        joined = any(cell.columns > 1 or cell.rows > 1 for row in rows(table) for cell in row.cells)
        if (joined or len(table.head) > 1) and not table.summary:
            what = "joined cells" if joined else f"{len(table.head)} rows of headings"
            help = 'say how it is built: summary="…", or split it'
            yield RULE.found(table.span, f"Table with {what} has no summary", help=help)
