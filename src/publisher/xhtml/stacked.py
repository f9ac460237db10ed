"""A table as a list of its rows, where no page is wide enough for it: each value with the heading of its column."""

from collections.abc import Callable, Mapping, Sequence

from publisher.model.blocks import Block, Cell, Paragraph, Table
from publisher.model.grid import PlacedCell, placed
from publisher.model.inlines import Inline
from publisher.model.words import without_marks
from publisher.xhtml.element import Child, Element, element, written_at
from publisher.xhtml.inlines import inlines
from publisher.xhtml.layout import Layout

WriteBlocks = Callable[[Sequence[Block], Layout], tuple[Element, ...]]
Headings = Mapping[int, tuple[tuple[Inline, ...], ...]]  # the words over each column, from the top
_NOTHING = "–"
_MANY = 8  # values: a row with more may go on on the next page
_WHY = (
    "This table is wider than the page. Each row stands here as a list, and each value follows the heading of its "
    "column."
)


def caption(table: Table, id: str, layout: Layout) -> tuple[Child, ...]:
    """The number and the words of a captioned table."""
    said = f"{layout.say('Table {}', layout.book.numbers[id])}."
    label = element("span", said, class_="label", attributes=layout.ours)
    return (label, " ", *inlines(table.caption, layout))


def inside(cell: Cell, layout: Layout, write: WriteBlocks) -> tuple[Child, ...]:
    """What stands in a cell; one paragraph needs no element of its own."""
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        return inlines(cell.blocks[0].content, layout)
    return write(cell.blocks, layout)


def stacked(table: Table, id: str, layout: Layout, write: WriteBlocks) -> Element:
    """The rows of a table below its head as a list; a cell of several rows is told in each, one of
    several columns alone."""
    title = (element("p", *caption(table, id, layout), class_="caption", id=f"{id}-caption"),) if table.caption else ()
    places = placed(table)
    below = range(len(table.head), max((place.bottom for place in places), default=0))
    items = (_item(row, places, headings(table, places, row), layout, write) for row in below)
    name = {"role": "group", "aria-labelledby": f"{id}-caption"} if title else {}
    why = element("p", *layout.words(_WHY), class_="why on-paper")  # rules LP-18
    return element("div", *title, why, element("ul", *items), class_="stacked", id=id, attributes=name)


def headings(table: Table, places: Sequence[PlacedCell], row: int) -> Headings:
    """The words over each column. Their marks stand with the first row: each leads back to one place."""
    found: dict[int, list[tuple[Inline, ...]]] = {}
    for place in places:
        if place.top < len(table.head):
            for column in range(place.left, place.right):
                first = row == len(table.head) and column == place.left
                words = _words(place.cell)
                found.setdefault(column, []).append(words if first else without_marks(words))
    return {column: tuple(filter(None, words)) for column, words in found.items()}


def _words(cell: Cell) -> tuple[Inline, ...]:
    return tuple(inline for block in cell.blocks if isinstance(block, Paragraph) for inline in block.content)


def _item(row: int, places: Sequence[PlacedCell], over: Headings, layout: Layout, write: WriteBlocks) -> Element:
    parts: list[Element] = []
    pairs: list[Element] = []
    for place in (place for place in places if place.top <= row < place.bottom):
        said = _joined(over.get(place.left, ()) if place.right == place.left + 1 else (), layout)
        words = _cell(place, place.top < row, layout, write)
        tag, kind, group = ("p", "row", parts) if place.cell.header else ("li", None, pairs)
        group.append(written_at(element(tag, *said, *words, class_=kind), place.cell.span))
    values = (element("ul", *pairs),) if pairs else ()
    return element("li", *parts, *values, class_="long" if len(pairs) > _MANY else None)


def _cell(place: PlacedCell, again: bool, layout: Layout, write: WriteBlocks) -> tuple[Child, ...]:
    """What a cell says; ``again``, in a later row of its own, its words alone: they count and are
    marked in the first."""
    if not again:
        return inside(place.cell, layout, write) or (_NOTHING,)
    words = inlines(without_marks(_words(place.cell)), layout)
    return (element("span", *(words or (_NOTHING,)), class_="on-paper"),)


def _joined(headings: Sequence[tuple[Inline, ...]], layout: Layout) -> tuple[Child, ...]:
    """The headings over a value, with a colon, and a space before what follows."""
    parts: list[Child] = []
    for words in headings:
        parts += [", " if parts else "", *inlines(words, layout)]
    return (element("span", *parts, ":", class_="heading on-paper"), " ") if parts else ()
