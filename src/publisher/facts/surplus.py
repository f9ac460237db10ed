"""What a finished file says beyond its book, and beyond what forms add of their own: passages too many."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import accumulate
from types import MappingProxyType

from publisher.facts.passages import Said, letters
from publisher.facts.seeking import Place
from publisher.model.blocks import CodeBlock, Heading, Paragraph, Table
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Code, Inline, Link, Text
from publisher.model.locale import day_in_words, every_wording
from publisher.model.walk import every, nodes
from publisher.model.words import spoken

_LEAST = 4  # letters: shorter words of ours stand inside anybody's
_GONE = "\0"
_RUNNING = (Text, Code, CodeBlock)  # what is read on, and said once


def surplus(text: str, met: Iterable[Place], known: Sequence[str], said: Sequence[Said], least: int) -> Iterator[Place]:
    """Where in the letters ``text`` of a file stands what nobody knows.

    That is ``least`` letters or more in one piece outside the places ``met``, which are none of the ``known`` words and
    stand in none of the passages ``said`` that a form may say again.
    """
    gaps = tuple(_gaps(sorted(met), len(text)))
    rest = _GONE.join(text[begin:end] for begin, end in gaps)
    for words in known:
        rest = rest.replace(words, _GONE * len(words))
    starts = tuple(accumulate((end - begin + len(_GONE) for begin, end in gaps), initial=0))
    pieces = tuple(re.finditer(rf"[^\W\d_]{{{least},}}", rest))
    there = _GONE.join((*known, *(letters(run) for passage in said for run in passage.runs))) if pieces else ""
    for left in pieces:
        if not _innocent(left[0], there, least):
            gap = bisect_right(starts, left.start()) - 1
            begin = gaps[gap][0] + left.start() - starts[gap]
            yield begin, begin + len(left[0])


def _gaps(met: Iterable[Place], end: int) -> Iterator[Place]:
    """What lies between the places."""
    at = 0
    for begin, behind in met:
        if begin > at:
            yield at, begin
        at = max(at, behind)
    if at < end:
        yield at, end


def _innocent(words: str, there: str, least: int) -> bool:
    """Whether these stand in words of ours in which short ones of the author's were met, or in a passage.

    Fewer than ``least`` letters beside them are none to speak of.
    """
    cuts = range(min(least, len(words) - least + 1))
    return any(words[cut:] in there or words[: len(words) - cut] in there for cut in cuts)


def said_again(said: Sequence[Said]) -> tuple[Said, ...]:
    """The passages that stand in the book more than once."""
    times = Counter(said_in_letters := [letters("".join(passage.runs)) for passage in said])
    return tuple(passage for passage, words in zip(said, said_in_letters, strict=True) if times[words] > 1)


def known_words(*books: Book, heard: Callable[[str], str] = str) -> tuple[str, ...]:
    """The letters of what a form may say again or of its own, the longest first.

    These are our words, what the manifest says, titles, headings, captions and links, as they are ``heard``; running
    text is none of them.
    """
    found = {letters(heard(words)) for book in books for words in texts(book)}
    return tuple(sorted((words for words in found if len(words) >= _LEAST), key=lambda words: (-len(words), words)))


def texts(book: Book) -> Iterator[str]:
    """What a form may say again or of its own, as it is written."""
    language = book.manifest.book.language
    yield from (*every_wording(language), *every_wording("en"), book.identifier, book.slug)
    for ways in (*(entry.ways_back for entry in book.entries), *(note.ways_back for note in book.notes)):
        yield "".join(way.letter for way in ways)
    manifest = replace(book.manifest, places=MappingProxyType({}), faults=())
    tables = (book.targets, book.elsewhere, book.entries, book.manuscript.figures)
    for root in (manifest, book.chapters, [note.note for note in book.notes], *tables):
        yield from _strings(root, language)
    yield from (spoken(text.title) for text in book.manuscript.texts.values())  # the names of handouts in lists
    for content in _titles((book.chapters, tuple(note.note for note in book.notes))):
        yield spoken(content)
        yield from (part.text for part in every(Text, content))


def _titles(root: object) -> Iterator[Sequence[Inline]]:
    """Titles, links and the headings of columns: forms have them in lists, and beside values."""
    for node in nodes(root):
        match node:
            case Heading(content=content) | Link(content=content):
                yield content
            case Table(head=head):
                yield from (paragraph.content for paragraph in every(Paragraph, head))
            case Chapter(title=title):
                yield title


def _strings(value: object, language: str) -> Iterator[str]:
    """Every text in ``value``, however deep, but that which runs on."""
    match value:
        case Enum():
            return
        case str():
            yield value
        case date():
            yield from (day_in_words(language, value), day_in_words("en", value))
        case Mapping():
            yield from _strings((*value, *value.values()), language)
        case tuple() | list():
            for each in value:
                yield from _strings(each, language)
        case _ if is_dataclass(value) and not isinstance(value, _RUNNING):
            for field in fields(value):
                yield from _strings(getattr(value, field.name), language)
