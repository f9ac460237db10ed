"""The facts, each counted from the book once."""

from dataclasses import dataclass

from publisher.model.alternatives import Decorative, Described
from publisher.model.blocks import Box, Figure, Heading, Row, Table
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Citation, InlineImage, Passage
from publisher.model.walk import every
from publisher.readers.raster import is_animated

# Kinds of picture whose point does not fit into an alternative text (rules IMG-10).
COMPLEX = frozenset({"chart", "graph", "map", "diagram", "infographic", "table-image"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Counts and truths about a book. ``images`` are those that say something; decorative ones are not among them."""

    images: int
    described: int
    complex: int
    long_descriptions: int
    headings_in_order: bool
    references: int
    cited: bool
    notes: int
    tables: int
    tables_with_headings: int
    animated: int
    own_styles: bool
    languages: tuple[str, ...]


def facts(book: Book) -> Facts:
    """What is true of ``book``, for every edition of it."""
    pictures: tuple[Figure | InlineImage, ...] = (*book.every(Figure), *book.every(InlineImage))
    telling = [picture for picture in pictures if not isinstance(picture.alternative, Decorative)]
    involved = [picture for picture in pictures if isinstance(picture, Figure) and picture.kind in COMPLEX]
    tables = book.every(Table)
    return Facts(
        images=len(telling),
        described=sum(isinstance(picture.alternative, Described) for picture in telling),
        complex=len(involved),
        long_descriptions=sum(bool(picture.description) for picture in involved),
        headings_in_order=all(map(_in_order, book.chapters)),
        references=len(book.entries),
        cited=bool(book.every(Citation)),
        notes=len(book.notes),
        tables=len(tables),
        tables_with_headings=sum(any(cell.header for row in _rows(table) for cell in row.cells) for table in tables),
        animated=sum(map(is_animated, book.manuscript.assets.values())),
        own_styles=any(name.endswith(".css") for name in book.manuscript.styles),
        languages=_languages(book),
    )


def _rows(table: Table) -> tuple[Row, ...]:
    return (*table.head, *(row for body in table.bodies for row in body))


def _in_order(chapter: Chapter) -> bool:
    """Whether no heading of a chapter stands more than one level below the one before it."""
    levels = [heading.level for heading in every(Heading, chapter.blocks)]
    return bool(levels) and levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:]))


def _languages(book: Book) -> tuple[str, ...]:
    """The book's language first, then each language of a part, in reading order."""
    parts = (*(chapter.language for chapter in book.chapters), *(box.language for box in book.every(Box)))
    passages = (passage.language for passage in book.every(Passage))
    return tuple(dict.fromkeys(filter(None, (book.manifest.book.language, *parts, *passages))))
