"""What differs between editions when the same words are written: where pictures stand, and what paper needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from publisher.model.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an edition lays a book out.

    ``pictures`` gives the address of each picture by its path in the book. ``paper`` prints the addresses of links and
    the pages of cross-references. A place inside the book is always ``#id``, as ids are the book's alone; an edition
    of several documents makes those that lead from one to another whole (``documents.linked``).
    """

    book: Book
    pictures: Mapping[str, str]
    paper: bool = False
