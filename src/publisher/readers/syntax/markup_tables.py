"""Tables and details written as HTML: the structure is HTML's, the words inside are Markdown."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate, takewhile

from publisher.model.blocks import Alignment, Block, Cell, Details, Paragraph, Row, Table
from publisher.model.faults import FaultKind
from publisher.model.inlines import Inline
from publisher.readers.syntax.limits import DEEPEST
from publisher.readers.syntax.lines import Line, Reading
from publisher.source import Span

_NAMES = "table|caption|thead|tbody|tfoot|tr|th|td|colgroup|col|details|summary"
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_NAMES})\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_READ = {
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "table": {"id", "summary"},
    "details": {"open"},
}
_LOOKS = frozenset("style class align valign width height border bgcolor cellpadding cellspacing".split())
_SCOPES = ("col", "row", "colgroup", "rowgroup")
MOST_SPANNED = 100


class _Rows:
    """The lines of an element, found by their offset in its text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.starts = (0, *accumulate(len(line) + 1 for line in lines))

    def position(self, offset: int) -> tuple[int, int]:
        """The line that the character at ``offset`` stands in, and where in it."""
        row = min(bisect_right(self.starts, offset), len(self.lines)) - 1
        return row, offset - self.starts[row]


@dataclass(slots=True)
class _Part:
    """An element of the structure; its content stands from ``start`` to ``end``, what follows it from ``after`` on."""

    name: str
    span: Span
    attributes: dict[str, str]
    start: int
    end: int
    after: int
    parts: "list[_Part]" = field(default_factory=list)


