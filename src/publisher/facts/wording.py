"""A finished file read back into its words, and what its pictures say."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import PurePosixPath

import pikepdf

from publisher.braille.cells import to_ascii
from publisher.braille.languages import named
from publisher.braille.lexicon import Lexicon
from publisher.braille.reading import known, read_brf
from publisher.facts.in_words import GOES_ON
from publisher.facts.passages import Said
from publisher.facts.surplus import texts
from publisher.model.blocks import Box, CodeBlock
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Code, Phrase, Text
from publisher.model.locale import in_words
from publisher.model.manifest import BrailleOptions
from publisher.model.reading import INLINE, Tag
from publisher.model.reading import every as every_tag
from publisher.model.walk import every, nodes
from publisher.paper.reading import read_pdf
from publisher.xhtml.forms import PRINT_ONLY
from publisher.xhtml.reading import read_epub, read_html

_BRAILLE = "-braille.txt"  # the same cells in Unicode
_COVER = ("role", "doc-cover")


@dataclass(frozen=True, slots=True)
class Read:
    """A file read back: its words, and what its pictures say; None where they say it among the words."""

    text: str
    pictures: frozenset[str] | None = None


def read_words(book: Book, path: str, data: bytes, words: Lexicon) -> Read | None:
    """A file that can be read back, braille with the ``words`` that are known; None for the others.

    Raises ValueError and those of the readers.
    """
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
            return _braille(book, to_ascii(data.decode("utf-8")).encode("ascii"), words)
        case ".txt" if "/" not in path:  # the licence of a font stands beside the pages
            return Read(data.decode("utf-8").replace(f"[{in_words(book.manifest.book.language, GOES_ON)}]", ""))
        case ".brf":
            return _braille(book, data, words)
    return None


def is_braille(path: str) -> bool:
    """Whether a file holds braille, by its name."""
    return path.endswith((".brf", _BRAILLE))


def braille_words(book: Book, said: Iterable[Said], paths: Iterable[str]) -> Lexicon:
    """What the words of a book are written with in braille; none where no path is one of braille.

    Raises ToolMissing without liblouis.
    """
    if not any(map(is_braille, paths)):
        return Lexicon()
    text = (book.chapters, tuple(note.note for note in book.notes))
    languages = {named(language) for node in nodes(text) if (language := getattr(node, "language", ""))}
    runs = (run for passage in said for run in passage.runs)
    others = languages - {"", named(book.manifest.book.language)}
    plain = (part for node in nodes(text) for part in _plain(node, others))
    return known((*runs, *texts(book)), plain, others, table=_table(book))


def _plain(node: object, others: Set[str]) -> Iterator[str]:
    """The words of what is not contracted: of code, and of whatever is said to be in one of the other languages."""
    match node:
        case Code(text=text) | CodeBlock(text=text):
            yield text
        case Phrase() | Box() | Chapter() if isinstance(node, Phrase) or named(node.language) in others:
            yield from (part.text for part in every(Text, node))


def _table(book: Book) -> str:
    return (book.manifest.editions.braille or BrailleOptions()).table


def _pdf(data: bytes) -> tuple[Tag, ...]:
    try:
        return read_pdf(data)
    except pikepdf.PdfError as broken:
        raise ValueError(f"no PDF: {broken}") from broken


def _braille(book: Book, data: bytes, words: Lexicon) -> Read:
    return Read("\n".join(map(words.one, read_brf(data, table=_table(book), words=words))))


def _tagged(tags: tuple[Tag, ...]) -> Read:
    """The text without the notes that stand in it, at the foot of pages, then those."""
    notes = [tag for tag in every_tag(tags) if tag.role == "Note"]
    words = "\n".join(("".join(map(_words, tags)), *("".join(map(_words, note.children)) for note in notes)))
    shown = (tag for tag in every_tag(tags) if tag.role == "Figure" and _COVER not in tag.attributes)
    return Read(words, frozenset(tag.alternative for tag in shown if tag.alternative))


def _words(child: Tag | str) -> str:
    if isinstance(child, str):
        return child
    # What stands in a picture itself is drawn: it is no passage of the book, and its alternative says what it tells.
    own = [part for part in child.children if not (child.role == "Figure" and isinstance(part, str))]
    inside = "" if child.role == "Note" else "".join(map(_words, own))
    return inside if child.role in INLINE else f" {inside} "


def joined(reads: Sequence[Read]) -> Read:
    pictures = [read.pictures for read in reads if read.pictures is not None]
    text = "\n".join(read.text for read in reads)
    shown = frozenset().union(*pictures) if pictures else None
    return Read(text, shown)
