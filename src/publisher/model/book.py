"""The manuscript as it was read, and the book that is assembled from it. An edition accepts only a Book.

What is derived (numbers, ids, ways back, the outline) lives in tables of the Book and never in its nodes. Tables are
keyed by the place of a node in the author's files, which is one node's alone, so they survive a trip to another
process.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar, cast

from publisher.model.assets import Asset
from publisher.model.blocks import Block, Figure
from publisher.model.faults import Fault, FaultKind
from publisher.model.inlines import Inline
from publisher.model.manifest import Manifest
from publisher.model.notes import Note
from publisher.model.pages import PageStart
from publisher.model.references import Reference
from publisher.model.roles import Matter, Role
from publisher.model.wordings import Wording
from publisher.source import Span

Node = TypeVar("Node")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One file of the book's text. ``title`` is that of its level-1 heading, or the manifest's where it gives one.

    ``slug`` names the chapter's file and starts its ids; it is one chapter's alone. ``part`` is the title of its part.
    """

    file: str
    slug: str
    matter: Matter
    role: Role
    language: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span
    part: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """All that the author's files say, and all that could not be read. ``lines`` are the chapters' own, for reports.

    ``wordings`` are those of the author's own citation style, by key, in the order of its list; without one, none.
    ``theme`` are the files of the theme that lies in the book's folder, ``press_profile`` is the print shop's ICC
    profile. ``texts`` are those that handouts have for themselves, by their paths as the manifest writes them.
    """

    manifest: Manifest
    chapters: tuple[Chapter, ...]
    figures: Mapping[str, Figure] = field(default_factory=lambda: MappingProxyType({}))
    assets: Mapping[str, Asset] = field(default_factory=lambda: MappingProxyType({}))
    styles: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    theme: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    press_profile: bytes = b""
    texts: Mapping[str, Chapter] = field(default_factory=lambda: MappingProxyType({}))
    wordings: Mapping[str, Wording] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place that can be pointed at: ``id`` is unique in the book; ``label`` is "Figure 2", or a section's title."""

    id: str
    chapter: str
    label: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A place of the whole book that an excerpt points at: ``folio`` is its page in print, empty where there is none.

    ``title`` is the book's; ``language`` is that of the target's label where it is the author's, else empty.
    """

    target: Target
    title: str
    folio: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """A heading and what stands below it. ``chapter`` is empty for a part, which is a title over chapters."""

    id: str
    chapter: str
    title: tuple[Inline, ...]
    children: "tuple[OutlineEntry, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """One place that refers to an entry or a note: ``id`` is the mark's own; ``letter`` counts them: a, b … z, aa."""

    id: str
    letter: str
    chapter: str
    place: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the list of references; ``number`` is None for further reading, ``ways_back`` empty if uncited.

    ``words`` are the entry's, without its number; a link whose words are its own address is an address to be read.
    ``mark`` stands for the number in the text, and ``mark_after_name`` behind the author's name, where a style has it.
    """

    id: str
    reference: Reference
    number: int | None
    words: tuple[Inline, ...] = ()
    mark: str = ""
    mark_after_name: str = ""
    ways_back: tuple[WayBack, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedNote:
    """A note in order of first reference; ``label`` is what the reader sees ("n1")."""

    id: str
    label: str
    chapter: str
    note: Note
    ways_back: tuple[WayBack, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A manuscript with its tables.

    ``ids`` names headings, figures, tables, citations and note references by their place; ``numbers`` counts captioned
    figures and tables by id; ``links`` leads from a link's place to the id in the book that it means; ``nodes`` holds
    every node by kind, in reading order; ``pages`` are those of the print edition, once it has been laid out, and
    ``folios`` names the page there on which each id begins. Of an excerpt, ``elsewhere`` tells where the rest is, by
    id.
    """

    manuscript: Manuscript
    identifier: str
    slug: str
    modified: datetime
    dated: bool
    ids: Mapping[Span, str]
    numbers: Mapping[str, int]
    targets: Mapping[str, Target]
    links: Mapping[Span, str]
    outline: tuple[OutlineEntry, ...]
    entries: tuple[Entry, ...]
    notes: tuple[NumberedNote, ...]
    nodes: Mapping[type, tuple[object, ...]]
    pages: tuple[PageStart, ...] = ()
    folios: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def manifest(self) -> Manifest:
        return self.manuscript.manifest

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        return self.manuscript.chapters

    def faults(self, kind: FaultKind) -> tuple[Fault, ...]:
        """What the readers met of this kind, in the manifest and in the chapters, in the order of places."""
        met = (*self.manifest.faults, *self.manuscript.faults)
        return tuple(sorted((fault for fault in met if fault.kind is kind), key=lambda fault: fault.span))

    def every(self, kind: type[Node]) -> tuple[Node, ...]:
        """Each node of ``kind`` in the book, in reading order."""
        return cast(tuple[Node, ...], self.nodes.get(kind, ()))

    def chapter(self, slug: str) -> Chapter:
        """The chapter that ``slug`` names. Raises KeyError."""
        found = next((chapter for chapter in self.chapters if chapter.slug == slug), None)
        if found is None:
            raise KeyError(slug)
        return found

    def language_of(self, slug: str) -> str:
        """The language of the chapter that ``slug`` names: its own, or the book's. Raises KeyError."""
        return self.chapter(slug).language or self.manifest.book.language

    def entry(self, key: str) -> Entry | None:
        """The entry of the reference ``key``, or None where the book has no such reference."""
        return next((entry for entry in self.entries if entry.reference.key == key), None)
