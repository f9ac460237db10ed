"""Visit a tree in reading order."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

from publisher.source import Span

Node = TypeVar("Node")

_LEAVES = (str, int, bool, float, bytes, Span, "str", "Span")


def nodes(root: object) -> Iterator[object]:
    """Each node in ``root`` (a node, or tuples of nodes), parents before children, in reading order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if type(node) is tuple:
            waiting.extend(reversed(node))
            continue
        branches = _branches(cast(Hashable, type(node)))
        if branches is None:
            continue
        yield node
        for name in branches:
            waiting.append(getattr(node, name))


@cache
def _branches(kind: Any) -> tuple[str, ...] | None:
    """The fields of a node that may hold nodes, the last first; None for what is no node."""
    if not is_dataclass(kind) or kind is Span:
        return None
    return tuple(field.name for field in reversed(fields(kind)) if field.type not in _LEAVES)


def every(kind: type[Node], root: object) -> Iterator[Node]:
    """Each node of ``kind`` in ``root``, in reading order."""
    return (node for node in nodes(root) if isinstance(node, kind))


def inventory(root: object) -> Mapping[type, tuple[object, ...]]:
    """The nodes of each kind in ``root``, in reading order: one visit for all who ask."""
    found: dict[type, list[object]] = {}
    for node in nodes(root):
        found.setdefault(type(node), []).append(node)
    return MappingProxyType({kind: tuple(members) for kind, members in found.items()})
