"""Whether a page has room for text: what MAN-08 says where it has not."""

from collections.abc import Iterator

from publisher.model.book import Book
from publisher.paper.stylesheet import LARGEST, dimensions, millimetres

_LEAST = 2.0  # mm: what is wrong with smaller letters is no matter of the page, and TYP-01 says it


def no_room(book: Book, edition: str, page: str, size: str) -> Iterator[tuple[str, str, str]]:
    """The value of ``edition`` by which no text of ``size`` can be set on its ``page``, what is wrong, what to do."""
    at = "page" if f"editions.{edition}.page" in book.manifest.places else "size"
    try:
        dimensions(page)
    except ValueError:
        message = f"A page of {page[:40]} is larger than a PDF can have"
        yield f"{edition}.page", message, f"Take a smaller page: {LARGEST:g} mm or less"
        return
    if millimetres(size) >= _LEAST:
        help = "Take a larger page" if at == "page" else "Take a smaller size, or a larger page"
        yield f"{edition}.{at}", f"A page of {page} is too small for text of {size}", help
