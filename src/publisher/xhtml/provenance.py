"""From a finished file back to the author's line: by the ids that we gave, and by the words themselves.

Finished files bear no mark of their sources: what is published tells nothing of the folder that it was made in. The
place of an element is found again from the book.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from publisher.model.alternatives import Decorative
from publisher.model.blocks import Cell, Figure, Heading, Paragraph, Table
from publisher.model.book import Book
from publisher.model.inlines import CrossReference, Inline, InlineImage, Text
from publisher.model.walk import nodes
from publisher.model.words import spoken
from publisher.source import Span
from publisher.xhtml.cover import cover_image
from publisher.xhtml.element import Element

_TOLD = 24  # letters: enough to know a paragraph by, and few enough to come before its first mark of a note
_PICTURES = frozenset({"figure", "img"})
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption pre figure img table tr summary a span".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which place in the author's files an id, a block's words, or the n-th picture or table came from.

    ``figures`` and ``tables`` are those that a reader meets, in reading order, the cover first;
    ``chapters`` are files by their slug.
    """

    ids: Mapping[str, Span]
    words: Mapping[str, Span]
    figures: tuple[Span, ...]
    tables: tuple[Span, ...]
    chapters: Mapping[str, str]

    def of_words(self, text: str) -> Span | None:
        """The place of the block that begins with these words."""
        return self.words.get(_known_by(text))

    def of_element(self, target: Element) -> Span | None:
        """The place of an element: its own, its block's, that of what it begins with, or that of what stands before."""
        line = [target, *target.iterancestors()]
        here = [element for element in line if _name(element) in _BLOCKS]
        before = reversed(
            [element for element in target.getroottree().iter("*") if element not in line][: _index(target)]
        )
        near = (*here, *target.iterdescendants("*"), *before)
        return next((span for element in near if (span := self._own(element))), None)

    def _own(self, element: Element) -> Span | None:
        span = self.ids.get(element.get("id", ""))
        if span or _name(element) in _PICTURES or _name(element) not in _BLOCKS:
            return span
        return self.of_words("".join(map(str, element.itertext())))


def provenance(book: Book) -> Provenance:
    """Where everything in ``book`` came from."""
    chapters = {chapter.slug: chapter.file for chapter in book.chapters}
    words: dict[str, Span] = {}
    for text, span in _blocks(book):
        if known := _known_by(text):
            words.setdefault(known, span)
    lists = {entry.id: entry.reference.span for entry in book.entries} | {
        note.id: note.note.span for note in book.notes
    }
    ways = {way.id: way.span for listed in (book.entries, book.notes) for each in listed for way in each.ways_back}
    # What is wrong with a picture is wrong with its words, wherever it is shown.
    pictures = {book.ids[figure.span]: figure.words for figure in book.every(Figure) if figure.span in book.ids}
    shown = (
        node
        for node in nodes(tuple(chapter.blocks for chapter in book.chapters))
        if isinstance(node, Figure | InlineImage)
    )
    cover = (book.manifest.place("book.cover.alt").value,) if cover_image(book) else ()
    return Provenance(
        ids=MappingProxyType({**{id: span for span, id in book.ids.items()}, **lists, **ways, **pictures}),
        words=MappingProxyType(words),
        figures=(*cover, *(node.words for node in shown if node.path and not isinstance(node.alternative, Decorative))),
        tables=tuple(table.span for table in book.every(Table)),
        chapters=MappingProxyType(chapters),
    )


def _blocks(book: Book) -> Iterator[tuple[str, Span]]:
    for heading in book.every(Heading):
        yield _told(heading.content, book), heading.span
    for paragraph in book.every(Paragraph):
        yield _told(paragraph.content, book), paragraph.span
    for cell in book.every(Cell):
        yield " ".join(_told(block.content, book) for block in cell.blocks if isinstance(block, Paragraph)), cell.span


def _told(content: tuple[Inline, ...], book: Book) -> str:
    """The words of some inlines, with those that we made for a way to a figure, a table or a section."""
    named = (book.targets.get(inline.target) if isinstance(inline, CrossReference) else None for inline in content)
    return spoken(
        [Text(text=to.label, span=to.span) if to else inline for inline, to in zip(content, named, strict=True)]
    )


def _known_by(text: str) -> str:
    """The letters that a text begins with: white space, quotation marks and numbers differ between editions."""
    return re.sub(r"[\W\d_]+", "", text).casefold()[:_TOLD]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _index(target: Element) -> int:
    """How many elements stand before this one that do not hold it."""
    everything = list(target.getroottree().iter("*"))
    return everything.index(target) - sum(1 for _ in target.iterancestors())
