"""The words of a book that are no Markdown: those of book.yaml, of its sources, and of titles and pictures."""

from collections.abc import Iterator

from publisher.model.alternatives import Described
from publisher.model.blocks import Box, Figure
from publisher.model.book import Book
from publisher.model.inlines import InlineImage
from publisher.readers.bibliography import texts
from publisher.source import Span

# Keys whose words reach readers; what stands under any other is a file, an address, a number, a word of ours.
_READ = frozenset("title subtitle name description rights alt credit licence part".split())


def manifest_texts(book: Book) -> Iterator[tuple[str, Span, str]]:
    """The path, the place and the text, as it is written, of each value of book.yaml that is no Markdown.

    Sources are left out: their file may be another.
    """
    places, rows = book.manifest.places, book.manuscript.lines.get("book.yaml", ())
    groups = {path.rpartition(".")[0] for path in places}
    for path, place in places.items():
        section, _, name = path.partition(".")
        is_markdown = section == "figures" and name.endswith((".caption", ".description"))
        if path not in groups and section != "references" and not is_markdown:
            lines = list(rows[place.value.line - 1 : place.end.line])
            lines[-1:] = [line[: place.end.column - 1] for line in lines[-1:] if place.end.line <= len(rows)]
            lines[:1] = [line[place.value.column - 1 :] for line in lines[:1]]
            yield path, place.value, "\n".join(lines)


def plain_words(book: Book) -> Iterator[tuple[Span, str]]:
    """Every plain text that readers get, with its place."""
    for path, span, text in manifest_texts(book):
        if path.rpartition(".")[2] in _READ or path.startswith("book.subjects."):
            yield span, text
    for reference in book.manifest.references:
        for name, text in texts(reference):
            place = book.manifest.places.get(f"references.{reference.key}.{name}")
            yield place.value if place else reference.span, text
    yield from on_the_spot(book)


def on_the_spot(book: Book) -> Iterator[tuple[Span, str]]:
    """The titles of boxes, and what pictures say that are described in a chapter."""
    for box in book.every(Box):
        yield box.span, f"{box.title}\n{box.source}"
    pictures: tuple[Figure | InlineImage, ...] = (*book.every(Figure), *book.every(InlineImage))
    for picture in pictures:
        if picture.words == picture.span and isinstance(picture.alternative, Described):
            yield picture.span, picture.alternative.text
