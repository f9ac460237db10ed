"""Numbers of figures and tables: through the book, in reading order, for those that have a caption."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.model.blocks import Figure, Table
from publisher.model.book import Chapter
from publisher.model.walk import every
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
        described = tuple(figure.description for figure in every(Figure, (chapter.blocks, chapter.notes)))
        late = {node.span for node in every(kind, described)}  # descriptions stand at the end of their chapter
        first = (node for node in every(kind, chapter.blocks) if node.span not in late)
        noted = (node for node in every(kind, chapter.notes) if node.span not in late)
        yield from (node for node in (*first, *every(kind, described), *noted) if node.caption)
