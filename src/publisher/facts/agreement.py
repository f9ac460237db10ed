"""Whether finished files say what the book says: their words are read back and compared, letter by letter.

Whatever words of ours a form adds (numbers, addresses, pages, the heading of a column beside each value) may stand
between the author's. What is made for machines (sheets to print, the file for the press), and sound, is not read back.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from publisher.assembly.excerpt import excerpt
from publisher.braille.lexicon import Lexicon
from publisher.facts.alternatives import alternatives
from publisher.facts.passages import Said, behind, in_order, letters, passages
from publisher.facts.seeking import Place, found
from publisher.facts.surplus import known_words, said_again, surplus, texts
from publisher.facts.wording import Read, braille_words, is_braille, joined, read_words
from publisher.model.book import Book
from publisher.model.locale import in_words
from publisher.model.manifest import BrailleOptions

_TELLING = 8  # letters that tell a place from others
_STRANGE = 16  # letters in one piece that nobody knows: shorter ones may be words of ours, run together
_ONCE = 40  # letters: so many are not said twice by chance
_SHORT = 3  # letters: a row of captions and credits may consist of such words, which are known and stand anywhere
_UEB = "en-ueb"
_SHOWN = 60  # characters of each side of a difference
_VOLUME = re.compile(r"-volume-\d+(?=\.brf$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What a file was made of: the book or an excerpt, its passages, and those that may be said ``again``.

    ``known`` is all that may be said besides, ``small`` the shortest words of it. ``heard`` gives words as they are
    read back. ``codes`` are the words of QR codes. ``sure``: every word is read back as it was written. Braille in
    other codes than UEB is not, as its contractions stand for one thing or another; there whole passages count.
    """

    book: Book
    said: tuple[Said, ...]
    again: tuple[Said, ...]
    known: tuple[str, ...]
    small: Set[str]
    codes: Set[str]
    heard: Callable[[str], str]
    sure: bool


def disagreements(book: Book, files: Mapping[str, bytes]) -> Iterator[str]:
    """The first thing that each of the ``files`` (by their paths) says otherwise than the book, in a sentence.

    The pages of a folder are one file, and so are the volumes of braille. Raises ToolMissing for braille without
    liblouis, ValueError for broken files.
    """
    sources: dict[tuple[str, bool], _Source] = {}
    words = braille_words(book, passages(book), files)
    for name, paths in groupby(sorted(files, key=lambda path: (_whole(path), path)), key=_whole):
        reads = [read for path in paths if (read := read_words(book, path, files[path], words))]
        if reads:
            told = _told(book, name)
            key = told.slug, is_braille(name)
            source = sources.get(key) or sources.setdefault(key, _source(told, book, words if key[1] else None))
            different = next(_differences(source, joined(reads)), "")
            yield from (f"{name} {different}",) if different else ()


def _whole(path: str) -> str:
    return _VOLUME.sub("", PurePosixPath(path).parts[0])


def _source(told: Book, book: Book, words: Lexicon | None) -> _Source:
    heard = words.one if words else str
    said, lists = (tuple(_heard(each, heard) for each in every(told)) for every in (passages, behind))
    return _Source(
        book=told,
        said=said,
        again=(*said_again(said), *(lists if words else ())),
        known=known_words(told, book, heard=heard),
        small=frozenset(word for word in map(letters, " ".join(texts(told)).split()) if len(word) <= _SHORT),
        codes=_codes(book),
        heard=heard,
        sure=words is None or (book.manifest.editions.braille or BrailleOptions()).table.startswith(_UEB),
    )


def _heard(said: Said, heard: Callable[[str], str]) -> Said:
    return replace(said, runs=tuple(map(heard, said.runs)))


def _told(book: Book, name: str) -> Book:
    """What the file ``name`` was made of: the book, or the excerpt of a handout."""
    editions = book.manifest.editions
    end = PurePosixPath(name).stem.removeprefix(f"{book.slug}-")
    booklet = editions.every_booklet.get(end)
    handout = editions.folded(booklet) if booklet else editions.every_handout.get(end.removesuffix("-large-print"))
    return excerpt(book, handout, name=end) if handout else book


