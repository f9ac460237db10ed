"""What an edition is: a form the book is published in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from publisher.diagnostics import Diagnostic
from publisher.facts.conformance import Conformance, conformance
from publisher.files import Cache, Files
from publisher.model.book import Book
from publisher.model.manifest import Manifest
from publisher.model.pages import FaultyStyle, LostText, Overflow, PageStart
from publisher.themes.theme import Theme

REPORT = "report"  # no edition: who needs it is given the record of the build of all that it is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build asks of every edition; what the manifest asks of one edition stands in the book.

    ``green``: no error stands against the book, so that a claim that somebody has signed may be written. ``cache`` may
    save an edition work and changes nothing about it.
    """

    draft: bool = False
    green: bool = False
    cache: Cache | None = None

    def claimed(self, book: Book) -> Conformance | None:
        """The claim that an edition of ``book`` may carry: signed of these sources, with no error standing."""
        return conformance(book) if self.green and not self.draft else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What an edition on pages has become: its files, where its pages begin, and what nobody sees of the text.

    ``folios`` names the page on which each id of the book begins; ``findings`` are about the finished pages. ``faulty``
    are the pieces of the book's own sheets that the pages are made without.
    """

    files: Files
    pages: tuple[PageStart, ...] = ()
    lost: tuple[LostText, ...] = ()
    overflow: tuple[Overflow, ...] = ()
    faulty: tuple[FaultyStyle, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


Writer = Callable[[Book, Theme, Options, Mapping[str, Files]], Files | Printed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A form the book is published in.

    ``module`` has its writer, ``write``, and is imported when the first book is written: who only lists the editions
    pays for none. ``needs`` names the editions whose files the writer is given where the manifest names them;
    ``chosen`` says which of them in one book, where it is not all. ``spares``: it is made without those that fail.
    ``judges`` names the outside judges who may speak about its files.
    """

    name: str
    title: str
    module: str
    needs: tuple[str, ...] = ()
    chosen: Callable[[Manifest], tuple[str, ...]] | None = None
    spares: bool = False
    judges: tuple[str, ...] = ()

    def write(self, book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files | Printed:
        """The edition of a book: the same book, theme, options and files ``made`` give the same bytes."""
        writer: Writer = import_module(self.module).write
        return writer(book, theme, options, made)
