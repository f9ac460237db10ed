"""What writers of words without markup must know of the book around them."""

from dataclasses import dataclass, replace

from publisher.model.book import Book
from publisher.model.inlines import Abbreviation
from publisher.model.locale import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """``first`` are the abbreviations met first, by identity, as many share a place; ``depth`` is
    how many headings stand above.

    ``described`` is true inside the description of a picture, whose headings are none of the book's.
    """

    book: Book
    first: frozenset[int]
    depth: int = 0
    described: bool = False

    def say(self, english: str, *values: object) -> str:
        """Words of ours, in the language of the book or else in English."""
        return in_words(self.book.manifest.book.language, english, *values)

    def below(self, depth: int) -> "Setting":
        """The setting of what stands below ``depth`` headings."""
        return replace(self, depth=depth)

    def inside_description(self) -> "Setting":
        """The setting of what a picture's description says."""
        return replace(self, described=True)


def setting(book: Book) -> Setting:
    """The setting at the start of the book."""
    first: dict[tuple[str, str], int] = {}
    for short in book.every(Abbreviation):
        first.setdefault((short.text, short.expansion), id(short))
    return Setting(book=book, first=frozenset(first.values()))
