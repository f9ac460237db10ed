"""Boxes, opened and closed by lines of their own; they nest, and need no blank lines around them.

::: tip
Bring a friend.
:::

::: {.quote source="Jo Cox" lang=en}
We have far more in common.
:::
"""

import re
from collections.abc import Sequence
from functools import partial

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publisher.model.blocks import Block, Box
from publisher.model.faults import FaultKind
from publisher.model.roles import BoxKind
from publisher.readers.syntax.attributes import Attributes, attributes, vouch
from publisher.readers.syntax.lines import Line, Reading, code_lines, dedented
from publisher.source import Span

_FENCE = re.compile(r"[ ]*(?P<colons>:{3,})[ ]*(?P<words>.*?)[ ]*:*[ ]*$")
_KINDS = {kind.value: kind for kind in BoxKind}


class BoxPreprocessor(Preprocessor):
    """A box becomes an island; what stands in it is read as the chapter is."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at, code = 0, code_lines(lines)
        while at < len(lines):
            line = lines[at]
            fence = _FENCE.match(line)
            if not fence or not isinstance(line, Line) or at in code:
                out.append(line)
                at += 1
            elif not fence["words"]:
                self._say(line, "This ':::' closes a box that was never opened", "remove the line")
                at += 1
            else:
                end = _closing(lines, at + 1)
                if end == len(lines):
                    self._say(line, "This box is opened and never closed", "write ::: on a line of its own at its end")
                out += self._island(line, fence["words"], lines[at + 1 : end])
                at = end + 1
        return out

    def _island(self, line: Line, words: str, inside: Sequence[str]) -> Sequence[str]:
        given = attributes(words if words.startswith("{") else "{." + words + "}")
        kind = next((_KINDS[name] for name in given.classes if name in _KINDS), None) if given else None
        rows = dedented((row for row in inside if isinstance(row, Line)), line.indent)
        if kind is None or given is None:
            self._say(line, f"'{words}' is no kind of box", "write one of " + ", ".join(_KINDS))
            return [Line("", line.number, (1,)), *rows, Line("", line.number, (1,))]
        span = self.reading.place(line, line.indent)
        vouch(self.reading, given, span, "A box", ("title", "source", "lang"))
        return self.reading.island(line, partial(_box, self.reading, kind, given, rows, span))

    def _say(self, line: Line, message: str, help: str) -> None:
        self.reading.fault(FaultKind.UNSUPPORTED, self.reading.place(line, line.indent), message, help)


def _closing(lines: Sequence[str], at: int) -> int:
    """The index of the line that closes the box opened before ``at``, or the number of lines."""
    depth = 1
    for number in range(at, len(lines)):
        fence = _FENCE.match(lines[number])
        if fence:
            depth += 1 if fence["words"] else -1
        if depth == 0:
            return number
    return len(lines)


def _box(reading: Reading, kind: BoxKind, given: Attributes, rows: Sequence[Line], span: Span) -> tuple[Block, ...]:
    return (
        Box(
            kind=kind,
            blocks=reading.read(rows),
            span=span,
            title=given.value("title"),
            source=given.value("source"),
            language=given.value("lang"),
            classes=tuple(name for name in given.classes if name not in _KINDS),
        ),
    )


class BoxExtension(Extension):
    """Boxes, once code, comments and notes are out of the way."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(BoxPreprocessor(md, self.reading), "boxes", 40)
