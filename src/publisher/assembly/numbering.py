"""Numbers of figures and tables: through the book, in reading order, for those that have a caption."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.model.blocks import Figure, Table
from publisher.model.book import Chapter
from publisher.model.walk import nodes
from publisher.source import Span


def numbers(chapters: tuple[Chapter, ...], ids: Mapping[Span, str]) -> Mapping[str, int]:
    """The number of each captioned figure and table by its id; the two are counted apart."""
    found: dict[str, int] = {}
    for kind in (Figure, Table):
        captioned = dict.fromkeys(ids[node.span] for node in _captioned(kind, chapters))
        found |= {id: number for number, id in enumerate(captioned, start=1)}
    return MappingProxyType(found)


def _captioned(kind: type[Figure] | type[Table], chapters: tuple[Chapter, ...]) -> Iterator[Figure | Table]:
    for chapter in chapters:
        for node in nodes((chapter.blocks, chapter.notes)):
            if isinstance(node, kind) and node.caption:
                yield node
