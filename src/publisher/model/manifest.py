"""What book.yaml says, typed: one dataclass a mapping, one field a key. The reader and the schema are made from these.

A field ``large_print`` is written ``large-print`` in the manifest. Absent keys have the defaults that stand here.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Annotated

from publisher.model.blocks import Source
from publisher.model.faults import Fault
from publisher.model.forms import (
    Blank,
    BookChapterOrFoot,
    BookChapterOrPage,
    BookOrChapter,
    CitationStyle,
    Creep,
    EditionName,
    Email,
    FigureKind,
    FileName,
    Hazard,
    Key,
    Length,
    Market,
    Needed,
    OneOrMore,
    OrFile,
    PageSize,
    Percentage,
    Quotes,
    Relator,
    Size,
    Uncited,
    Unwritten,
    Voice,
)
from publisher.model.references import Reference
from publisher.model.roles import Matter, Role
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a key stands in book.yaml: the key itself, its value, and the first place after it."""

    key: Span
    value: Span
    end: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    name: Needed[str] = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """``role`` is a MARC relator code."""

    name: Needed[str] = ""
    role: Relator = "aut"
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    name: Needed[str] = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    image: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookInfo:
    """Who and what the book is. ``date`` is the only clock beside SOURCE_DATE_EPOCH."""

    title: Needed[str] = ""
    subtitle: str = ""
    language: Needed[str] = ""
    identifier: str = ""
    slug: FileName = ""
    version: str = ""
    date: datetime.date | None = None
    publisher: Publisher = Publisher()
    contributors: tuple[Contributor, ...] = ()
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    series: Series | None = None
    cover: Cover | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEntry:
    """One file of the list of chapters; ``part`` is the title of the part that it stands in."""

    file: str
    span: Span
    matter: Matter = Matter.BODY
    role: Role = Role.CHAPTER
    title: str = ""
    language: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """A picture and its words. ``alt`` is None where nobody has said anything; ``caption`` is inline Markdown."""

    image: Needed[str] = ""
    alt: Blank[str | None] = None
    decorative: bool = False
    caption: str = ""
    description: Annotated[str, OrFile()] = ""  # Markdown; where it is a file, its path is kept in the next field
    description_file: Unwritten[str] = ""
    credit: str = ""
    licence: str = ""
    source: Source = Source()
    kind: FigureKind = ""
    width: Percentage = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """``style`` is "numeric" or the path of a CSL file; ``uncited`` is list, further-reading or drop."""

    style: CitationStyle = "numeric"
    uncited: Uncited = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlacement:
    """Where each edition puts the explanatory notes: book, chapter; print also foot; web also page."""

    epub: BookOrChapter = "book"
    print: BookChapterOrFoot = "book"
    web: BookChapterOrPage = "book"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """``quotes`` is smart or as-written."""

    quotes: Quotes = "smart"
    hyphenate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How a reader asks for another format; ``days`` is the working days until an answer."""

    email: Email = ""
    phone: str = ""
    post: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A person's signature under a standard."""

    standard: str = ""
    by: str = ""
    on: datetime.date | None = None
    report: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """``hazards`` is ("none",), or the hazards that there are; empty where nobody has said anything."""

    contact: Contact | None = None
    hazards: OneOrMore[Hazard] = ()
    claim: Claim | None = None
    market: tuple[Market, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person looked at what a machine cannot judge."""

    rule: Needed[str] = ""
    at: Needed[str] = ""
    by: Needed[str] = ""
    on: Needed[datetime.date | None] = None
    note: str = ""
    span: Span = Span("book.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """A finding that may stand, and why."""

    rule: Needed[str] = ""
    at: Needed[str] = ""
    reason: Needed[str] = ""
    span: Span = Span("book.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class EpubOptions:
    """The EPUB has no settings of its own: the reader's settings win."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOptions:
    """``page`` is any CSS page size ("A4", "A5 landscape", "6in 9in"); lengths are CSS lengths."""

    page: PageSize = "A4"
    size: Size = "12pt"
    bleed: Length = "0mm"
    marks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PressOptions:
    """``profile`` is the path of the print shop's ICC profile."""

    page: PageSize = "A5"
    size: Size = "12pt"
    bleed: Length = "3mm"
    marks: bool = True
    profile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LargePrintOptions:
    page: PageSize = "A4"
    size: Size = "18pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutOptions:
    """``text`` is the path of a Markdown file, ``sections`` are ids, ``figures`` keys; ``url`` is
    opened by a QR code."""

    title: str = ""
    date: datetime.date | None = None
    version: str = ""
    chapters: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    text: str = ""
    url: str = ""
    page: PageSize = "A4"
    duplex: bool = True
    max_pages: int | None = None
    size: Size = "12pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletOptions:
    """``of`` is pdf, large-print, handout, or the name of one of several handouts: "mp" or "handout-mp".

    ``creep`` is the thickness of a sheet, or none where the printer sees to it.
    """

    of: str = "pdf"
    page: PageSize = "A5"
    sheet: PageSize = "A4"
    creep: Creep = "0.1mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """Plain text has no settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleOptions:
    table: FileName = "en-ueb-g2"
    cells: int = 40
    lines: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioOptions:
    voice: Voice = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOptions:
    include: tuple[EditionName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """The editions that ``publisher build`` makes; one that the manifest does not name is None."""

    epub: Blank[EpubOptions | None] = None
    pdf: Blank[PdfOptions | None] = None
    press: Blank[PressOptions | None] = None
    large_print: Blank[LargePrintOptions | None] = None
    handout: Blank[HandoutOptions | None] = None
    handouts: Mapping[FileName, Blank[HandoutOptions]] = field(default_factory=lambda: MappingProxyType({}))
    booklet: Blank[BookletOptions | None] = None
    booklets: Mapping[FileName, Blank[BookletOptions]] = field(default_factory=lambda: MappingProxyType({}))
    web: Blank[WebOptions | None] = None
    text: Blank[TextOptions | None] = None
    braille: Blank[BrailleOptions | None] = None
    audio: Blank[AudioOptions | None] = None
    pack: Blank[PackOptions | None] = None

    @property
    def named(self) -> tuple[str, ...]:
        """The names of the editions that are asked for, in the order of their keys; all handouts are one edition."""
        several = {"handouts": "handout", "booklets": "booklet"}
        asked = (field.name for field in fields(self) if getattr(self, field.name))
        return tuple(dict.fromkeys(several.get(name, name.replace("_", "-")) for name in asked))

    @property
    def every_handout(self) -> Mapping[str, HandoutOptions]:
        """All handouts by the ends of their files' names: "handout", "handout-mp"."""
        single = {"handout": self.handout} if self.handout else {}
        return {**single, **{f"handout-{name}": asked for name, asked in self.handouts.items()}}

    @property
    def every_booklet(self) -> Mapping[str, BookletOptions]:
        """All booklets by the ends of their files' names: "booklet", "booklet-mp"."""
        single = {"booklet": self.booklet} if self.booklet else {}
        return {**single, **{f"booklet-{name}": asked for name, asked in self.booklets.items()}}

    def folded(self, booklet: BookletOptions) -> HandoutOptions | None:
        """The handout that ``booklet`` is made of; None for a booklet of the book, or of a handout
        that there is not."""
        if booklet.of in ("pdf", "large-print"):
            return None
        return self.every_handout.get(booklet.of) or self.handouts.get(booklet.of)

    def size_of(self, booklet: BookletOptions) -> str:
        """The size of the body of ``booklet``: that of what it is made of."""
        if handout := self.folded(booklet):
            return handout.size
        large = booklet.of == "large-print"
        return (self.large_print or LargePrintOptions()).size if large else (self.pdf or PdfOptions()).size


def key_of(name: str) -> str:
    """Where a handout stands under ``editions``, by the end of its file's name: "handout", "handouts.mp"."""
    return name.replace("handout-", "handouts.", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """book.yaml, read. ``places`` finds a key by its dotted path ("figures.map.alt", "allow.0.rule"), the whole by "".

    ``references_file`` is the .json or .bib file that the manifest names in place of a list of its own.
    """

    book: BookInfo = BookInfo()
    chapters: tuple[ChapterEntry, ...] = ()
    figures: Mapping[Key, FigureEntry] = field(default_factory=lambda: MappingProxyType({}))
    references: tuple[Reference, ...] = ()
    references_file: str = ""
    citations: Citations = Citations()
    notes: NotePlacement = NotePlacement()
    typography: Typography = Typography()
    theme: str = "plain"
    editions: Editions = Editions(epub=EpubOptions(), pdf=PdfOptions())
    accessibility: Accessibility = Accessibility()
    reviews: tuple[Review, ...] = ()
    allow: tuple[Permission, ...] = ()
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()

    def place(self, path: str) -> Place:
        """Where the key ``path`` stands, or, where it is absent, the nearest key above it that stands."""
        while path not in self.places:
            if "." not in path:
                first = Span("book.yaml")
                return self.places.get("", Place(key=first, value=first, end=first))
            path = path.rpartition(".")[0]
        return self.places[path]
