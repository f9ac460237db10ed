"""The pages of the print edition: which word starts which, and what stands on none."""

from dataclasses import dataclass

from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStart:
    """Where a page of print begins in the text. Pages without words of the text (blank ones, title,
    contents) have none.

    ``label`` is the folio. ``block`` names the block that holds the page's first word: its place in the author's files,
    or an id. ``offset`` counts the characters of that block before it, without white space and with each picture as
    one; ``words`` are those that follow, so that an edition can make sure that it has found the place; ``said`` has
    them with their spaces, for people.
    """

    label: str
    block: str
    offset: int
    words: str
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LostText:
    """Words of one block that nobody sees in print: on no page, or cut off by the edge of a page,
    the first of ``label``.

    ``span`` is the place of the first word's paragraph, None for what no chapter holds. ``why`` tells of another loss.
    """

    span: Span | None
    words: str
    label: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyStyle:
    """A piece of the book's own style sheets that pages were made without: ``said`` is its text, ``why`` the engine's
    words. ``stops``: no pages can be made with it; else it has no effect on them.
    """

    span: Span
    said: str
    why: str
    stops: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """An edition of more pages than are ``allowed``; ``at`` is the place of the limit."""

    pages: tuple[PageStart, ...]
    allowed: int
    at: Span
