"""Visit a tree in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import TypeVar

from publisher.source import Span

Node = TypeVar("Node")


def nodes(root: object) -> Iterator[object]:
    """Each node in ``root`` (a node, or tuples of nodes), parents before children, in reading order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting.extend(reversed(node))
        elif is_dataclass(node) and not isinstance(node, Span | type):
            yield node
            waiting.extend(getattr(node, field.name) for field in reversed(fields(node)))


def every(kind: type[Node], root: object) -> Iterator[Node]:
    """Each node of ``kind`` in ``root``, in reading order."""
    return (node for node in nodes(root) if isinstance(node, kind))


def inventory(root: object) -> Mapping[type, tuple[object, ...]]:
    """The nodes of each kind in ``root``, in reading order: one visit for all who ask."""
    found: dict[type, list[object]] = {}
    for node in nodes(root):
        found.setdefault(type(node), []).append(node)
    return MappingProxyType({kind: tuple(members) for kind, members in found.items()})
