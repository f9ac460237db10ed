"""Which headers a cell of a table stands under, for readers that ask (PDF/UA-1 7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pydyf

from publisher.paper.structure import Node


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in the grid: its first row and column, the first that are no longer its own, and its group of rows."""

    node: Node
    top: int
    left: int
    bottom: int
    right: int
    group: Node

    def heads(self, other: "_Cell", until: int) -> bool:
        """Whether this header speaks for ``other``: to the right of it in its rows, or below it in its columns.

        One that fills a row of its own speaks for the rows of its group, ``until`` the next of its kind.
        """
        if self.node.type != "TH" or other.node is self.node:
            return False
        if self.node.attributes["Table"]["Scope"] == "/Row" and until:
            return other.group is self.group and self.bottom <= other.top < until
        if self.node.attributes["Table"]["Scope"] == "/Row":
            return self.right <= other.left and self.top < other.bottom and other.top < self.bottom
        return self.bottom <= other.top and self.left < other.right and other.left < self.right


def name_headers(table: Node) -> None:
    """Each data cell of ``table`` names its headers by their IDs, in the order of the table."""
    grid = tuple(_grid(table))
    headers = [cell for cell in grid if cell.node.type == "TH"]
    width = max((cell.right for cell in grid), default=0)
    alone = [cell.top for cell in headers if (cell.left, cell.right) == (0, width) and width > 1]
    ends = dict(zip(alone, [*alone[1:], len(grid)]))
    for cell in grid:
        names = [header.node.properties["ID"] for header in headers if header.heads(cell, ends.get(header.top, 0))]
        if names and cell.node.type == "TD":
            cell.node.attributes.setdefault("Table", {})["Headers"] = pydyf.Array(pydyf.String(n) for n in names)


def _grid(table: Node) -> Iterator[_Cell]:
    """The cells of ``table`` at their places (HTML, 4.9.12.1: forming a table)."""
    taken: set[tuple[int, int]] = set()
    for top, (row, group) in enumerate(_rows(table)):
        left = 0
        for node in row.children:
            while (top, left) in taken:
                left += 1
            spans = node.attributes.get("Table", {})
            cell = _Cell(node, top, left, top + spans.get("RowSpan", 1), left + spans.get("ColSpan", 1), group)
            taken |= {(r, c) for r in range(cell.top, cell.bottom) for c in range(cell.left, cell.right)}
            yield cell
            left = cell.right


def _rows(node: Node) -> Iterator[tuple[Node, Node]]:
    """Each row below ``node`` with the group that it stands in."""
    for child in node.children:
        if child.type == "TR":
            yield child, node
        elif child.type != "Caption":
            yield from _rows(child)
