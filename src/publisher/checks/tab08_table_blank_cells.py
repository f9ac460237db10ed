"""A table in which many cells are empty.

## Why

A screen reader says "blank", or passes over the cell. Whether nothing is there, nothing is known, or the line above
still holds, an empty cell does not say.

## Example

    | Town | Shelters | Beds |
    |------|----------|------|
    | Ayr  | 2        |      |
    | Bude |          |      |

## Fix

Write what it means: "none", "not known", "as above", or 0.

## Standards

UKAAF: cells of tables in accessible formats are not left empty.
"""

from collections.abc import Iterator

from publisher.checks.wholeness import tables
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.grid import rows

RULE = Rule(
    code="TAB-08",
    name="table-blank-cells",
    severity=Severity.ADVICE,
    standards=("UKAAF",),
    who="people who listen or read braille: they do not know what the silence means",
)
_MANY, _FEWEST = 0.2, 3


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table of which more than a fifth, and at least three cells, are empty."""
    for table in tables(book):
        cells = [cell for row in rows(table) for cell in row.cells if not cell.header]
        empty = sum(not cell.blocks for cell in cells)
        if empty >= _FEWEST and empty > _MANY * len(cells):
            message = f"{empty} of {len(cells)} cells are empty"
            yield RULE.found(table.span, message, help='write what it means: "none", "not known"')
