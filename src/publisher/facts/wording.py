"""A finished file read back into its words, and what its pictures say."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import pikepdf

from publisher.braille.cells import to_ascii
from publisher.braille.reading import read_brf
from publisher.model.book import Book
from publisher.model.manifest import BrailleOptions
from publisher.model.reading import INLINE, Tag, every
from publisher.paper.reading import read_pdf
from publisher.xhtml.forms import PRINT_ONLY
from publisher.xhtml.reading import read_epub, read_html

_BRAILLE = "-braille.txt"  # the same cells in Unicode
_COVER = ("role", "doc-cover")


@dataclass(frozen=True, slots=True)
class Read:
    """A file read back: its words, and what its pictures say; None where they say it among the words.

    ``table`` is that of braille, whose contractions do not always come back as they were written.
    """

    text: str
    pictures: frozenset[str] | None = None
    table: str = ""


def read_words(book: Book, path: str, data: bytes) -> Read | None:
    """A file that can be read back; None for the others. Raises ValueError and those of the readers."""
    match PurePosixPath(path).suffix:
        case _ if PRINT_ONLY in path or path == f"{book.slug}-press.pdf":
            return None
        case ".epub":
            return _tagged(read_epub(data))
        case ".html":
            return _tagged(read_html(data))
        case ".pdf":
            return _tagged(_pdf(data))
        case ".txt" if path.endswith(_BRAILLE):
            return _braille(book, to_ascii(data.decode("utf-8")).encode("ascii"))
        case ".txt":
            return Read(data.decode("utf-8"))
        case ".brf":
            return _braille(book, data)
    return None


def _pdf(data: bytes) -> tuple[Tag, ...]:
    try:
        return read_pdf(data)
    except pikepdf.PdfError as broken:
        raise ValueError(f"no PDF: {broken}") from broken


def _braille(book: Book, data: bytes) -> Read:
    table = (book.manifest.editions.braille or BrailleOptions()).table
    return Read("\n".join(read_brf(data, table=table)), table=table)


def _tagged(tags: tuple[Tag, ...]) -> Read:
    """The text without the notes that stand in it, at the foot of pages, then those."""
    notes = [tag for tag in every(tags) if tag.role == "Note"]
    words = "\n".join(("".join(map(_words, tags)), *("".join(map(_words, note.children)) for note in notes)))
    shown = (tag for tag in every(tags) if tag.role == "Figure" and _COVER not in tag.attributes)
    return Read(words, frozenset(tag.alternative for tag in shown if tag.alternative))


def _words(child: Tag | str) -> str:
    if isinstance(child, str):
        return child
    inside = "" if child.role == "Note" else "".join(map(_words, child.children))
    return inside if child.role in INLINE else f" {inside} "


def joined(reads: Sequence[Read]) -> Read:
    pictures = [read.pictures for read in reads if read.pictures is not None]
    text = "\n".join(read.text for read in reads)
    return Read(text, frozenset().union(*pictures) if pictures else None, table=reads[0].table)
