"""Which pieces of a book's own style sheets the page engine fails over, and the pages without them.

Of what it does not understand the engine says where it stands; of what it breaks off at, nothing. The first is asked of
each sheet by itself, the second is searched for: pages are made of ever fewer rules, then declarations, until the one
is left with which they fail. That takes a rendering for each doubling of their number, after a failure only.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from publisher.diagnostics import RenderingFailed
from publisher.model.book import Book
from publisher.model.pages import FaultyStyle
from publisher.paper.engine import PLACE, TOO_LONG, Limits, Rendering, complaints
from publisher.source import Span
from publisher.themes.pieces import Piece, Sheets, at, guilty, own_sheets, pieces, with_sheets, without
from publisher.themes.theme import Theme, theme_of

Attempt = Callable[[Theme, Limits], Rendering]  # the pages in a look; raises RenderingFailed
# What of the engine's words means that something is not on the pages, or that there are none; all else has no effect.
_STOPS = ("the page engine ", "the page asks ", "Failed ", "No anchor ", ".notdef ")
_BROKEN_OFF = re.compile(r"the page engine failed: (?!RuntimeError)(\w+): .*", re.DOTALL)  # that one is our own words
_IGNORED = re.compile(r"Ignored `.*`(?: at \d+:\d+)?, (.*)\.", re.DOTALL)
_PATIENCE = Limits(seconds=60)  # for each attempt, where one did not come to an end


def on_trial(book: Book, attempt: Attempt, words: str, *, pages: Rendering | None = None) -> Rendering | None:
    """The pages without the pieces of the book's own sheets that stop them, and which those are.

    ``words`` are those of the failure; there are ``pages`` all the same where the engine only complained. None where
    the sheets are not to blame.
    """
    sheets = own_sheets(book)
    if not pieces(sheets):
        return None
    faulty = dict(_not_understood(book, sheets))
    if pages and {PLACE.sub("", said) for said in pages.problems} <= set(faulty.values()):
        return replace(pages, problems=(), faulty=_told(faulty))
    trial = _Trial(book, attempt, _PATIENCE if words.startswith(TOO_LONG) else Limits())
    if trial.fails(without(sheets, pieces(sheets))):
        return None
    sheets = without(sheets, faulty)
    words = trial.fails(sheets) if faulty else words
    while words:
        piece, why = guilty(sheets, words, trial.fails)
        faulty[piece], sheets = why, without(sheets, (piece,))
        words = trial.fails(sheets)
    return replace(trial.made, faulty=_told(faulty))


class _Trial:
    """Attempts to make the pages of one book; ``made`` is what the last that went well has made."""

    def __init__(self, book: Book, attempt: Attempt, limits: Limits) -> None:
        self.book, self.attempt, self.limits = book, attempt, limits
        self.made = Rendering(pdf=b"", labels=())

    def fails(self, sheets: Sheets) -> str:
        """The words in which the engine gives up over these sheets; nothing where it does not."""
        try:
            self.made = self.attempt(theme_of(with_sheets(self.book, sheets)), self.limits)
        except RenderingFailed as fault:
            return str(fault)
        return ""


def _not_understood(book: Book, sheets: Sheets) -> Iterator[tuple[Piece, str]]:
    """What has no effect, and why. A line with a token in it is another line to the engine: it is searched for."""
    theme = theme_of(book)
    for found in complaints({file: theme.resolved(text, Span(file)) for file, text in sheets.items()}):
        line = sheets[found.file].split("\n")[found.line - 1]
        piece = at(sheets, found.file, found.line, found.column)
        if piece and "token(" not in line:
            yield piece, found.words


def _told(faulty: Mapping[Piece, str]) -> tuple[FaultyStyle, ...]:
    found = (_fault(piece, why) for piece, why in faulty.items())
    return tuple(sorted(found, key=lambda fault: fault.span))


def _fault(piece: Piece, why: str) -> FaultyStyle:
    ignored, stops = _IGNORED.fullmatch(why), why.startswith(_STOPS)
    failed = _BROKEN_OFF.sub(r"the page engine breaks off (\1)", why)
    told = ignored[1] if ignored else failed if stops else "not understood"
    return FaultyStyle(span=piece.span, said=piece.said, why=told, stops=stops)
