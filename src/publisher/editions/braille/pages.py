"""Lines in, pages of braille out: what stands on line 1, what is kept together, and where the pages of print begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from publisher.braille.cells import BLANK, BOX_ENDS, LEADER, TURN
from publisher.editions.braille.lines import Line, set_centred, set_lines
from publisher.editions.braille.pieces import Piece
from publisher.editions.braille.scribe import Scribe

Known = dict[tuple[Piece, str], tuple[Line, ...]]

_MARGIN = 6  # cells at the end of an entry's lines that are kept for its page (Braille Formats 2016 §2)
_APART = 3  # blank cells between the parts of an information line
_SHORT = 3  # lines: a caption that is longer may part from what it names
_BELOW = 2  # lines that a heading wants below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The page: cells in a line, lines on a page, and the title that every page but the first bears."""

    cells: int
    lines: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Pages of a volume: their lines, and the braille page on which each target begins."""

    pages: tuple[tuple[str, ...], ...]
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Set:
    """A piece and its lines."""

    piece: Piece
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Page:
    lines: list[str] = field(default_factory=list)
    folio: str = ""  # of the print page that its first words are on


@dataclass(slots=True)
class _Binder:
    """Pages as they grow."""

    form: Format
    scribe: Scribe
    pages: list[_Page] = field(default_factory=lambda: [_Page()])
    targets: dict[str, int] = field(default_factory=dict)
    folio: str = ""
    gap: bool = False  # a blank line is owed

    @property
    def page(self) -> _Page:
        return self.pages[-1]

    @property
    def room(self) -> int:
        """How many lines the page can take; all but the first page have an information line."""
        return self.form.lines - (1 if len(self.pages) > 1 else 0) - len(self.page.lines)

    def turn(self) -> None:
        self.pages.append(_Page(folio=self.folio))
        self.gap = False

    def put(self, line: str) -> None:
        owed = self.gap and bool(self.page.lines)
        if self.room < 1 + owed:
            self.turn()
        elif owed:
            self.page.lines.append("")
        self.gap = False
        self.page.lines.append(line)

    def put_turn(self, folio: str) -> None:
        """The page of print is told in a line of its own, or, at a page's top, by the information line alone."""
        self.folio = folio
        if self.page.lines and self.room < 2 + self.gap:
            self.turn()
        if not self.page.lines:
            self.page.folio = folio
            return
        label = self.scribe.cells(folio)
        self.page.lines.append(TURN * (self.form.cells - len(label)) + label)


def bound(pieces: Sequence[Piece], form: Format, scribe: Scribe, numbers: Mapping[str, str], known: Known) -> Bound:
    """The pieces on pages; ``numbers`` are the pages that entries of the contents lead to, as words.

    ``known`` are the lines of pieces that were bound before, on pages as wide as these; new ones are added.
    """
    numbered = ((piece, numbers.get(piece.entry, "")) for piece in pieces)
    made = [_Set(piece, _known_lines(piece, form.cells, scribe, number, known)) for piece, number in numbered]
    binder = _Binder(form, scribe)
    for number, one in enumerate(made):
        if one.piece.page and binder.page.lines:
            binder.turn()
        if one.piece.rule != BOX_ENDS and binder.page.lines and _needed(made, number, binder.gap) > binder.room:
            binder.turn()
        _place(one, binder)
    pages = tuple(_finished(page, number, binder) for number, page in enumerate(binder.pages, start=1))
    return Bound(pages=pages, targets=binder.targets)


def _place(one: _Set, binder: _Binder) -> None:
    lines = list(one.lines)
    while lines and lines[0].turn:
        binder.put_turn(lines.pop(0).turn)
    binder.gap = binder.gap or one.piece.before
    if one.piece.level == 1 and not binder.page.lines and len(binder.pages) > 1:
        binder.page.lines.append("")  # parts a centred heading from the line above
        binder.gap = False
    if one.piece.rule == BOX_ENDS:
        binder.gap = False
        if not binder.room:
            _with_a_line(binder)
    for number, line in enumerate(lines):
        if line.turn:
            binder.put_turn(line.turn)
        else:
            binder.put(line.cells)
        if number == 0 and one.piece.id:
            binder.targets[one.piece.id] = len(binder.pages)
    binder.gap = binder.gap or one.piece.after


def _with_a_line(binder: _Binder) -> None:
    """A new page that begins with the last words of the one before: the end of a box says nothing alone."""
    last: list[str] = []
    while len(binder.page.lines) > 1 and (not last or last[0].startswith(BOX_ENDS * 2)):
        last.insert(0, binder.page.lines.pop())
    binder.turn()
    binder.page.lines += last


def _keeps(one: _Set) -> bool:
    """Whether a piece stands with what follows; what is long may part from it."""
    return one.piece.keep and (bool(one.piece.level) or len(one.lines) <= _SHORT)


def _needed(made: Sequence[_Set], number: int, gap: bool) -> int:
    """How many lines must stand together, from this piece on; none where room was made for it already."""
    if number and _keeps(made[number - 1]):
        return 0
    total, owed = 0, gap
    for one in made[number:]:
        total += owed or one.piece.before
        if not _keeps(one):
            return total + min(_BELOW if total > 1 else 1, len(one.lines))
        total += len(one.lines)
        owed = one.piece.after
    return total


def _known_lines(piece: Piece, width: int, scribe: Scribe, number: str, known: Known) -> tuple[Line, ...]:
    if (piece, number) not in known:
        known[piece, number] = _lines(piece, width, scribe, number)
    return known[piece, number]


def _lines(piece: Piece, width: int, scribe: Scribe, number: str) -> tuple[Line, ...]:
    if piece.rule:
        return (Line(cells=piece.rule * width),)
    words = scribe.words(piece.runs)
    if piece.centred:
        return set_centred(words, width)
    if not piece.entry:
        return set_lines(words, width, first=piece.first, rest=piece.rest, again=piece.again)
    lines = set_lines(words, width - _MARGIN, first=piece.first, rest=piece.rest)
    return (*lines[:-1], _led(lines[-1], scribe.cells(number), width)) if lines else ()


def _led(line: Line, number: str, width: int) -> Line:
    """An entry's last line with a row of dots to its page number, at the right edge."""
    between = width - len(line.cells) - len(number) - 2
    dots = LEADER * between if between > 1 else BLANK * between
    return Line(cells=f"{line.cells}{BLANK}{dots}{BLANK}{number}")


def _finished(page: _Page, number: int, binder: _Binder) -> tuple[str, ...]:
    lines = page.lines if number == 1 else (_information(page, number, binder), *page.lines)
    return tuple(line.rstrip(BLANK) for line in lines)


def _information(page: _Page, number: int, binder: _Binder) -> str:
    """The page of print at the left, the braille page at the right, and between them as much of the title as fits."""
    scribe, width = binder.scribe, binder.form.cells
    left, right = scribe.cells(page.folio), scribe.cells(str(number))
    sides = max(len(left), len(right)) + _APART
    title = _shortened(binder.form.title, width - 2 * sides, scribe)
    before = (width - len(title)) // 2 - len(left)
    return (left + BLANK * before + title).ljust(width - len(right), BLANK) + right


def _shortened(title: str, room: int, scribe: Scribe) -> str:
    """The first words of a title, as many as fit."""
    fitting = ""
    for end in accumulate(title.split(), "{} {}".format):
        if len(scribe.cells(end)) > room:
            break
        fitting = scribe.cells(end)
    return fitting
