"""Whether finished files say what the book says: their words are read back and compared, letter by letter.

Whatever words of ours a form adds (numbers, addresses, pages, the heading of a column beside each value) may stand
between the author's. What is made for machines (sheets to print, the file for the press), and sound, is not read back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from pathlib import PurePosixPath

from publisher.assembly.excerpt import excerpt
from publisher.facts.alternatives import alternatives
from publisher.facts.passages import Said, letters, passages
from publisher.facts.seeking import found, found_in_braille
from publisher.facts.wording import Read, joined, read_words
from publisher.model.book import Book
from publisher.model.locale import in_words

_TELLING = 8  # letters that tell a place from others
_SHOWN = 60  # characters of each side of a difference
_VOLUME = re.compile(r"-volume-\d+(?=\.brf$)")


def disagreements(book: Book, files: Mapping[str, bytes]) -> Iterator[str]:
    """The first thing that each of the ``files`` (by their paths) says otherwise than the book, in a sentence.

    The pages of a folder are one file, and so are the volumes of braille. Raises ToolMissing for braille without
    liblouis, ValueError for broken files.
    """
    known: dict[str, tuple[Said, ...]] = {}
    for name, paths in groupby(sorted(files, key=lambda path: (_whole(path), path)), key=_whole):
        reads = [read for path in paths if (read := read_words(book, path, files[path]))]
        if reads:
            told = _source(book, name)
            said = known.setdefault(told.slug, passages(told))
            different = next(_differences(told, said, joined(reads), _codes(book)), "")
            yield from (f"{name} {different}",) if different else ()


def _whole(path: str) -> str:
    return _VOLUME.sub("", PurePosixPath(path).parts[0])


def _source(book: Book, name: str) -> Book:
    """What the file ``name`` was made of: the book, or the excerpt of a handout."""
    editions = book.manifest.editions
    end = PurePosixPath(name).stem.removeprefix(f"{book.slug}-")
    booklet = editions.every_booklet.get(end)
    handout = editions.folded(booklet) if booklet else editions.every_handout.get(end.removesuffix("-large-print"))
    return excerpt(book, handout, name=end) if handout else book


def _differences(book: Book, said: Sequence[Said], read: Read, codes: Set[str]) -> Iterator[str]:
    text, cursor = letters(read.text), 0
    for passage in said:
        end = _found(passage.runs, text, cursor, read)
        if end is None:
            yield _difference(passage, text, read)
        else:
            cursor = end
    yield from _pictures(book, text, read, codes)


def _found(runs: Sequence[str], text: str, start: int, read: Read) -> int | None:
    end = found(runs, text, start)
    return found_in_braille(runs, text, start, read.table) if end is None and read.table else end


def _difference(passage: Said, text: str, read: Read) -> str:
    """The first words of a passage that are not there, and what stands in their place."""
    at = 0
    for run in passage.runs:
        common = _common(letters(run), text[at:])
        if common < len(letters(run)):
            common = common if common >= _TELLING else 0  # so few stand anywhere
            behind = text.find(letters(run)[:common], at) + common
            stands = f", and not '{_words_behind(read.text, behind)}'" if common else ""
            return f"differs from {passage.place}: the book says '{_words_behind(run, common)}'{stands}"
        at = text.find(letters(run), at)
    return f"differs from {passage.place}: '{_short(' '.join(passage.runs))}' does not stand there in one piece"


def _common(run: str, text: str) -> int:
    """How many letters of ``run``, from its first, stand in ``text`` in one piece."""
    low, high = 0, len(run)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if run[:middle] in text else (low, middle - 1)
    return low


def _words_behind(text: str, count: int) -> str:
    """What stands behind the first ``count`` letters of ``text``, from the word that they end in."""
    seen, word = 0, 0
    for at, sign in enumerate(text):
        if sign.isspace():
            word = at + 1
        seen += len(letters(sign))
        if seen > count:
            return _short(text[word:])
    return _short(text[word:])


def _short(text: str) -> str:
    said = " ".join(text[: 4 * _SHOWN].split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rpartition(' ')[0] or said[:_SHOWN]} …"


def _pictures(book: Book, text: str, read: Read, codes: Set[str]) -> Iterator[str]:
    """What the author says for each picture that is shown, and no more but for QR codes."""
    entries = [entry for entry in alternatives(book) if entry.words and not entry.decorative]
    for entry in (entry for entry in entries if entry.chapters):
        said = (
            _found((entry.words,), text, 0, read) is not None if read.pictures is None else entry.words in read.pictures
        )
        yield from () if said else (f"differs from {entry.place}: no picture says '{_short(entry.words)}'",)
    strange = sorted((read.pictures or frozenset()) - {entry.words for entry in entries} - codes)
    yield from (f"has a picture that says '{_short(words)}', and no picture of the book does" for words in strange)


def _codes(book: Book) -> Set[str]:
    """What the QR codes of the book's handouts say: they are drawn, and no picture of the author's."""
    manifest = book.manifest
    asked = [handout for handout in manifest.editions.every_handout.values() if handout.url]
    return frozenset(in_words(manifest.book.language, "QR code: opens {}", handout.url) for handout in asked)
