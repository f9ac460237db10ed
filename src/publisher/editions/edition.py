"""What an edition is: a form the book is published in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from publisher.diagnostics import Diagnostic
from publisher.facts.conformance import Conformance, conformance
from publisher.files import Cache, Files
from publisher.model.book import Book
from publisher.model.pages import LostText, PageStart
from publisher.themes.theme import Theme


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

    ``folios`` names the page on which each id of the book begins; ``findings`` are about the finished pages.
    """

    files: Files
    pages: tuple[PageStart, ...] = ()
    lost: tuple[LostText, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A form the book is published in.

    ``write`` is pure: the same book, theme and options give the same bytes. It is given the files of the editions that
    it ``needs``. ``judges`` names the outside judges who may speak about its files.
    """

    name: str
    title: str
    write: Callable[[Book, Theme, Options, Mapping[str, Files]], Files | Printed]
    needs: tuple[str, ...] = ()
    judges: tuple[str, ...] = ()