def _differences(source: _Source, read: Read) -> Iterator[str]:
    text, cursor, met = letters(read.text), 0, list[Place]()
    for passage in source.said:
        spans = found(passage.runs, text, cursor)
        if spans is None and (source.sure or _is_missing(passage, text)):
            yield _difference(passage, text, read)
        elif spans:
            cursor = spans[-1][1]
            met += spans
    yield from _pictures(source, text, read)
    yield from _turned(source, text)
    if not source.sure:
        return
    for begin, end in surplus(text, met, source.known, source.again, _STRANGE):
        words = _words_behind(read.text, begin, end)
        if not set(map(letters, words.split())) <= source.small:
            yield f"says '{_short(words)}', which the book does not say there"


def _is_missing(passage: Said, text: str) -> bool:
    """Whether a passage has left no trace: of its words, three by three, not even half stand anywhere."""
    words = [letters(word) for run in passage.runs for word in run.split()]
    threes = ["".join(words[at : at + 3]) for at in range(len(words) - 2)]
    return sum(map(len, words)) >= _ONCE and 2 * sum(three in text for three in threes) < len(threes)


def _turned(source: _Source, text: str) -> Iterator[str]:
    """The paragraphs of a chapter that stand before those which they follow."""
    for chapter in in_order(source.book):
        longest = ((max(map(source.heard, said.runs), key=len, default=""), said.place) for said in chapter)
        met = [(words, place) for words, place in longest if len(letters(words)) >= _ONCE]
        once = [(text.find(letters(words)), words, place) for words, place in met if text.count(letters(words)) == 1]
        for (before, _, _), (at, words, place) in pairwise(once):
            yield from (f"differs from {place}: '{_short(words)}' stands too early",) if at < before else ()


def _difference(passage: Said, text: str, read: Read) -> str:
    """The first words of a passage that are not there, and what stands in their place."""
    at = 0
    for run in passage.runs:
        common = _common(letters(run), text[at:])
        if common < len(letters(run)):
            common = common if common >= _TELLING else 0  # so few stand anywhere
            behind = text.find(letters(run)[:common], at) + common
            stands = f", and not '{_short(_words_behind(read.text, behind))}'" if common else ""
            return f"differs from {passage.place}: the book says '{_short(_words_behind(run, common))}'{stands}"
        at = text.find(letters(run), at)
    return f"differs from {passage.place}: '{_short(' '.join(passage.runs))}' does not stand there in one piece"


def _common(run: str, text: str) -> int:
    """How many letters of ``run``, from its first, stand in ``text`` in one piece."""
    low, high = 0, len(run)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if run[:middle] in text else (low, middle - 1)
    return low


def _words_behind(text: str, count: int, end: int | None = None) -> str:
    """What stands behind the first ``count`` letters of ``text`` and before ``end``, from the word that they end in."""
    seen, word, behind = 0, 0, None
    for at, sign in enumerate(text):
        if sign.isspace() and seen <= count:
            word = at + 1
        seen += len(letters(sign))
        if seen > count and end is None:
            break
        if end is not None and seen >= end:
            behind = at + 1
            break
    return text[word:behind]


def _short(text: str) -> str:
    said = " ".join(text[: 4 * _SHOWN].split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rpartition(' ')[0] or said[:_SHOWN]} …"


def _pictures(source: _Source, text: str, read: Read) -> Iterator[str]:
    """What the author says for each picture that is shown, and no more but for QR codes."""
    entries = [entry for entry in alternatives(source.book) if entry.words and not entry.decorative]
    for entry in (entry for entry in entries if entry.chapters):
        said = (
            found((source.heard(entry.words),), text, 0) is not None
            if read.pictures is None
            else entry.words in read.pictures
        )
        yield from () if said else (f"differs from {entry.place}: no picture says '{_short(entry.words)}'",)
    strange = sorted((read.pictures or frozenset()) - {entry.words for entry in entries} - source.codes)
    yield from (f"has a picture that says '{_short(words)}', and no picture of the book does" for words in strange)


def _codes(book: Book) -> Set[str]:
    """What the QR codes of the book's handouts say: they are drawn, and no picture of the author's."""
    manifest = book.manifest
    asked = [handout for handout in manifest.editions.every_handout.values() if handout.url]
    return frozenset(in_words(manifest.book.language, "QR code: opens {}", handout.url) for handout in asked)
