"""Finished files as rules ask about them: what a file says of itself, and what was counted in it.
Nothing is opened here.

The bytes may be anybody's: a part that cannot be read says nothing, and is left to the outside judges.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.checks.finished.epub import read_package
from publisher.checks.finished.file import Finished
from publisher.checks.finished.page import read_page
from publisher.checks.finished.pdf import read_pdf
from publisher.model.book import Book
from publisher.source import Span

_READERS: Mapping[str, Callable[[str, bytes], Finished]] = MappingProxyType(
    {".epub": read_package, ".pdf": read_pdf, ".html": read_page}
)
# The forms of one book that bear its own name with an ending (manuscript.md 5); a handout is a text of its own.
_FORMS = ("-press", "-large-print", "-web")
_WRITTEN = MappingProxyType(
    {"title": "title", "creator": "contributors", "language": "language", "identifier": "identifier", "date": "date"}
)


def read_finished(files: Mapping[str, bytes]) -> tuple[Finished, ...]:
    """What each file says, for those that a rule can read: EPUB, PDF, and web pages that are a file of their own."""
    alone = ((name, data) for name, data in files.items() if "/" not in name)
    return tuple(reader(name, data) for name, data in alone if (reader := _READERS.get(PurePosixPath(name).suffix)))


def family(file: Finished) -> str:
    """The name that the forms of one book share."""
    stem = PurePosixPath(file.name).stem
    return next((stem.removesuffix(form) for form in _FORMS if stem.endswith(form)), stem)


def families(made: Sequence[Finished]) -> Iterator[tuple[Finished, ...]]:
    """The forms of each book among ``made``."""
    for name in dict.fromkeys(map(family, made)):
        yield tuple(file for file in made if family(file) == name)


def place(file: Finished, name: str, book: Book | None) -> Span:
    """Where the author says what ``file`` says under ``name``; in the file itself where it is not made of ``book``."""
    if book and family(file) == book.slug:
        return book.manifest.place(f"book.{_WRITTEN[name]}" if name in _WRITTEN else "accessibility").value
    return file.places.get(name, Span(file.name))