def island(reading: Reading, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that stand for a table or details element in the text."""
    return reading.island(lines[0], partial(_blocks, reading, tuple(lines)))


def _blocks(reading: Reading, lines: tuple[Line, ...]) -> tuple[Block, ...]:
    text = "\n".join(lines)
    root = _Part("", reading.place(lines[0]), {}, 0, len(text), len(text))
    rows = _Rows(lines)
    if deep := _structure(reading, rows, text, root):
        reading.fault(FaultKind.OVERSIZE, deep, f"Nested more than {DEEPEST} deep", "make it simpler")
        return ()
    return tuple(
        block
        for part in root.parts
        for block in (_details(reading, rows, part) if part.name == "details" else _table(reading, rows, part))
    )


def _structure(reading: Reading, rows: _Rows, text: str, root: _Part) -> Span | None:
    """Hang the parts of ``text`` under ``root``; the place of the first that nests too deep, if there is one."""
    open_parts = [root]
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["close"]:
            while len(open_parts) > 1 and any(part.name == name for part in open_parts):
                closed = open_parts.pop()
                closed.end, closed.after = tag.start(), tag.end() if closed.name == name else tag.start()
                if closed.name == name:
                    break
            continue
        for implied in _IMPLIED.get(name, ()):  # HTML: these end tags may be left out
            if open_parts[-1].name == implied:
                closed = open_parts.pop()
                closed.end = closed.after = tag.start()
        row, column = rows.position(tag.start())
        span = reading.place(rows.lines[row], column)
        part = _Part(name, span, _attributes(reading, name, tag["rest"], span), tag.end(), len(text), len(text))
        if name == "table" and any(above.name in ("td", "th") for above in open_parts):
            reading.fault(FaultKind.NESTED_TABLE, span, "A table inside a table", "write two tables")
        if len(open_parts) > DEEPEST:
            return span
        open_parts[-1].parts.append(part)
        if name != "col":
            open_parts.append(part)
    return None


_IMPLIED = {
    "tr": ("td", "th", "tr"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tbody": ("td", "th", "tr", "thead", "tbody"),
    "tfoot": ("td", "th", "tr", "tbody"),
}


def _attributes(reading: Reading, name: str, rest: str, span: Span) -> dict[str, str]:
    given = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(rest)}
    for key in given.keys() - _READ.get(name, set()):
        if key.startswith("on"):
            reading.fault(FaultKind.ACTIVE_CONTENT, span, f"Active content: {key} on <{name}>", "remove it")
        elif key in _LOOKS:
            message = f"'{key}' on <{name}> says how a table looks"
            reading.fault(FaultKind.PRESENTATIONAL_HTML, span, message, "remove it: the theme sets tables")
        else:
            reading.fault(FaultKind.RAW_HTML, span, f"<{name}> may not carry '{key}'", "leave the attribute out")
    return given


def _inside(rows: _Rows, part: _Part) -> tuple[Line, ...]:
    """The lines between an element's tags, each without the spaces before it."""
    first, start = rows.position(part.start)
    last, end = rows.position(part.end)
    cut = [rows.lines[n].cut(start if n == first else 0, end if n == last else None) for n in range(first, last + 1)]
    return tuple(row.cut(row.indent) for row in cut)


def _words(reading: Reading, rows: _Rows, part: _Part) -> tuple[Inline, ...]:
    blocks = reading.read(_inside(rows, part))
    return next((block.content for block in blocks if isinstance(block, Paragraph)), ())


def _every(part: _Part, *names: str) -> Iterator[_Part]:
    for child in part.parts:
        if child.name in names:
            yield child
        elif child.name != "table":
            yield from _every(child, *names)


def _table(reading: Reading, rows: _Rows, part: _Part) -> tuple[Block, ...]:
    if part.name != "table":
        message = f"<{part.name}> outside a table"
        reading.fault(FaultKind.RAW_HTML, part.span, message, "put it into <table> … </table>")
        return ()
    head, bodies = _groups(part)
    caption = next(_every(part, "caption"), None)
    return (
        Table(
            head=tuple(_row(reading, rows, row, "col") for row in head),
            bodies=tuple(tuple(_row(reading, rows, row, _direction(row)) for row in body) for body in bodies),
            span=part.span,
            caption=_words(reading, rows, caption) if caption else (),
            key=part.attributes.get("id", ""),
            summary=part.attributes.get("summary", ""),
        ),
    )


def _groups(table: _Part) -> tuple[Sequence[_Part], Sequence[Sequence[_Part]]]:
    """The rows of the head, then those of each body; rows of headings alone, where a table begins, are a head."""
    head = [row for part in _every(table, "thead") for row in _every(part, "tr")]
    bodies: list[list[_Part]] = []
    loose: list[_Part] = []
    for part in table.parts:
        if part.name in ("tbody", "tfoot"):
            bodies += [loose, list(_every(part, "tr"))]
            loose = []
        elif part.name == "tr":
            loose.append(part)
    bodies = [body for body in (*bodies, loose) if body]
    if not head and bodies:
        head = list(takewhile(lambda row: _direction(row) == "col", bodies[0][:-1]))
        bodies[0] = bodies[0][len(head) :]
    return head, bodies


def _direction(row: _Part) -> str:
    """What a heading in a row below the head is for, where it does not say it: its row, if anything
    else stands there."""
    cells = tuple(_every(row, "td", "th"))
    if any(cell.name == "td" for cell in cells):
        return "row"
    return "rowgroup" if len(cells) == 1 else "col"


def _row(reading: Reading, rows: _Rows, part: _Part, direction: str) -> Row:
    return Row(cells=tuple(_cell(reading, rows, cell, direction) for cell in _every(part, "td", "th")), span=part.span)


def _cell(reading: Reading, rows: _Rows, part: _Part, direction: str) -> Cell:
    return Cell(
        blocks=reading.read(_inside(rows, part)),
        span=part.span,
        header=_scope(reading, part, direction) if part.name == "th" else "",
        columns=_spanned(reading, part, "colspan"),
        rows=_spanned(reading, part, "rowspan"),
        alignment=Alignment.START,
    )


def _scope(reading: Reading, part: _Part, direction: str) -> str:
    written = part.attributes.get("scope", "").lower()
    if written and written not in _SCOPES:
        reading.fault(FaultKind.RAW_HTML, part.span, f"scope is '{written[:20]}'", f"write {', '.join(_SCOPES)}")
    return written if written in _SCOPES else direction


def _spanned(reading: Reading, part: _Part, name: str) -> int:
    written = part.attributes.get(name, "1")
    if written.isascii() and written.isdigit() and 1 <= int(written[:6]) <= MOST_SPANNED and len(written) < 6:
        return int(written)
    kind = FaultKind.OVERSIZE if written.isdigit() and int(written[:6]) > MOST_SPANNED else FaultKind.RAW_HTML
    reading.fault(kind, part.span, f"{name} is '{written[:20]}'", f"write a number from 1 to {MOST_SPANNED}")
    return 1


def _details(reading: Reading, rows: _Rows, part: _Part) -> tuple[Block, ...]:
    summary = next(_every(part, "summary"), None)
    if summary is None:
        reading.fault(FaultKind.RAW_HTML, part.span, "<details> without <summary>", "say in <summary> what is inside")
    words = _words(reading, rows, summary) if summary else ()
    rest = replace(part, start=min(summary.after, part.end)) if summary else part
    return (Details(summary=words, blocks=reading.read(_inside(rows, rest)), span=part.span),)
