"""The citation audit: numbers that were typed by hand, what each would name, and what the words before it speak of."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from publisher.checks.running_text import RunningText, running_texts
from publisher.checks.typed_numbers.lists import HandMade, hand_made_lists
from publisher.checks.typed_numbers.numbers import Typed, typed_numbers
from publisher.checks.typed_numbers.sources import Source, Sources, of_reference
from publisher.model.blocks import Heading
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Code
from publisher.source import Span

_LONGEST_NAME = 60
_A_NAME_BEFORE = re.compile(r"(?:(?<!\S)(\S+)\s|^)(\w[\w’'-]*)[”’\"')]*,?\s*$")
_PAGE_OF_A_MANUAL = re.compile(r"[\w.+:-]+\([1-9]\)")
_A_COMMAND_BEFORE = re.compile(r"([\w.+:-]+)\([1-9]\)$")
_INTERVAL = re.compile(r"\[[0-9]+,[0-9]+\]")
_WIDE = 4  # from the first number of an interval to its last: [2,3] is two sources
_FEW, _GROWN_UP, _MANY = 5, 16, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A number typed by hand: the sources that it ``names``, and the other one that is ``meant``, where that is clear.

    ``listed`` says that it names an item of a list that was typed by hand too.
    """

    span: Span
    written: str
    names: tuple[Source, ...]
    meant: Source | None
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All that was typed by hand in a book, in reading order."""

    lists: tuple[HandMade, ...]
    numbers: tuple[Audited, ...]


def audit(book: Book) -> Audit:
    """What stands in ``book`` in the place of citations and of its list of references."""
    lists = {chapter.slug: tuple(hand_made_lists(chapter.blocks)) for chapter in book.chapters}
    every_list = tuple(each for found in lists.values() for each in found)
    entries = Sources(of_reference(entry.reference, entry.number) for entry in book.entries if entry.number is not None)
    numbers: list[Audited] = []
    commands = frozenset(code.text.split()[0] for code in book.every(Code) if code.text.strip())
    for chapter in book.chapters:
        own = lists[chapter.slug] or (every_list if len(every_list) == 1 else ())
        sources = _sources(own[-1]) if own else entries
        numbers += _numbers(book, chapter, sources, lists[chapter.slug], commands, listed=bool(own))
    return Audit(lists=every_list, numbers=tuple(numbers))


def _sources(made: HandMade) -> Sources:
    return Sources(Source(number=item.number, name=_name(item.text), text=item.text) for item in made.items)


def _name(text: str) -> str:
    """The first words of an entry: up to its date, or as many as fit in a line."""
    first = re.split(r",? \((?=[^()]*\d{4})|,? Retrieved ", text)[0]
    return first if len(first) <= _LONGEST_NAME else first[: _LONGEST_NAME - 1].rpartition(" ")[0] + " …"


def _numbers(
    book: Book, chapter: Chapter, sources: Sources, lists: Sequence[HandMade], commands: Set[str], *, listed: bool
) -> Iterator[Audited]:
    of_lists = {text.span for made in lists for text in running_texts(made.blocks)}
    texts = [
        text
        for text in running_texts((chapter.blocks, chapter.notes), links=False)
        if text.span not in of_lists and not isinstance(text.holder, Heading)
    ]
    every = ((text, typed) for text in texts for typed in typed_numbers(text.text))
    met = [(text, typed) for text, typed in every if not _is_a_name(typed, text, commands)]
    alone = {number for _, typed in met if not _INTERVAL.fullmatch(typed.written) for number in typed.numbers}
    found = [(text, typed) for text, typed in met if listed or not _is_an_interval(typed, alone, sources)]
    counts_from_one = any(1 in typed.numbers for _, typed in found)
    for text, typed in found:
        if not listed and not counts_from_one and _counts_something(typed, text, sources):
            continue
        yield _audited(typed, text.place(typed.start, typed.end, book.manuscript.lines), sources, listed=listed)


def _is_a_name(typed: Typed, text: RunningText, commands: Set[str]) -> bool:
    """*crontab(5)*, a page of a manual: a word with its number alone in its mark-up, or one that is code elsewhere."""
    piece = text.piece(typed.start)
    command = _A_COMMAND_BEFORE.search(text.text, max(0, typed.start - _LONGEST_NAME), typed.end)
    return bool(piece and _PAGE_OF_A_MANUAL.fullmatch(piece.text)) or bool(command and command[1] in commands)


def _is_an_interval(typed: Typed, alone: Set[int], sources: Sources) -> bool:
    """[1,31]: from and to, where no number between is told ``alone``, and none is that of a source."""
    first, last = typed.numbers[0], typed.numbers[-1]
    between = range(first, last + 1)
    return (
        bool(_INTERVAL.fullmatch(typed.written))
        and last - first >= _WIDE
        and not any(number in alone or number in sources.by_number for number in between)
    )


def _audited(typed: Typed, span: Span, sources: Sources, *, listed: bool) -> Audited:
    return Audited(
        span=span,
        written=typed.written,
        names=tuple(sources.by_number[number] for number in typed.numbers if number in sources.by_number),
        meant=sources.spoken_of(typed.before, typed.numbers),
        listed=listed,
    )


def _counts_something(typed: Typed, text: RunningText, sources: Sources) -> bool:
    """Anna (9), Mary Smith (34), a choir (30): an age, a head count, where no other number stands beside it."""
    if typed.written[0] != "(" or len(typed.numbers) > 1:
        return False
    number = typed.numbers[0]
    unknown = number not in sources.by_number
    name = _A_NAME_BEFORE.search(text.text[: typed.start])
    if not name or not name[2][:1].isupper() or name[2].isupper():
        return unknown and number > _MANY
    surname = (name[1] or "")[:1].isupper() and not name[1].endswith((".", "!", "?"))
    return (unknown and number >= _GROWN_UP) or (number >= _FEW and not surname)
