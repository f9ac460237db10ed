"""Tables and details written as HTML: the structure is HTML's, the words inside are Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from publisher.model.blocks import Alignment, Block, Cell, Details, Paragraph, Row, Table
from publisher.model.faults import FaultKind
from publisher.model.inlines import Inline
from publisher.readers.syntax.limits import DEEPEST
from publisher.readers.syntax.lines import Line, Reading
from publisher.source import Span

_NAMES = "table|caption|thead|tbody|tfoot|tr|th|td|colgroup|col|details|summary"
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_NAMES})\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_READ = {"th": {"scope", "colspan", "rowspan"}, "td": {"colspan", "rowspan"}, "table": {"id", "summary"}, "details": {"open"}}
_LOOKS = frozenset("style class align valign width height border bgcolor cellpadding cellspacing".split())
MOST_SPANNED = 100


@dataclass(slots=True)
class _Part:
    """An element of the table's structure; ``inside`` holds the lines of a cell, a caption or a summary."""

    name: str
    span: Span
    attributes: dict[str, str]
    start: int
    end: int = 0
    parts: "list[_Part]" = field(default_factory=list)


def island(reading: Reading, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that stand for a table or details element in the text."""
    return reading.island(lines[0], partial(_blocks, reading, tuple(lines)))


def _blocks(reading: Reading, lines: tuple[Line, ...]) -> tuple[Block, ...]:
    text = "\n".join(lines)
    root = _Part("", reading.place(lines[0]), {}, 0, len(text))
    _structure(reading, lines, text, root)
    return tuple(
        block
        for part in root.parts
        for block in (_details(reading, lines, part) if part.name == "details" else _table(reading, lines, part))
    )


def _structure(reading: Reading, lines: Sequence[Line], text: str, root: _Part) -> None:
    open_parts = [root]
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["close"]:
            while len(open_parts) > 1 and any(part.name == name for part in open_parts):
                closed = open_parts.pop()
                closed.end = tag.start()
                if closed.name == name:
                    break
            continue
        for implied in _IMPLIED.get(name, ()):  # HTML: these end tags may be left out
            if open_parts[-1].name == implied:
                open_parts.pop().end = tag.start()
        row, column = _position(lines, tag.start())
        span = reading.place(lines[row], column)
        part = _Part(name, span, _attributes(reading, name, tag["rest"], span), tag.end(), len(text))
        if name == "table" and any(above.name in ("td", "th") for above in open_parts):
            reading.fault(FaultKind.RAW_HTML, span, "A table inside a table", "write two tables")
        if len(open_parts) > DEEPEST:
            reading.fault(FaultKind.OVERSIZE, span, f"Nested more than {DEEPEST} deep", "make it simpler")
            return
        open_parts[-1].parts.append(part)
        if name != "col":
            open_parts.append(part)


_IMPLIED = {"tr": ("td", "th", "tr"), "td": ("td", "th"), "th": ("td", "th"), "tbody": ("td", "th", "tr", "thead", "tbody"), "tfoot": ("td", "th", "tr", "tbody")}


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


def _position(lines: Sequence[Line], offset: int) -> tuple[int, int]:
    row = 0
    while offset > len(lines[row]):
        offset -= len(lines[row]) + 1
        row += 1
    return row, offset


def _inside(lines: Sequence[Line], part: _Part) -> tuple[Line, ...]:
    """The lines between an element's tags, each without the spaces before it."""
    first, start = _position(lines, part.start)
    last, end = _position(lines, part.end)
    rows = [lines[n].cut(start if n == first else 0, end if n == last else None) for n in range(first, last + 1)]
    return tuple(row.cut(row.indent) for row in rows)


def _words(reading: Reading, lines: Sequence[Line], part: _Part) -> tuple[Inline, ...]:
    blocks = reading.read(_inside(lines, part))
    return next((block.content for block in blocks if isinstance(block, Paragraph)), ())


def _every(part: _Part, *names: str) -> Iterator[_Part]:
    for child in part.parts:
        if child.name in names:
            yield child
        elif child.name != "table":
            yield from _every(child, *names)


def _table(reading: Reading, lines: Sequence[Line], part: _Part) -> tuple[Block, ...]:
    if part.name != "table":
        reading.fault(FaultKind.RAW_HTML, part.span, f"<{part.name}> outside a table", "put it into <table> … </table>")
        return ()
    heads = [row for head in _every(part, "thead") for row in _every(head, "tr")]
    bodies = [tuple(_every(body, "tr")) for body in _every(part, "tbody", "tfoot")]
    loose = tuple(row for row in part.parts if row.name == "tr")
    caption = next(_every(part, "caption"), None)
    return (
        Table(
            head=tuple(_row(reading, lines, row, "col") for row in heads),
            bodies=tuple(tuple(_row(reading, lines, row, "row") for row in body) for body in (*bodies, loose) if body),
            span=part.span,
            caption=_words(reading, lines, caption) if caption else (),
            key=part.attributes.get("id", ""),
            summary=part.attributes.get("summary", ""),
        ),
    )


def _row(reading: Reading, lines: Sequence[Line], part: _Part, direction: str) -> Row:
    return Row(cells=tuple(_cell(reading, lines, cell, direction) for cell in _every(part, "td", "th")), span=part.span)


def _cell(reading: Reading, lines: Sequence[Line], part: _Part, direction: str) -> Cell:
    return Cell(
        blocks=reading.read(_inside(lines, part)),
        span=part.span,
        header=(part.attributes.get("scope") or direction) if part.name == "th" else "",
        columns=_spanned(reading, part, "colspan"),
        rows=_spanned(reading, part, "rowspan"),
        alignment=Alignment.START,
    )


def _spanned(reading: Reading, part: _Part, name: str) -> int:
    written = part.attributes.get(name, "1")
    if written.isascii() and written.isdigit() and 1 <= int(written[:6]) <= MOST_SPANNED and len(written) < 6:
        return int(written)
    kind = FaultKind.OVERSIZE if written.isdigit() and int(written[:6]) > MOST_SPANNED else FaultKind.RAW_HTML
    reading.fault(kind, part.span, f"{name} is '{written[:20]}'", f"write a number from 1 to {MOST_SPANNED}")
    return 1


def _details(reading: Reading, lines: Sequence[Line], part: _Part) -> tuple[Block, ...]:
    summary = next(_every(part, "summary"), None)
    if summary is None:
        reading.fault(FaultKind.RAW_HTML, part.span, "<details> without <summary>", "say in <summary> what is inside")
    start = _Part("rest", part.span, {}, summary.end + len("</summary>") if summary else part.start, part.end)
    words = _words(reading, lines, summary) if summary else ()
    return (Details(summary=words, blocks=reading.read(_inside(lines, start)), span=part.span),)
