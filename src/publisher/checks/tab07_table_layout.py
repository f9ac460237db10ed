"""A table that is none: one column, or pictures only.

## Why

A voice says "table with one column and five rows", and names the column before every line. A table that only sets
pictures side by side has no rows and columns to tell of.

## Example

    | Towns |
    |-------|
    | Ayr   |
    | Bude  |

## Fix

Write a list, or a paragraph; set pictures as figures, one after the other.

## Standards

PDF/UA-1 7.5; Matterhorn Protocol 15-004.
"""

from collections.abc import Iterator

from publisher.checks.wholeness import tables
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Cell, Figure, Paragraph
from publisher.model.book import Book
from publisher.model.grid import rows, widths
from publisher.model.inlines import InlineImage, Text

RULE = Rule(
    code="TAB-07",
    name="table-layout",
    severity=Severity.WARNING,
    standards=("PDF/UA-1 7.5", "Matterhorn 15-004"),
    who="people who listen: they are told of a table, and there is none",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each table with headings (TAB-01 speaks of the others) that has one column,
    or holds pictures only."""
    for table in tables(book):
        cells = [cell for row in rows(table) for cell in row.cells]
        data = [cell for cell in cells if not cell.header]
        if len(data) == len(cells) or not data:
            continue
        if max(widths(table), default=0) == 1:
            yield RULE.found(table.span, "Table of one column", help="write a list")
        elif all(map(_is_picture, data)):
            yield RULE.found(table.span, "Table of pictures", help="set them as figures, one after the other")


def _is_picture(cell: Cell) -> bool:
    """Whether a cell holds pictures and nothing else."""
    said = [each for block in cell.blocks for each in (block.content if isinstance(block, Paragraph) else (block,))]
    said = [each for each in said if not (isinstance(each, Text) and not each.text.strip())]
    return bool(said) and all(isinstance(each, InlineImage | Figure) for each in said)
