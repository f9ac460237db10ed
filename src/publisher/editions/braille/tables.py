"""A table as a list of its rows, each value with the heading of its column: columns of cells would not fit the page."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from publisher.editions.braille.inlines import runs
from publisher.editions.braille.pieces import Piece, Run, apart, close, hanging, inset, led, paragraph, said
from publisher.facts.setting import Setting
from publisher.model.blocks import Block, Paragraph, Table
from publisher.model.grid import PlacedCell, placed
from publisher.model.words import without_marks
from publisher.xhtml.stacked import Headings, headings

WriteBlocks = Callable[[Sequence[Block], Setting], tuple[Piece, ...]]
Remark = Callable[[Sequence[Piece]], tuple[Piece, ...]]
_NOTHING = "–"
_AS_LIST = "Table set out as a list: each row, then its values below it, each after the heading of its column."


def table(table: Table, setting: Setting, write: WriteBlocks, remark: Remark) -> tuple[Piece, ...]:
    """The caption, a note that says how the table is set, and the rows; ``write`` writes what stands in a cell."""
    label = setting.book.targets[setting.book.ids[table.span]].label if table.caption else setting.say("Table")
    caption = Piece(runs=(*said(f"{label}: "), *runs(table.caption, setting)), keep=True)
    title = (caption,) if table.caption else ()
    places = placed(table)
    bottom = max((place.bottom for place in places), default=0)
    top = len(table.head) if len(table.head) < bottom else 0
    summary = (paragraph(table.summary),) if table.summary else ()
    note = remark((paragraph(setting.say(_AS_LIST)), *summary))
    below = ((row, headings(table, places, row)) for row in range(top, bottom))
    rows = [piece for row, above in below for piece in _row(row, top, places, above, setting, write)]
    return (*apart((*title, *note)), *apart(rows))


def _row(
    row: int, top: int, places: Sequence[PlacedCell], above: Headings, setting: Setting, write: WriteBlocks
) -> tuple[Piece, ...]:
    """The first cell of a row at the left, the others below it."""
    made: list[tuple[Piece, ...]] = []
    here = (place for place in places if place.top <= row < place.bottom)
    for place in sorted(here, key=lambda place: place.left):
        if place.top < row and not place.cell.header:
            continue
        lead = _lead(above if top else {}, place, setting)
        content = close(write(place.cell.blocks if place.top == row else _unmarked(place.cell.blocks), setting))
        if content or lead:
            made.append(led(lead, content or (paragraph(_NOTHING),)))
    if not made:
        return ()
    return (*hanging(made[0], ""), *(piece for cell in made[1:] for piece in inset(hanging(cell, ""), 2)))


def _lead(above: Headings, place: PlacedCell, setting: Setting) -> tuple[Run, ...]:
    """The headings of the columns that a cell fills, with a colon."""
    words = dict.fromkeys(inlines for column in range(place.left, place.right) for inlines in above.get(column, ()))
    parts = [run for inlines in words for run in (*said(", "), *runs(inlines, setting))][1:]
    return (*parts, *said(": ")) if parts else ()


def _unmarked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A heading said again, row by row: its marks stand with the first row alone."""
    return tuple(
        replace(block, content=without_marks(block.content)) for block in blocks if isinstance(block, Paragraph)
    )
