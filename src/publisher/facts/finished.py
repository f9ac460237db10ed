"""Finished files read back and held against the book: what a file does not bear out may not be claimed of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.facts.alternatives import alternatives
from publisher.facts.facts import facts
from publisher.facts.plain import read_plain
from publisher.model.book import Book
from publisher.model.reading import Tag, every
from publisher.paper.reading import read_structure
from publisher.xhtml.reading import read_epub, read_html

# One line a form; a form that nobody can read back has none.
_READERS: Mapping[str, Callable[[bytes], tuple[Tag, ...]]] = MappingProxyType(
    {".epub": read_epub, ".pdf": read_structure, ".html": read_html, ".txt": read_plain}
)
_PRINT_ONLY = "PRINT-ONLY"  # imposed sheets are for a machine: nobody reads them in order
_WHOLE = (".epub", ".pdf", "-web", "-web.html")  # behind the book's name: what holds all of it, tags included
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def read_back(name: str, data: bytes) -> tuple[Tag, ...]:
    """What the finished file ``name`` says, as tags: headings, pictures, tables, languages. Nothing for other forms."""
    reader = _READERS.get(PurePosixPath(name).suffix)
    return reader(data) if reader and _PRINT_ONLY not in name else ()


def all_read_back(files: Mapping[str, bytes]) -> Mapping[str, tuple[Tag, ...]]:
    """Every file that can be read back; the pages of one folder are one file to its reader, named by the folder."""
    found: dict[str, tuple[Tag, ...]] = {}
    for path, data in files.items():
        name = PurePosixPath(path).parts[0]
        if tags := read_back(path, data):
            found[name] = (*found.get(name, ()), *tags)
    return MappingProxyType(found)


def differences(book: Book, finished: Mapping[str, Sequence[Tag]]) -> Mapping[str, tuple[str, ...]]:
    """What is true of the book and not of a file that holds all of it, by the file's name. It is our own fault."""
    whole = {f"{book.slug}{end}" for end in _WHOLE}
    found = {
        name: tuple(_missing(book, name, tuple(every(tuple(tags))))) for name, tags in finished.items() if name in whole
    }
    return MappingProxyType({name: missing for name, missing in found.items() if missing})


def _missing(book: Book, name: str, tags: Sequence[Tag]) -> Iterator[str]:
    true = facts(book)
    said = {tag.alternative for tag in tags if tag.role == "Figure"}
    shown = (entry for entry in alternatives(book) if entry.chapters and not entry.decorative)
    yield from (f"no picture says '{entry.words}'" for entry in shown if entry.words and entry.words not in said)
    tables = Counter("TH" in {tag.role for tag in every(table.children)} for table in tags if table.role == "Table")
    if tables[False] and true.tables == true.tables_with_headings:
        yield f"{tables[False]} of {tables.total()} tables have no headings"
    if true.headings_in_order and not _in_order(tags):
        yield "headings leave out a level"
    spoken = {tag.language.lower() for tag in tags}
    yield from (f"nothing is marked as '{each}'" for each in true.languages[1:] if each.lower() not in spoken)
    marked = sum(("role", "doc-pagebreak") in tag.attributes for tag in tags)
    if name.endswith(".epub") and marked != true.pages:
        yield f"{marked} pages are marked, and the print edition has {true.pages}"


def _in_order(tags: Sequence[Tag]) -> bool:
    """Whether no heading stands more than one level below the one before it; a document of its own begins anew."""
    levels = [
        0 if tag.role == "Document" else _HEADINGS[tag.role] for tag in tags if tag.role in ("Document", *_HEADINGS)
    ]
    return all(after - before <= 1 for before, after in pairwise(levels) if before)
