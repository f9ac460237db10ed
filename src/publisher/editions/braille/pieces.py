"""Paragraphs of braille before they are cells: words with their forms, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from publisher.braille.cells import LOWERED, RAISED
from publisher.source import Span

BREAK = "\u2028"  # LINE SEPARATOR: a line that ends because the author says so
ITALIC, BOLD = 1, 4  # liblouis's bits
_ADDRESS = re.compile(r"(?:https?://|mailto:|urn:|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


_SMALL = re.compile("(?P<raised>[²³]*[⁰¹⁴-⁹][⁰¹²³⁴-⁹]*|[²³]{2,})|[₀-₉]+")  # tables know ² and ³


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one form. ``plain`` ones are not contracted, and ``bare`` where a sign around them says so already;
    ``cells`` are braille already. ``language`` is said of them where it is not that around them, and ``whole`` that
    it is said of a block.

    ``turn`` has no words: a page of print begins here, and this is its folio.
    """

    text: str
    emphasis: int = 0
    plain: bool = False
    bare: bool = False
    cells: bool = False
    language: str = ""
    whole: bool = False
    turn: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph: its first line begins after ``first`` blank cells, the others after ``rest``.

    Where the author ends lines, the next begins after ``again`` cells, so that it is told from one that runs on.
    ``before`` and ``after`` ask for a blank line there. ``level`` is that of a heading, 0 for what is none; whatever
    has ``keep`` stands on one page with the beginning of what follows. ``rule`` is a line of one cell and no words.
    ``centred`` lines stand in the middle. ``page`` begins a new page. ``id`` names a target of the contents, ``entry``
    the target of an entry of the contents.
    ``place`` is the paragraph's name, as the pages of print have it.
    """

    runs: tuple[Run, ...] = ()
    first: int = 2
    rest: int = 0
    again: int | None = None
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
    return tuple(part for run in runs for part in _levelled(run) if part.text)


def _levelled(run: Run) -> Iterator[Run]:
    """The run in parts: small raised and lowered digits are digits behind a sign that says so."""
    end = 0
    for found in _SMALL.finditer(run.text):
        yield replace(run, text=run.text[end : found.start()])
        yield Run(text=RAISED if found["raised"] else LOWERED, cells=True)
        yield replace(run, text=normalize("NFKC", found[0]))
        end = found.end()
    yield replace(run, text=run.text[end:])


def paragraph(text: str) -> Piece:
    """A paragraph of words that have no form."""
    return Piece(runs=said(text))


def is_empty(piece: Piece) -> bool:
    """Whether a piece says and shows nothing."""
    return not piece.rule and not any(run.text.strip() for run in piece.runs)


def inset(pieces: Iterable[Piece], by: int) -> tuple[Piece, ...]:
    """The pieces ``by`` cells farther in; rules stay as wide as the page."""
    return tuple(
        piece if piece.rule else replace(piece, first=piece.first + by, rest=piece.rest + by, again=_farther(piece, by))
        for piece in pieces
    )


def _farther(piece: Piece, by: int) -> int | None:
    return None if piece.again is None else piece.again + by


def hanging(pieces: Sequence[Piece], mark: str) -> tuple[Piece, ...]:
    """An item: ``mark`` and the first words at the left, the other lines two cells in, and all else below those."""
    if not pieces or pieces[0].rule or pieces[0].level or not _is_plain(pieces[0]):
        pieces = (Piece(), *pieces)
    again = None if pieces[0].again is None else 2
    rest = 2 if again is None else 4
    words = (*said(mark), *pieces[0].runs)
    head = replace(pieces[0], runs=words, first=0, rest=rest, again=again, before=False, after=False)
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
    return not piece.rule and not piece.level and (piece.first, piece.rest, piece.again) in ((2, 0, None), (0, 2, 0))
