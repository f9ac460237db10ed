"""Marks carry places through Python-Markdown, which keeps none.

A mark is one character of a private-use plane, set where a line's words begin and where a construct that could be
reported begins. It survives block and inline parsing as text; the reader of the tree takes it out again and learns
from it where it stands. Sources that hold such characters have lost them before (``unsupported.py``).
"""

import re
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publisher.readers.syntax.lines import CLOSE, OPEN, Line

FIRST = 0xF0000
MARK = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")

# What may stand before the words of a line: quotes, list and definition marks, heading signs, a table's first bar.
_LEADER = re.compile(rf"((?:>[ ]?|[-*+][ ]+|\d+[.)][ ]+|:[ ]{{1,3}}|#{{1,6}}[ ]*|\|[ ]*|[ ]+|{OPEN}[a-z]+{CLOSE})*)")
_SIGN = re.compile(rf"(?:[-*+]|\d+[.)]|:|#+|\|(?:[ ]*\|)*|{OPEN}[a-z]+{CLOSE})[ ]*$")
_ISLAND = re.compile(rf"[ ]*{OPEN}\d+{CLOSE}")
_RULE = re.compile(r"[-*_=|:+> ]+")
_EMPTY_ROW = re.compile(r"([ ]*\|)[ ]*\|[| ]*")  # of a table
# A construct that could be reported; not where a mark would part the two halves of a link.
_CONSTRUCT = re.compile(
    r"(?<!\\)(?:!\[(?![\^@])|\[(?=[\^@])|(?<![\]!^])(?<!\] )\[|(?<!\]\()<(?=[A-Za-z/!])"
    r"|(?<![\w@/.])@(?=\w)|~~|(?<!\[)[~^](?=[^\s~^\[])|==(?=\S)|\$\$|\{\{|(?<![\w:]):(?=[a-z])|\^(?=\[))"
    r"|(?<=\|)(?=\S)|(?<=\|[ ])(?=[^ |])|(?<=\|[ ]{2})(?=[^ |])|(?<=\|)(?=[ ]+\|)"  # a table's cell
)
_DELIMITERS = re.compile(r"[*_]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` is the column of the line's last block sign ("#", "-", "|") or first word, ``quote`` of its first ">".

    ``end`` is the column behind the line's last character. ``behind`` tells that the mark stands behind signs of
    emphasis that begin at ``column``.
    """

    line: int
    column: int
    start: int
    quote: int
    end: int
    behind: bool


@dataclass(slots=True)
class Marks:
    """The marks set so far in one chapter."""

    places: list[Mark] = field(default_factory=list)

    def set(self, mark: Mark) -> str:
        """A character that stands for ``mark``; empty once the private-use planes are full."""
        number = len(self.places)
        code = FIRST + number if number < 0xFFFE else FIRST + 0x10000 + number - 0xFFFE
        if code > 0x10FFFD:
            return ""
        self.places.append(mark)
        return chr(code)

    def place(self, character: str) -> Mark:
        """The mark that ``character`` stands for."""
        number = ord(character) - FIRST
        return self.places[number if number < 0x10000 else number - 2]

    def before(self, text: str, end: int) -> Mark | None:
        """The last mark in ``text`` before the offset ``end``."""
        for at in range(end - 1, -1, -1):
            if MARK.match(text[at]):
                return self.place(text[at])
        return None


def unmarked(text: str) -> str:
    """The text without its marks."""
    return MARK.sub("", text)


class MarkPreprocessor(Preprocessor):
    """The last preprocessor: lines that know their place become text with marks."""

    def __init__(self, md: Markdown, marks: Marks) -> None:
        super().__init__(md)
        self.marks = marks

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark at their first word and at each construct."""
        return [self._marked(line) if isinstance(line, Line) else line for line in lines]

    def _marked(self, line: Line) -> str:
        empty_row = _EMPTY_ROW.fullmatch(line)
        if not line or _ISLAND.match(line) or _RULE.fullmatch(line) and not empty_row:
            return str(line)
        leader = empty_row or _LEADER.match(line)
        words = leader.end(1) if leader else 0
        sign = _SIGN.search(line[:words])
        parts, last = [], 0
        for point in dict.fromkeys((words, *(m.start() for m in _CONSTRUCT.finditer(line, words)))):
            start = sign.start() if sign and point == words else point
            quote = line.find(">", 0, words) if ">" in line[:words] and point == words else point
            # Emphasis is told by what stands beside its signs: the mark goes behind them.
            behind = _DELIMITERS.match(line, point).end()  # type: ignore[union-attr]
            at, first, quoted, end = (line.column(offset) for offset in (point, start, quote, len(line)))
            mark = Mark(line.number, at, first, quoted, end, behind > point)
            parts += [line[last:behind], self.marks.set(mark)]
            last = behind
        return "".join([*parts, line[last:]])


class MarkExtension(Extension):
    """Sets marks when all other preprocessors have run."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(MarkPreprocessor(md, self.marks), "marks", -100)
