"""What an edition is: a form the book is published in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from publisher.files import Files
from publisher.model.book import Book
from publisher.themes.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build asks of every edition; what the manifest asks of one edition stands in the book."""

    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A form the book is published in.

    ``write`` is pure: the same book, theme and options give the same bytes. It is given the files of the editions that
    it ``needs``. ``judges`` names the outside judges who may speak about its files.
    """

    name: str
    title: str
    write: Callable[[Book, Theme, Options, Mapping[str, Files]], Files]
    needs: tuple[str, ...] = ()
    judges: tuple[str, ...] = ()
