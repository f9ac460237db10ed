"""Which headers a cell of a table stands under, for readers that ask (PDF/UA-1 7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pydyf

from publisher.paper.structure import Node


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in the grid: its first row and column, and the first that are no longer its own."""

    node: Node
    top: int
    left: int
    bottom: int
    right: int

    def heads(self, other: "_Cell") -> bool:
        """Whether this header speaks for ``other``: to the right of it in its rows, or below it in its columns."""
        if self.node.type != "TH" or other.node is self.node:
            return False
        if self.node.attributes["Table"]["Scope"] == "/Row":
            return self.right <= other.left and self.top < other.bottom and other.top < self.bottom
        return self.bottom <= other.top and self.left < other.right and other.left < self.right


def name_headers(table: Node) -> None:
    """Each data cell of ``table`` names its headers by their IDs, in the order of the table."""
    grid = tuple(_grid(table))
    headers = [cell for cell in grid if cell.node.type == "TH"]
    for cell in grid:
        names = [header.node.properties["ID"] for header in headers if header.heads(cell)]
        if names and cell.node.type == "TD":
            cell.node.attributes.setdefault("Table", {})["Headers"] = pydyf.Array(pydyf.String(n) for n in names)


def _grid(table: Node) -> Iterator[_Cell]:
    """The cells of ``table`` at their places (HTML, 4.9.12.1: forming a table)."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(_rows(table)):
        left = 0
        for node in row.children:
            while (top, left) in taken:
                left += 1
            spans = node.attributes.get("Table", {})
            cell = _Cell(node, top, left, top + spans.get("RowSpan", 1), left + spans.get("ColSpan", 1))
            taken |= {(r, c) for r in range(cell.top, cell.bottom) for c in range(cell.left, cell.right)}
            yield cell
            left = cell.right


def _rows(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type == "TR":
            yield child
        elif child.type != "Caption":
            yield from _rows(child)
