"""Paragraphs of braille before they are cells: words with their forms, and where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from publisher.source import Span

BREAK = "\u2028"  # LINE SEPARATOR: a line that ends because the author says so
ITALIC, BOLD = 1, 4  # liblouis's bits
_ADDRESS = re.compile(r"(?:https?://|mailto:|urn:|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one form. ``plain`` ones are not contracted, and ``bare`` where a sign around them says so already;
    ``cells`` are braille already.

    ``turn`` has no words: a page of print begins here, and this is its folio.
    """

    text: str
    emphasis: int = 0
    plain: bool = False
    bare: bool = False
    cells: bool = False
    turn: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph: its first line begins after ``first`` blank cells, the others after ``rest``.

    ``before`` and ``after`` ask for a blank line there. ``level`` is that of a heading, 0 for what is none; whatever
    has ``keep`` stands on one page with the beginning of what follows. ``rule`` is a line of one cell and no words.
    ``centred`` lines stand in the middle. ``page`` begins a new page. ``id`` names a target of the contents, ``entry``
    the target of an entry of the contents.
    ``place`` is the paragraph's name, as the pages of print have it.
    """

    runs: tuple[Run, ...] = ()
    first: int = 2
    rest: int = 0
    before: bool = False
    after: bool = False
    level: int = 0
    keep: bool = False
    rule: str = ""
    centred: bool = False
    page: bool = False
    id: str = ""
    entry: str = ""
    place: str = ""


def said(text: str, *, span: Span | None = None, emphasis: int = 0, plain: bool = False) -> tuple[Run, ...]:
    """Words as runs; what looks like an address is not contracted."""
    runs: list[Run] = []
    end = 0
    for found in () if plain else _ADDRESS.finditer(text):
        runs.append(Run(text=text[end : found.start()], emphasis=emphasis, span=span))
        runs.append(Run(text=found[0], emphasis=emphasis, plain=True, span=span))
        end = found.end()
    runs.append(Run(text=text[end:], emphasis=emphasis, plain=plain, span=span))
    return tuple(run for run in runs if run.text)


def paragraph(text: str) -> Piece:
    """A paragraph of words that have no form."""
    return Piece(runs=said(text))


def is_empty(piece: Piece) -> bool:
    """Whether a piece says and shows nothing."""
    return not piece.rule and not any(run.text.strip() for run in piece.runs)


def inset(pieces: Iterable[Piece], by: int) -> tuple[Piece, ...]:
    """The pieces ``by`` cells farther in; rules stay as wide as the page."""
    return tuple(
        piece if piece.rule else replace(piece, first=piece.first + by, rest=piece.rest + by) for piece in pieces
    )


def hanging(pieces: Sequence[Piece], mark: str) -> tuple[Piece, ...]:
    """An item: ``mark`` and the first words at the left, the other lines two cells in, and all else below those."""
    if not pieces or pieces[0].rule or pieces[0].level or not _is_plain(pieces[0]):
        pieces = (Piece(), *pieces)
    head = replace(pieces[0], runs=(*said(mark), *pieces[0].runs), first=0, rest=2, before=False, after=False)
    return (head, *inset(pieces[1:], 2))


def led(lead: Sequence[Run], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with ``lead`` before their first words; before a list or a rule, it is a piece of its own."""
    if pieces and _is_plain(pieces[0]):
        return (replace(pieces[0], runs=(*lead, *pieces[0].runs)), *pieces[1:])
    return (Piece(runs=tuple(lead)), *pieces)


def apart(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a blank line before the first and after the last."""
    if not pieces:
        return ()
    made = list(pieces)
    made[0] = replace(made[0], before=True)
    made[-1] = replace(made[-1], after=True)
    return tuple(made)


def between(pieces: Sequence[Piece], start: Sequence[Run], end: Sequence[Run]) -> tuple[Piece, ...]:
    """The pieces with ``start`` before their first words and ``end`` behind their last."""
    opened = led(start, pieces)
    if opened[-1].rule:
        return (*opened, Piece(runs=tuple(end)))
    return (*opened[:-1], replace(opened[-1], runs=(*opened[-1].runs, *end)))


def close(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without blank lines around them."""
    return tuple(replace(piece, before=False, after=False) for piece in pieces)


def _is_plain(piece: Piece) -> bool:
    return not piece.rule and not piece.level and (piece.first, piece.rest) == (2, 0)
