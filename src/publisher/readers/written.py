"""book.yaml as authors write it, where that differs from what the model keeps: short forms, parts, matter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated

from publisher.model.forms import Key, Needed, ReferenceFile, Shorthand
from publisher.model.manifest import (
    Accessibility,
    BookInfo,
    Citations,
    Editions,
    EpubOptions,
    FigureEntry,
    NotePlacement,
    PdfOptions,
    Permission,
    Review,
    Typography,
)
from publisher.model.roles import Role
from publisher.readers.csl import VARIABLES
from publisher.readers.hints import Keys
from publisher.readers.leaves import Placed
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenChapter:
    """A chapter's file, with what only the manifest can say of it."""

    file: Needed[Placed] = Placed(text="", span=Span("book.yaml"))
    role: Role = Role.CHAPTER
    title: str = ""
    language: str = ""


Chapter = Annotated[WrittenChapter, Shorthand("file")]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """Chapters under the title of their part."""

    part: Needed[str] = ""
    chapters: Needed[tuple[Chapter, ...]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenChapters:
    """The book's chapters by the matter that they stand in; a list alone is the body."""

    front: tuple[Chapter | WrittenPart, ...] = ()
    body: tuple[Chapter | WrittenPart, ...] = ()
    back: tuple[Chapter | WrittenPart, ...] = ()


Reference = Annotated[Mapping[str, object], Keys(VARIABLES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenManifest:
    """The single manifest of a book."""

    book: Needed[BookInfo] = BookInfo()
    chapters: Needed[Annotated[WrittenChapters, Shorthand("body")]] = WrittenChapters()
    figures: Mapping[Key, FigureEntry] = field(default_factory=lambda: MappingProxyType({}))
    references: Mapping[Key, Reference] | ReferenceFile = field(default_factory=lambda: MappingProxyType({}))
    citations: Citations = Citations()
    notes: NotePlacement = NotePlacement()
    typography: Typography = Typography()
    theme: str = "plain"
    editions: Editions = Editions(epub=EpubOptions(), pdf=PdfOptions())
    accessibility: Accessibility = Accessibility()
    reviews: tuple[Review, ...] = ()
    allow: tuple[Permission, ...] = ()
