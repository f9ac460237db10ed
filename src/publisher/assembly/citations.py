"""Citations and note references, followed in the order in which they are read.

A source has one number, given at its first citation and kept through the whole book; a note counts where its first
mark stands, so that what it cites has the same number wherever an edition places the note.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.assembly.references import kept_copy, words
from publisher.model.blocks import Heading
from publisher.model.book import Chapter, Entry, NumberedNote, WayBack
from publisher.model.inlines import CitedItem, NoteReference
from publisher.model.notes import Note
from publisher.model.references import Reference
from publisher.model.walk import nodes
from publisher.model.wordings import Wording
from publisher.model.words import spoken
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One place at which a reader meets a source or a note; ``place`` is the title of the section."""

    node: CitedItem | NoteReference
    chapter: Chapter
    place: str


@dataclass(slots=True)
class _Walk:
    """Where the reader stands while the book is read from front to back."""

    chapter: Chapter
    place: str
    opened: set[str] = field(default_factory=set)


def meetings(chapters: Sequence[Chapter]) -> Iterator[Meeting]:
    """Each citation and note reference of the book in reading order; a place is met once."""
    met: set[Span] = set()
    for chapter in chapters:
        for meeting in _met(_Walk(chapter, spoken(chapter.title)), chapter.blocks):
            if meeting.node.span not in met:
                met.add(meeting.node.span)
                yield meeting


def _met(walk: _Walk, root: object) -> Iterator[Meeting]:
    for node in nodes(root):
        if isinstance(node, Heading) and node.level > 1:
            walk.place = spoken(node.content)
        elif isinstance(node, CitedItem):
            yield Meeting(node=node, chapter=walk.chapter, place=walk.place)
        elif isinstance(node, NoteReference):
            yield Meeting(node=node, chapter=walk.chapter, place=walk.place)
            note = _note(walk.chapter, node.label)
            if note and node.label not in walk.opened:
                walk.opened.add(node.label)
                yield from _met(walk, note.blocks)


def _note(chapter: Chapter, label: str) -> Note | None:
    return next((note for note in chapter.notes if note.label == label), None)


def letter(number: int) -> str:
    """The ``number``-th way back, from 1: a, b … z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def entries(
    references: Sequence[Reference],
    met: Sequence[Meeting],
    uncited: str,
    wordings: Mapping[str, Wording] = MappingProxyType({}),
    *,
    language: str,
) -> tuple[Entry, ...]:
    """The list of references: those cited by first citation, then, as ``uncited`` says, the others in their order.

    ``language`` is that of the book, for words of ours.

    A style that puts words in the place of numbers has an order of its own: that of ``wordings``.
    """
    by_key = {reference.key: reference for reference in references}
    ways: dict[str, list[WayBack]] = {}
    for meeting in met:
        if isinstance(meeting.node, CitedItem) and meeting.node.key in by_key:
            back = ways.setdefault(meeting.node.key, [])
            back.append(_way_back(meeting, f"cite-{meeting.node.key}", len(back) + 1))
    listed = dict.fromkeys((*ways, *by_key) if uncited == "list" else ways)
    further = dict.fromkeys(key for key in by_key if key not in listed and uncited == "further-reading")
    if any(wording.mark for wording in wordings.values()):
        listed, further = (dict.fromkeys(key for key in wordings if key in keys) for keys in (listed, further))
    numbered = [(key, number) for number, key in enumerate(listed, start=1)]
    return tuple(
        _entry(by_key[key], number, tuple(ways.get(key, ())), wordings.get(key), language)
        for key, number in (*numbered, *((key, None) for key in further))
    )


def _entry(
    reference: Reference, number: int | None, ways: tuple[WayBack, ...], wording: Wording | None, language: str
) -> Entry:
    own = wording.words if wording else words(reference, language=language)
    return Entry(
        id=f"ref-{reference.key}",
        reference=reference,
        number=number,
        words=(*own, *kept_copy(reference, language=language)),
        mark=wording.mark if wording else "",
        mark_after_name=wording.after_name if wording else "",
        ways_back=ways,
    )


def notes(met: Sequence[Meeting], *, anew: bool) -> tuple[NumberedNote, ...]:
    """The notes that are referred to, by first reference: n1, n2 … through the book, or ``anew`` in each chapter."""
    ways: dict[tuple[str, str], list[WayBack]] = {}
    found: dict[tuple[str, str], tuple[Chapter, Note]] = {}
    for meeting in met:
        note = _note(meeting.chapter, meeting.node.label) if isinstance(meeting.node, NoteReference) else None
        if note:
            key = (meeting.chapter.file, note.label)  # of which an excerpt may have several sections
            chapter, _ = found.setdefault(key, (meeting.chapter, note))
            back = ways.setdefault(key, [])
            back.append(_way_back(meeting, f"noteref-{chapter.slug}-{note.label}", len(back) + 1))
    counts: dict[str, int] = {}
    numbered = []
    for key, (chapter, note) in found.items():
        series = chapter.slug if anew else ""
        counts[series] = counts.get(series, 0) + 1
        numbered.append(
            NumberedNote(
                id=f"note-{chapter.slug}-{note.label}",
                label=f"n{counts[series]}",
                chapter=chapter.slug,
                note=note,
                ways_back=tuple(ways[key]),
            )
        )
    return tuple(numbered)


def _way_back(meeting: Meeting, stem: str, number: int) -> WayBack:
    return WayBack(
        id=f"{stem}-{number}",
        letter=letter(number),
        chapter=meeting.chapter.slug,
        place=meeting.place,
        span=meeting.node.span,
    )


def marks(entries: Sequence[Entry], notes: Sequence[NumberedNote]) -> Mapping[Span, str]:
    """The id of each citation and note reference by its place."""
    ways = (*(entry.ways_back for entry in entries), *(note.ways_back for note in notes))
    return {way.span: way.id for back in ways for way in back}
