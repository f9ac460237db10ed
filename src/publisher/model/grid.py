"""A table's cells at their places: the rows and columns that each one takes (HTML §4.9.12.1, forming a table)."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.blocks import Cell, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCell:
    """A cell with its first row and column, from 0, and the first that are no longer its own."""

    cell: Cell
    top: int
    left: int
    bottom: int
    right: int


def rows(table: Table) -> tuple[Row, ...]:
    """Every row of a table, those of its head first."""
    return (*table.head, *(row for body in table.bodies for row in body))


def placed(table: Table) -> tuple[PlacedCell, ...]:
    """Every cell at its place, row by row."""
    return tuple(place for row, _ in _laid(table) for place in row)


def widths(table: Table) -> tuple[int, ...]:
    """How many columns each row fills, with the cells that reach into it from above."""
    return tuple(width for _, width in _laid(table))


def _laid(table: Table) -> Iterator[tuple[tuple[PlacedCell, ...], int]]:
    """The cells that begin in each row, and the columns that it fills; no cell reaches out of its group of rows."""
    top = 0
    for group in (table.head, *table.bodies):
        end = top + len(group)
        free: dict[int, int] = {}  # the first row in which a column is free again
        for row in group:
            yield tuple(_row(row, top, end, free)), sum(bottom > top for bottom in free.values())
            top += 1


def _row(row: Row, top: int, end: int, free: dict[int, int]) -> Iterator[PlacedCell]:
    left = 0
    for cell in row.cells:
        while free.get(left, 0) > top:
            left += 1
        bottom, right = min(top + cell.rows, end), left + cell.columns
        free.update({column: max(bottom, free.get(column, 0)) for column in range(left, right)})
        yield PlacedCell(cell=cell, top=top, left=left, bottom=bottom, right=right)
        left = right
