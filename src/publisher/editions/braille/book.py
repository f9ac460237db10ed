"""A book on its way into volumes: its chapters as pieces, and what stands before and behind them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from publisher.editions.braille.blocks import blocks, heading, in_language
from publisher.editions.braille.inlines import runs
from publisher.editions.braille.lists import (
    codes,
    contents,
    credits,
    imprint,
    notes,
    preliminaries,
    references,
    title_page,
)
from publisher.editions.braille.pages import Bound, Format, Known, bound
from publisher.editions.braille.pieces import Piece, Run, said
from publisher.editions.braille.print_pages import marked
from publisher.editions.braille.scribe import Scribe
from publisher.editions.braille.volumes import Unit, parted, units
from publisher.editions.edition import Options
from publisher.facts.in_words import notes_below
from publisher.facts.setting import Setting
from publisher.model.blocks import Heading
from publisher.model.book import Book, Chapter, OutlineEntry, WayBack
from publisher.model.pages import LostText
from publisher.source import Span

_NO_BRAILLE = "without signs in any braille table ({})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A book, who writes it, and on what pages.

    ``known`` are lines that were set before; ``languages`` name the codes of words that are not in the book's.
    """

    setting: Setting
    options: Options
    scribe: Scribe
    form: Format
    known: Known = field(default_factory=dict)
    languages: tuple[str, ...] = ()

    @property
    def book(self) -> Book:
        return self.setting.book

    def volumes(self) -> tuple[Bound, ...]:
        """The volumes. They are bound twice: the lists of contents tell the pages of all."""
        found = {name for run in self._runs() for name in self.scribe.languages(run)}
        return replace(self, languages=tuple(sorted(found)))._volumes()

    def _volumes(self) -> tuple[Bound, ...]:
        whole = self._units()
        groups = parted(whole, lambda group: self._pages(group, whole))
        bodies = [self._body(group, last=group is groups[-1], number=n) for n, group in enumerate(groups, start=1)]
        first = [self._bound(bodies, number, {}) for number in range(len(bodies))]
        pages = {f"{n}:{id}": str(page) for n, each in enumerate(first, start=1) for id, page in each.targets.items()}
        return tuple(self._bound(bodies, number, pages) for number in range(len(bodies)))

    def lost(self) -> tuple[LostText, ...]:
        """The words that no table has signs for, by the place of their text."""
        found: dict[object, LostText] = {}
        for run in self._runs():
            if words := self.scribe.unwritten(run):
                why = _NO_BRAILLE.format(" ".join(sorted(self.scribe.lost(run))))
                found.setdefault((run.span, words), LostText(span=run.span, words=words, why=why))
        return tuple(found.values())

    def _runs(self) -> Iterator[Run]:
        """All that is written, once."""
        pieces = (*self._front(1, 1), *contents(self.setting, ()), *self._body(self._units(), last=True))
        return (run for piece in pieces for run in piece.runs)

    def _pages(self, group: Sequence[Unit], whole: Sequence[Unit]) -> int:
        """How many pages a volume of ``group`` has, at most."""
        bodies = [self._body(group, last=True)]
        if group[:1] == whole[:1]:
            bodies.append(self._body(whole[len(group) :], last=False))  # the first volume lists them all
        return len(self._bound(bodies, 0, {}).pages)

    def _bound(self, bodies: Sequence[Sequence[Piece]], number: int, pages: Mapping[str, str]) -> Bound:
        ids = [frozenset(piece.id for piece in body if piece.id) for body in bodies]
        told = [each if number in (0, at) else frozenset[str]() for at, each in enumerate(ids)]
        front = (*self._front(number + 1, len(bodies)), *contents(self.setting, told))
        return bound((*front, *bodies[number]), self.form, self.scribe, pages, self.known)

    def _front(self, volume: int, volumes: int) -> tuple[Piece, ...]:
        title = title_page(self.setting, self.scribe.code, volume, volumes, draft=self.options.draft)
        title = (*title, *codes(self.languages, self.setting))
        return (*title, *(preliminaries(self.setting) if volume == 1 else ()))

    def _units(self) -> tuple[Unit, ...]:
        made: list[Unit] = []
        for entry in self.book.outline:
            if not entry.chapter:
                title = heading(1, runs(entry.title, self.setting), self.setting, id=entry.id)
                made += units("", marked((replace(title, page=True, place=f"{entry.id}-title"),), self.book.pages))
            for member in (entry,) if entry.chapter else entry.children:
                made += units(member.chapter, marked(self._chapter(member), self.book.pages))
        return tuple(made)

    def _chapter(self, entry: OutlineEntry) -> tuple[Piece, ...]:
        """A chapter below its title; in a part it stands one level deeper (rules EN-08)."""
        chapter = self.book.chapter(entry.chapter)
        below = self.setting.below(1 if chapter.part else 0)
        first = chapter.blocks[0] if chapter.blocks else None
        titled = isinstance(first, Heading) and first.level == 1
        title = heading(1, runs(chapter.title, below), below, id=entry.id)
        own = [note for note in self.book.notes if note.chapter == chapter.slug] if notes_below(self.book) else []
        text = blocks(chapter.blocks[1 if titled else 0 :], below)
        head = replace(title, place=_title_place(chapter, self.book.ids))
        return (*in_language((head, *text), chapter.language), *notes(own, below, level=2))

    def _body(self, group: Sequence[Unit], *, last: bool, number: int = 0) -> tuple[Piece, ...]:
        """The text of a volume, and the notes and references that it names."""
        text = [piece for unit in group for piece in unit.pieces]
        chapters = {unit.chapter for unit in group}
        behind = () if notes_below(self.book) else self.book.notes
        named = [note for note in behind if _from(note.ways_back, chapters)]
        entries = [
            each for each in self.book.entries if _from(each.ways_back, chapters) or (last and not each.ways_back)
        ]
        lists = (*notes(named, self.setting, level=1), *references(entries, self.setting))
        end = (*credits(self.setting), *imprint(self.setting, self.options)) if last else self._end(number)
        pieces = (*text, *marked(lists, self.book.pages), *end)
        return (replace(pieces[0], page=True), *pieces[1:])

    def _end(self, number: int) -> Iterator[Piece]:
        yield Piece(runs=said(self.setting.say("End of volume {}", number)), centred=True, before=True)


def _title_place(chapter: Chapter, ids: Mapping[Span, str]) -> str:
    """What the print edition calls the title: by its heading's id, or by the chapter's name."""
    first = chapter.blocks[0] if chapter.blocks else None
    return (ids.get(first.span, "") if isinstance(first, Heading) else "") or f"{chapter.slug}-title"


def _from(ways: Sequence[WayBack], chapters: set[str]) -> bool:
    return any(way.chapter in chapters for way in ways)
