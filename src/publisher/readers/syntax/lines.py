"""Lines that know where they came from, and the state that the extensions of one chapter share."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from publisher.model.blocks import Block
from publisher.model.faults import Fault, FaultKind
from publisher.source import Span

Find = Callable[[str, Span], str]  # a picture's path as written, and where; its path in the book's folder

TAB = 4
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)]|:|\[\^[^\]\s]+\]:)[ ]")  # of a list, a definition, a note
OPEN, CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no text holds them


class Line(str):
    """A line of source. ``number`` counts from 1; ``columns[i]`` is the place of character i in the author's file."""

    __slots__ = ("number", "columns")
    number: int
    columns: Sequence[int]

    def __new__(cls, text: str, number: int, columns: Sequence[int]) -> "Line":
        self = super().__new__(cls, text)
        self.number, self.columns = number, columns
        return self

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part between two offsets, at its own place."""
        return Line(str(self)[start:end], self.number, self.columns[start:])

    def column(self, offset: int) -> int:
        """The column of the character at ``offset`` (or of the end of the line)."""
        if offset < len(self.columns):
            return self.columns[offset]
        return self.columns[-1] + 1 + offset - len(self.columns) if self.columns else 1 + offset

    @property
    def indent(self) -> int:
        """How many spaces stand before the first word."""
        return len(self) - len(self.lstrip(" "))


def lines_of(text: str, *, first: int = 1, column: int = 1, indent: int = 0) -> tuple[Line, ...]:
    """The lines of ``text`` with tabs as spaces; the first starts at ``column``, the others at ``indent`` + 1."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(_line(row, first + n, column if n == 0 else indent + 1) for n, row in enumerate(rows))


def _line(row: str, number: int, column: int) -> Line:
    if not row.strip():
        return Line("", number, range(column, column + 1))
    if "\t" not in row:
        return Line(row, number, range(column, column + len(row)))
    text, columns = "", list[int]()
    for offset, character in enumerate(row):
        width = TAB - len(text) % TAB if character == "\t" else 1
        text += " " * width if character == "\t" else character
        columns += [column + offset] * width
    return Line(text, number, columns)


def dedented(lines: Iterable[Line], width: int) -> tuple[Line, ...]:
    """The lines without their first ``width`` spaces, or as many as they have."""
    return tuple(line.cut(min(width, line.indent)) for line in lines)


def code_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indices of the lines of code that stands indented after a blank line; in a list item they belong to it."""
    code: set[int] = set()
    in_item, after_blank = False, True
    for at, line in enumerate(lines):
        if not line.strip():
            after_blank = True
            continue
        if line.startswith(" " * TAB) and not in_item and (after_blank or at - 1 in code):
            code.add(at)
        elif _ITEM.match(line):
            in_item = True
        elif after_blank and not line.startswith(" "):
            in_item = False
        after_blank = False
    return frozenset(code)


@dataclass(slots=True)
class Reading:
    """What the extensions of one chapter gather while it is read; nothing of it outlives the reading."""

    file: str
    read: "Callable[[Sequence[Line]], tuple[Block, ...]]"
    find: Find
    figure_keys: frozenset[str] = frozenset()
    faults: list[Fault] = field(default_factory=list)
    islands: list[Callable[[], tuple[Block, ...]]] = field(default_factory=list)
    notes: dict[str, "tuple[Line, tuple[Line, ...]]"] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)

    def place(self, line: Line, offset: int = 0) -> Span:
        """Where the character at ``offset`` of ``line`` stands."""
        return Span(self.file, line.number, line.column(offset))

    def fault(self, kind: FaultKind, span: Span, message: str, help: str = "") -> None:
        """Put down something that cannot become part of the book."""
        self.faults.append(Fault(kind=kind, span=span, message=message, help=help))

    def island(self, first: Line, read: Callable[[], tuple[Block, ...]], *, after: int = 0) -> tuple[Line, ...]:
        """Lines that stand for blocks which ``read`` will make, indented as ``first`` was.

        ``after`` is where they begin in ``first``, where the mark of a list's item stands before them.
        """
        self.islands.append(read)
        start = max(after, first.indent)
        token = first[:start] + f"{OPEN}{len(self.islands) - 1}{CLOSE}"
        blank = Line("", first.number, (1,))
        made = Line(token, first.number, (first.column(first.indent),) * len(token))
        return (made, blank) if start > first.indent else (blank, made, blank)
