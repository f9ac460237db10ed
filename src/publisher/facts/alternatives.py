"""The alt ledger's one side: every picture of a book, with what its author says of it to those who do not see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.alternatives import Decorative, Described
from publisher.model.blocks import Block, CodeBlock, Definition, Details, Figure, Heading, Paragraph, Table
from publisher.model.book import Book
from publisher.model.inlines import InlineImage
from publisher.model.walk import nodes
from publisher.model.words import spoken
from publisher.source import Span
from publisher.xhtml.cover import cover_image

Shown = Figure | InlineImage


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeEntry:
    """A picture and its words.

    ``path`` is relative to the book's folder; ``key`` is the manifest's, empty for one that is said on the spot and for
    the cover; ``place`` is where the words stand, or should. ``words`` is empty where there are none, ``description``
    holds those of the long one. ``chapters`` are the slugs of those that show it: none for what only stands in the
    manifest, and for the cover.
    """

    path: str
    key: str
    place: Span
    words: str
    decorative: bool = False
    description: str = ""
    chapters: tuple[str, ...] = ()
    cover: bool = False


def alternatives(book: Book) -> tuple[AlternativeEntry, ...]:
    """Every picture once, in the order of places: those of the manifest, those said on the spot, the cover."""
    shown = tuple(_shown(book))
    entries = [_entry(figure, key, _users(shown, figure)) for key, figure in book.manuscript.figures.items()]
    entries += [_entry(picture, "", (slug,)) for picture, slug in shown if picture.words == picture.span]
    return tuple(sorted((entry for entry in (*entries, *_cover(book)) if entry.path), key=lambda entry: entry.place))


def _shown(book: Book) -> Iterator[tuple[Shown, str]]:
    """Each picture where it is shown, with its chapter; a note counts for the chapter that its mark stands in."""
    for chapter in book.chapters:
        notes = tuple(note.note.blocks for note in book.notes if note.chapter == chapter.slug)
        for node in nodes((chapter.blocks, notes)):
            if isinstance(node, Shown):
                yield node, chapter.slug


def _users(shown: tuple[tuple[Shown, str], ...], figure: Figure) -> tuple[str, ...]:
    own = (slug for picture, slug in shown if picture.key == figure.key and picture.words == figure.words)
    return tuple(dict.fromkeys(own))


def _entry(picture: Shown, key: str, chapters: tuple[str, ...]) -> AlternativeEntry:
    said = picture.alternative
    return AlternativeEntry(
        path=picture.path,
        key=key,
        place=picture.words,
        words=said.text if isinstance(said, Described | Decorative) else "",
        decorative=isinstance(said, Decorative),
        description=told(picture.description) if isinstance(picture, Figure) else "",
        chapters=chapters,
    )


def _cover(book: Book) -> Iterator[AlternativeEntry]:
    cover, places = book.manifest.book.cover, book.manifest.places
    if cover and (path := cover_image(book)):
        at = places["book.cover.alt"].value if "book.cover.alt" in places else book.manifest.place("book.cover").key
        yield AlternativeEntry(path=path, key="", place=at, words=" ".join(cover.alt.split()), cover=True)


def told(blocks: tuple[Block, ...]) -> str:
    """The words of some blocks in reading order, in one line; marks of notes and references say nothing here."""
    return " ".join(" ".join(_told(blocks)).split())


def _told(blocks: tuple[Block, ...]) -> Iterator[str]:
    for node in nodes(blocks):
        match node:
            case Paragraph(content=content) | Heading(content=content):
                yield spoken(content)
            case Table(caption=content) | Details(summary=content):
                yield spoken(content)
            case CodeBlock(text=text):
                yield text
            case Definition(terms=terms):
                yield from map(spoken, terms)
