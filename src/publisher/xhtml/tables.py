"""Data tables: a caption, headings with their direction, a summary before what is complex, room for what is wide."""

from collections.abc import Sequence

from publisher.model.blocks import Alignment, Cell, Row, Table
from publisher.model.grid import PlacedCell, placed
from publisher.xhtml.element import Element, element, written_at
from publisher.xhtml.layout import Layout
from publisher.xhtml.stacked import WriteBlocks, caption, inside, stacked
from publisher.xhtml.widths import least_width, natural_width

_MANY_COLUMNS = 6
_NARROW = 0.6  # of the measure


def table(table: Table, layout: Layout, write: WriteBlocks) -> tuple[Element, ...]:
    """A table; ``write`` writes the blocks in its cells.

    One that is too wide has a page on its side, or is a list of its rows where even that is too narrow: no column is
    lost, whatever is joined in it. On a screen it
    is rolled sideways, by keyboard too (WCAG 1.4.10, 2.1.1).
    """
    id = layout.book.ids[table.span]
    places = placed(table)
    columns, width = max((cell.right for cell in places), default=0), least_width(places)
    fits = width <= (layout.turned or layout.measure)
    if not layout.paper:
        summary, made = _table(table, id, layout, write)
        return (*summary, made if fits else _rolled(made, table, layout))
    if not fits and (_is_plain(table, places) or _has_every_column(table, places)):
        return (*_summary(table, id), stacked(table, id, layout.inside(), write))
    summary, made = _table(table, id, layout, write)
    if natural_width(places) < _NARROW * layout.measure:
        made.set("class", "narrow")  # its caption would be a column of words
    if layout.turned and (columns > _MANY_COLUMNS or width > layout.measure):
        return (element("div", *summary, made, class_="turned"),)
    return (*summary, made)


def _rolled(made: Element, table: Table, layout: Layout) -> Element:
    """A frame that the table can be rolled in. It is no region: a file may have six landmarks and many tables."""
    name = {"aria-labelledby": f"{made.get('id')}-caption"} if table.caption else {"aria-label": layout.say("Table")}
    return element("div", made, class_="rolled", role="group", tabindex="0", attributes=name)


def _is_plain(table: Table, places: Sequence[PlacedCell]) -> bool:
    """Whether each cell below the head has one row and one column: only then a row can be told alone."""
    below = [place for place in places if place.top >= len(table.head)]
    return bool(below) and all(place.cell.columns == place.cell.rows == 1 for place in below)


def _has_every_column(table: Table, places: Sequence[PlacedCell]) -> bool:
    """Whether each column has a cell of its own below the head, with which its heading is told."""
    own = {place.left for place in places if place.top >= len(table.head) and place.right == place.left + 1}
    return own >= {column for place in places for column in range(place.left, place.right)}


def _table(table: Table, id: str, layout: Layout, write: WriteBlocks) -> tuple[tuple[Element, ...], Element]:
    """What stands before a table, and the table."""
    summary = _summary(table, id)
    parts: list[Element] = []
    if table.caption:
        parts.append(element("caption", *caption(table, id, layout), id=f"{id}-caption"))
    if table.head:
        parts.append(element("thead", *(_row(row, layout, write) for row in table.head)))
    parts += [element("tbody", *(_row(row, layout, write) for row in body)) for body in table.bodies if body]
    return summary, element("table", *parts, id=id, aria_describedby=f"{id}-summary" if summary else None)


def _summary(table: Table, id: str) -> tuple[Element, ...]:
    return (element("p", table.summary, class_="summary", id=f"{id}-summary"),) if table.summary else ()


def _row(row: Row, layout: Layout, write: WriteBlocks) -> Element:
    return element("tr", *(_cell(cell, layout, write) for cell in row.cells))


def _cell(cell: Cell, layout: Layout, write: WriteBlocks) -> Element:
    """A cell. What is empty heads nothing: an empty th is announced before every cell below it."""
    heads = bool(cell.header and cell.blocks)
    made = element(
        "th" if heads else "td",
        *inside(cell, layout.inside(), write),
        class_=None if cell.alignment is Alignment.START else cell.alignment.value,
        scope=cell.header if heads else None,
        colspan=str(cell.columns) if cell.columns > 1 else None,
        rowspan=str(cell.rows) if cell.rows > 1 else None,
    )
    return written_at(made, cell.span)
