"""A column or row has an empty heading, or two columns have the same.

## Why

A heading is said before each cell below it. Where it is empty, the cells are bare numbers; where two are alike, nobody
can tell which of the columns they are in.

## Example

    | Port  | Tide | Tide |
    |-------|------|------|
    | Dover | 6    | 4    |

## Fix

Name each column by what sets it apart: "Spring tide", "Neap tide". The corner at the top left may stay empty.

## Standards

WCAG 1.3.1 Info and Relationships.
"""

from collections.abc import Iterator, Sequence

from publisher.checks.tab03_table_irregular import wanted
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Cell, Paragraph, Table
from publisher.model.book import Book
from publisher.model.grid import PlacedCell, placed, widths
from publisher.model.words import spoken

RULE = Rule(
    code="TAB-04",
    name="table-empty-header",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1",),
    who="people who listen to the book: they cannot tell which column a value stands in",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each column without a heading of its own, and for each row whose heading is empty."""
    for table in book.every(Table):
        if set(widths(table)) == {wanted(table)}:  # else TAB-03 speaks
            places = placed(table)
            yield from _columns(table, places)
            yield from _rows(table, places)


def _columns(table: Table, places: Sequence[PlacedCell]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, ...], int] = {}
    for column in range(wanted(table) if table.head else 0):
        over = [place for place in places if place.top < len(table.head) and place.left <= column < place.right]
        said = tuple(filter(None, (_words(place.cell) for place in over)))
        own = [place for place in over if place.left == column]
        if not said and column not in _corner(table, places):
            yield RULE.found(over[-1].cell.span, f"Column {column + 1} has no heading", help="name it")
        elif said in first and own:
            message = f"Columns {first[said] + 1} and {column + 1} have the same heading '{' '.join(said)}'"
            yield RULE.found(own[-1].cell.span, message, help="say what sets them apart")
        elif said:
            first[said] = column


def _corner(table: Table, places: Sequence[PlacedCell]) -> range:
    """The columns of the row headings, whose own headings may stay empty: at least the first column."""
    below = [place for place in places if place.top == len(table.head)]
    return range(max([1, *(place.right for place in below if place.cell.header)]))


def _rows(table: Table, places: Sequence[PlacedCell]) -> Iterator[Diagnostic]:
    rows = [row for body in table.bodies for row in body]
    for place in places:
        if place.top >= len(table.head) and place.cell.header and not place.cell.blocks:
            span = rows[place.top - len(table.head)].span
            yield RULE.found(span, f"Row {place.top + 1} has no heading", help="name it")


def _words(cell: Cell) -> str:
    """What a heading says; blocks other than paragraphs say something in any case."""
    parts = (heard(spoken(block.content)) if isinstance(block, Paragraph) else "…" for block in cell.blocks)
    return " ".join(filter(None, parts))
