"""The other forms of the book, as its title page names them."""

from publisher.model.book import Book
from publisher.model.locale import in_words
from publisher.model.manifest import Manifest

# By edition, in words that stand in a sentence. What is an excerpt, a set of files or for the press is no format.
_FORMATS = {
    "pdf": "standard print",
    "large-print": "large print",
    "epub": "e-book",
    "web": "web pages",
    "text": "plain text",
    "braille": "braille",
    "audio": "audio",
}


def other_formats(book: Book, edition: str) -> tuple[str, ...]:
    """The formats beside ``edition`` that the manifest names."""
    return named_formats(book.manifest, beside=edition)


def named_formats(manifest: Manifest, *, beside: str = "") -> tuple[str, ...]:
    """The formats that ``manifest`` names, in the book's language or else in English."""
    options, language = manifest.editions, manifest.book.language
    named = (name for name in _FORMATS if name != beside and getattr(options, name.replace("-", "_")) is not None)
    return tuple(in_words(language, _FORMATS[name]) for name in named)
