"""A table of more than six columns.

## Why

In large print, on a telephone and in braille there is room for three or four columns. A wider table is cut into a list
of rows there, and what stood side by side for comparison stands one below the other.

## Example

A table with a column for each month of a year.

## Fix

Turn it round, so that months are rows; split it; or leave out what nobody compares. It may stay if a list of rows says
the same.

## Standards

WCAG 2.2, 1.4.10 Reflow (AA).
"""

from collections.abc import Iterator

from publisher.checks.wholeness import tables
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.grid import widths

RULE = Rule(
    code="TAB-06",
    name="table-too-wide",
    severity=Severity.WARNING,
    standards=("WCAG 1.4.10",),
    who="people who read in large print, in braille or on a small screen: for them it is no table any more",
)
_MOST = 6


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table of more than six columns."""
    for table in tables(book):
        width = max(widths(table), default=0)
        if width > _MOST:
            help = "turn it round or split it: large print shows it as a list"
            yield RULE.found(table.span, f"Table of {width} columns", help=help)
