"""The pictures that a book shows, each once, with the words that it says of them."""

from collections.abc import Iterator

from publisher.model.alternatives import Described, Unstated
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import InlineImage, Link
from publisher.model.walk import every
from publisher.source import Span


def pictures(book: Book) -> Iterator[Figure]:
    """Each picture once: those of the manifest, used or not, those said on the spot, the cover.

    A picture whose file could not be taken is none of them: that has been said already.
    """
    everywhere = (*book.manuscript.figures.values(), *_on_the_spot(book), *_cover(book))
    return (figure for figure in everywhere if figure.path)


def said_at(book: Book, figure: Figure, key: str) -> Span:
    """Where the manifest says ``key`` ("image", "kind") of a picture; the picture's own place where it does not."""
    place = book.manifest.places.get(f"figures.{figure.key}.{key}")
    return place.value if place and figure.span == book.manifest.place(f"figures.{figure.key}").key else figure.span


def linked(book: Book) -> frozenset[Span]:
    """The places of the pictures inside links."""
    return frozenset(image.span for link in book.every(Link) for image in every(InlineImage, link.content))


def shown(figure: Figure) -> str:
    """The file's name, without the folder that it lies in."""
    return figure.path.rpartition("/")[2]


def _on_the_spot(book: Book) -> Iterator[Figure]:
    for figure in book.every(Figure):
        if figure.words == figure.span:
            yield figure
    for image in book.every(InlineImage):
        if not image.key:
            yield Figure(key="", path=image.path, alternative=image.alternative, span=image.span, words=image.words)


def _cover(book: Book) -> Iterator[Figure]:
    cover, manifest = book.manifest.book.cover, book.manifest
    place = manifest.place("book.cover.image").value
    if not cover or not cover.image or any(fault.span == place for fault in book.manuscript.faults):
        return
    text = " ".join(cover.alt.split())
    alternative = Described(text=text) if text else Unstated()
    words = manifest.places.get("book.cover.alt")
    at = words.value if words else manifest.place("book.cover").key
    yield Figure(key="", path=cover.image, alternative=alternative, span=place, words=at)
