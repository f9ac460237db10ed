"""A table as a list of its rows, each value with the heading of its column: in lines of text columns are not heard."""

from collections.abc import Callable, Mapping, Sequence

from publisher.editions.text.inlines import words
from publisher.editions.text.pieces import Piece, apart, close, hanging, led
from publisher.facts.setting import Setting
from publisher.model.blocks import Block, Cell, Paragraph, Table
from publisher.model.grid import PlacedCell, placed
from publisher.model.words import without_marks

WriteBlocks = Callable[[Sequence[Block], Setting], tuple[Piece, ...]]
_NOTHING = "–"


def table(table: Table, setting: Setting, write: WriteBlocks) -> tuple[Piece, ...]:
    """The caption, the summary, and the rows; ``write`` writes what stands in a cell."""
    label = setting.book.targets[setting.book.ids[table.span]].label if table.caption else setting.say("Table")
    title = Piece(text=f"{label}: {words(table.caption, setting)}")
    summary = (Piece(text=table.summary),) if table.summary else ()
    places = placed(table)
    bottom = max((place.bottom for place in places), default=0)
    top = len(table.head) if len(table.head) < bottom else 0
    rows = [row for number in range(top, bottom) for row in _row(number, top, places, setting, write)]
    return (title, *summary, *apart(rows))


def _row(
    number: int, top: int, places: Sequence[PlacedCell], setting: Setting, write: WriteBlocks
) -> tuple[Piece, ...]:
    """The cells of a row, and the headings that reach into it from above."""
    headings = _headings([place for place in places if place.top < top], setting, marked=number == top)
    made: list[Piece] = []
    for place in sorted(
        (place for place in places if place.top <= number < place.bottom), key=lambda place: place.left
    ):
        columns = range(place.left, place.right)
        lead = ", ".join(dict.fromkeys(text for column in columns for text in headings.get(column, ())))
        if place.top == number:
            content = write(place.cell.blocks, setting)
        else:
            content = (Piece(text=_words(place.cell, setting, marked=False)),) if place.cell.header else ()
        if content or (lead and place.top == number):
            made += led(f"{lead}: " if lead else "", content or (Piece(text=_NOTHING),))
    return hanging(close(made), "- ", indent="  ")


def _headings(head: Sequence[PlacedCell], setting: Setting, *, marked: bool) -> Mapping[int, list[str]]:
    """The words over each column. Their marks stand with the first row alone."""
    found: dict[int, list[str]] = {}
    for place in head:
        for column in range(place.left, place.right):
            if text := _words(place.cell, setting, marked=marked):
                found.setdefault(column, []).append(text)
    return found


def _words(cell: Cell, setting: Setting, *, marked: bool) -> str:
    content = [block.content for block in cell.blocks if isinstance(block, Paragraph)]
    return " ".join(words(inlines if marked else without_marks(inlines), setting) for inlines in content)
