"""Names for all that can be pointed at: unique in the book, made from its words, the same in every build."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from publisher.model.blocks import Figure, Heading, Table
from publisher.model.book import Chapter
from publisher.model.inlines import Passage
from publisher.model.names import slugified
from publisher.model.walk import nodes
from publisher.model.words import spoken
from publisher.source import Span


def identifiers(chapters: tuple[Chapter, ...], *, used: Iterable[str] = ()) -> Mapping[Span, str]:
    """The id of each heading, figure, table and named passage, by its place; those that we make are none of ``used``.

    An author's own id stands; others are made from the chapter and the words. A second use of an author's id keeps it:
    STR-10 speaks, and no reader is sent to a place that the author did not mean.
    """
    ids: dict[Span, str] = {}
    taken = {*used, *(chapter.slug for chapter in chapters)}
    for chapter in chapters:
        for node in nodes((chapter.blocks, chapter.notes)):
            wanted = _wanted(node, chapter)
            if wanted and isinstance(node, Heading | Figure | Table | Passage):
                id = wanted if _given(node) else _free(wanted, taken)
                ids.setdefault(node.span, id)
                taken.add(id)
    return MappingProxyType(ids)


def _given(node: object) -> bool:
    match node:
        case Heading(id=id) | Passage(id=id):
            return bool(id)
        case Figure(key=key) | Table(key=key):
            return bool(key)
    return False


def _wanted(node: object, chapter: Chapter) -> str:
    match node:
        case Heading(id=id) | Passage(id=id) if id:
            return id
        case Heading(level=1):
            return f"{chapter.slug}-title"
        case Heading(content=content):
            return f"{chapter.slug}-{slugified(spoken(content))}"
        case Figure(key=key):
            return f"fig-{key}" if key else f"fig-{chapter.slug}"
        case Table(key=key):
            return f"tbl-{key.removeprefix('tbl-')}" if key else f"tbl-{chapter.slug}"
    return ""


def _free(wanted: str, taken: set[str]) -> str:
    """``wanted``, or with the first number behind it that makes it new."""
    id, number = wanted, 2
    while id in taken:
        id, number = f"{wanted}-{number}", number + 1
    return id
