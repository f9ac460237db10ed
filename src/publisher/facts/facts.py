"""The facts, each counted from the book once."""

from dataclasses import dataclass

from publisher.facts.look import Look, look_of
from publisher.model.alternatives import Decorative, Described
from publisher.model.blocks import Box, Figure, Heading, Row, Table
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Citation, InlineImage, Passage
from publisher.model.walk import every, nodes
from publisher.model.words import spoken
from publisher.readers.raster import is_animated

# Kinds of picture whose point does not fit into an alternative text (rules IMG-10).
COMPLEX = frozenset({"chart", "graph", "map", "diagram", "infographic", "table-image"})
_OF_TEXT = frozenset({"text", "table-image"})  # pictures whose words nobody can enlarge or recolour (WCAG 1.4.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Counts and truths about a book. ``images`` are those that say something; decorative ones are not among them.

    ``kinds`` are theirs, as the manifest names them: "" for one that nobody names. ``moving_in`` are the titles of the
    chapters that show a picture that plays. ``pages`` are those of the print edition that begin with words of the text,
    and are marked in it.
    """

    titled: bool
    images: int
    kinds: tuple[str, ...]
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
    moving_in: tuple[str, ...]
    text_in_pictures: int
    look: Look
    pages: int
    languages: tuple[str, ...]


def facts(book: Book) -> Facts:
    """What is true of ``book``, for every edition of it."""
    pictures: tuple[Figure | InlineImage, ...] = (*book.every(Figure), *book.every(InlineImage))
    telling = [picture for picture in pictures if not isinstance(picture.alternative, Decorative)]
    involved = [picture for picture in pictures if isinstance(picture, Figure) and picture.kind in COMPLEX]
    tables = book.every(Table)
    return Facts(
        titled=all(spoken(chapter.title).strip() for chapter in book.chapters),
        images=len(telling),
        kinds=tuple(sorted({picture.kind if isinstance(picture, Figure) else "" for picture in telling})),
        described=sum(isinstance(picture.alternative, Described) for picture in telling),
        complex=len(involved),
        long_descriptions=sum(bool(picture.description) for picture in involved),
        headings_in_order=all(map(_in_order, book.chapters)),
        references=len(book.entries),
        cited=bool(book.every(Citation)),
        notes=len(book.notes),
        tables=len(tables),
        tables_with_headings=sum(any(cell.header for row in _rows(table) for cell in row.cells) for table in tables),
        animated=len(moving(book)),
        moving_in=_moving_in(book),
        text_in_pictures=sum(isinstance(picture, Figure) and picture.kind in _OF_TEXT for picture in telling),
        look=look_of(book),
        pages=len(book.pages),
        languages=_languages(book),
    )


def moving(book: Book) -> tuple[str, ...]:
    """The pictures of ``book`` that play: their files."""
    return tuple(path for path, asset in book.manuscript.assets.items() if is_animated(asset))


def _moving_in(book: Book) -> tuple[str, ...]:
    """The titles of the chapters that show a picture that plays."""
    files = set(moving(book))
    if not files:
        return ()
    shown = [
        spoken(chapter.title)
        for chapter in book.chapters
        if any(
            isinstance(node, Figure | InlineImage) and node.path in files
            for node in nodes((chapter.blocks, chapter.notes))
        )
    ]
    return tuple(dict.fromkeys(shown))


def _rows(table: Table) -> tuple[Row, ...]:
    return (*table.head, *(row for body in table.bodies for row in body))


def _in_order(chapter: Chapter) -> bool:
    """Whether no heading of a chapter stands more than one level below the one before it."""
    levels = [heading.level for heading in every(Heading, chapter.blocks) if heading.span.file == chapter.file]
    return bool(levels) and levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:]))


def _languages(book: Book) -> tuple[str, ...]:
    """The book's language first, then each language of a part, in reading order."""
    parts = (*(chapter.language for chapter in book.chapters), *(box.language for box in book.every(Box)))
    passages = (passage.language for passage in book.every(Passage))
    return tuple(dict.fromkeys(filter(None, (book.manifest.book.language, *parts, *passages))))
