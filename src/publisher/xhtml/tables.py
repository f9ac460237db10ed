"""Data tables: a caption, headings with their direction, and a summary before what is complex."""

from collections.abc import Callable, Sequence

from publisher.model.blocks import Alignment, Block, Cell, Paragraph, Row, Table
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.inlines import inlines
from publisher.xhtml.layout import Layout

WriteBlocks = Callable[[Sequence[Block], Layout], tuple[Element, ...]]


def table(table: Table, layout: Layout, write: WriteBlocks) -> tuple[Element, ...]:
    """A table; ``write`` writes the blocks in its cells."""
    id = layout.book.ids[table.span]
    summary = (element("p", table.summary, class_="summary", id=f"{id}-summary"),) if table.summary else ()
    parts: list[Element] = []
    if table.caption:
        label = element("span", f"Table {layout.book.numbers[id]}.", class_="label")
        parts.append(element("caption", label, " ", *inlines(table.caption, layout)))
    if table.head:
        parts.append(element("thead", *(_row(row, layout, write) for row in table.head)))
    parts += [element("tbody", *(_row(row, layout, write) for row in body)) for body in table.bodies if body]
    return (*summary, element("table", *parts, id=id, aria_describedby=f"{id}-summary" if summary else None))


def _row(row: Row, layout: Layout, write: WriteBlocks) -> Element:
    return element("tr", *(_cell(cell, layout, write) for cell in row.cells))


def _cell(cell: Cell, layout: Layout, write: WriteBlocks) -> Element:
    return element(
        "th" if cell.header else "td",
        *_inside(cell, layout, write),
        class_=None if cell.alignment is Alignment.START else cell.alignment.value,
        scope=cell.header or None,
        colspan=str(cell.columns) if cell.columns > 1 else None,
        rowspan=str(cell.rows) if cell.rows > 1 else None,
    )


def _inside(cell: Cell, layout: Layout, write: WriteBlocks) -> tuple[Child, ...]:
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        return inlines(cell.blocks[0].content, layout)
    return write(cell.blocks, layout)
