"""Words in, lines of cells out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.braille.cells import BLANK, CONTINUED
from publisher.editions.braille.scribe import Word

_SIDES = 3  # blank cells beside a centred line, at least
_FEW = 6  # fewer cells of an address are not worth a line's end


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of cells, or the place where the page ``turn`` of print begins."""

    cells: str = ""
    turn: str = ""


@dataclass(slots=True)
class _Sheet:
    """Lines as they grow."""

    width: int
    first: int
    rest: int
    again: int | None = None
    done: list[Line] = field(default_factory=list)
    line: str = ""
    ended: bool = False  # by the author

    @property
    def indent(self) -> int:
        if self.ended and self.again is not None:
            return min(self.again, self.width // 2)
        return min(self.rest if any(line.cells for line in self.done) else self.first, self.width // 2)

    def room(self) -> int:
        """How many cells of another word the line can take."""
        return self.width - self.indent - (len(self.line) + 1 if self.line else 0)

    def put(self, cells: str) -> None:
        self.line = f"{self.line}{BLANK}{cells}" if self.line else cells

    def end(self) -> None:
        if self.line:
            self.done.append(Line(cells=BLANK * self.indent + self.line))
            self.ended = False
        self.line = ""


def set_lines(
    words: Sequence[Word], width: int, *, first: int, rest: int, again: int | None = None
) -> tuple[Line, ...]:
    """The words in lines of at most ``width`` cells, the first after ``first`` blank cells, the others after ``rest``.

    Behind the end of a line of the author's, the next begins after ``again``.
    """
    sheet = _Sheet(width, first, rest, again)
    for word in words:
        if word.turn or word.ends:
            sheet.end()
            sheet.ended = sheet.ended or word.ends
        if word.turn:
            sheet.done.append(Line(turn=word.turn))
        elif word.cells:
            _put(word, sheet)
    sheet.end()
    return tuple(sheet.done)


def _put(word: Word, sheet: _Sheet) -> None:
    """The word stands in the line, in the next one, or, longer than any line, in several."""
    cells, done = word.cells, 0
    while len(cells) - done > sheet.room():
        too_long = not sheet.line or len(cells) - done > sheet.width - min(sheet.rest, sheet.width // 2)
        end = _break(word, done, sheet) if too_long else 0
        if end:
            sheet.put(cells[done:end] + CONTINUED)
            done = end
        sheet.end()
    sheet.put(cells[done:])


def _break(word: Word, done: int, sheet: _Sheet) -> int:
    """Where the part of a long word ends that stands in this line; 0 where the next line is the better place."""
    last = done + sheet.room() - 1  # and one for the sign that it goes on
    fits = [end for end in word.breaks if done + _FEW <= end <= last]
    if fits:
        return max(fits)
    return 0 if sheet.line else last


def set_centred(words: Sequence[Word], width: int) -> tuple[Line, ...]:
    """The words in lines in the middle of the page."""
    return tuple(_centred(line, width) for line in set_lines(words, width - 2 * _SIDES, first=0, rest=0))


def _centred(line: Line, width: int) -> Line:
    return Line(cells=BLANK * ((width - len(line.cells)) // 2) + line.cells) if line.cells else line
