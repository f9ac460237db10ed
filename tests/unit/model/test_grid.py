"""Cells at their places, as HTML forms a table."""

from publisher.model.blocks import Cell, Row, Table
from publisher.model.grid import placed, widths
from publisher.source import Span

HERE = Span("a.md")


def row(*spans: tuple[int, int]) -> Row:
    return Row(
        cells=tuple(Cell(blocks=(), span=HERE, columns=columns, rows=rows) for columns, rows in spans), span=HERE
    )


def table(head: tuple[Row, ...], *bodies: tuple[Row, ...]) -> Table:
    return Table(head=head, bodies=bodies, span=HERE)


def places(made: Table) -> list[tuple[int, int, int, int]]:
    return [(place.top, place.left, place.bottom, place.right) for place in placed(made)]


def test_cells_give_way_to_those_that_reach_down() -> None:
    made = table((row((1, 2), (2, 1)), row((1, 1), (1, 1))), (row((1, 1), (1, 1), (1, 1)),))
    assert places(made) == [
        (0, 0, 2, 1), (0, 1, 1, 3), (1, 1, 2, 2), (1, 2, 2, 3), (2, 0, 3, 1), (2, 1, 3, 2), (2, 2, 3, 3),
    ]  # fmt: skip
    assert widths(made) == (3, 3, 3)


def test_no_cell_reaches_out_of_its_group() -> None:
    made = table((), (row((1, 9), (1, 1)),), (row((1, 1), (1, 1)),))
    assert places(made) == [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 2, 2)]
    assert widths(made) == (2, 2)


def test_rows_too_short_and_too_long() -> None:
    assert widths(table((row((1, 1), (1, 1)),), (row((1, 1)), row((3, 1)), row()))) == (2, 1, 3, 0)
