"""How wide a table must be and would like to be, estimated from its words."""

from collections.abc import Callable, Sequence

from publisher.model.blocks import CodeBlock, Figure, Paragraph
from publisher.model.grid import PlacedCell
from publisher.model.inlines import Abbreviation, Citation, Code, Text
from publisher.model.walk import nodes
from publisher.model.words import spoken

TABLE = 0.92  # of the text: the size of table text that these widths are reckoned with
# In em of the text: the letters of a table are on average a good half as wide as high.
_LETTER = 0.53
_PADDING = 0.7
_BREAKABLE = 24  # letters: longer words are addresses, which break
_PICTURE = 8.0


def least_width(cells: Sequence[PlacedCell]) -> float:
    """The least width of a table in em, by its cells of one column: no word is broken, except addresses."""
    return _sum(cells, _longest_word)


def natural_width(cells: Sequence[PlacedCell]) -> float:
    """The width in em at which no cell of one column has a second line."""
    return _sum(cells, _whole_line)


def _sum(cells: Sequence[PlacedCell], width: Callable[[object], float]) -> float:
    columns: dict[int, float] = {}
    for place in cells:
        if place.right == place.left + 1:
            own = max(map(width, nodes(place.cell.blocks)), default=0.0) + _PADDING
            columns[place.left] = max(columns.get(place.left, 0.0), own)
    return sum(columns.values())


def _longest_word(node: object) -> float:
    match node:
        case Text(text=text) | Code(text=text) | CodeBlock(text=text) | Abbreviation(text=text):
            return _LETTER * min(_BREAKABLE, max(map(len, text.split()), default=0))
        case Citation(items=items):
            return _LETTER * (2 + len(items))
        case Figure():
            return _PICTURE
    return 0.0


def _whole_line(node: object) -> float:
    return _LETTER * len(spoken(node.content)) if isinstance(node, Paragraph) else _longest_word(node)
