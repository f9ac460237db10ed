"""Fenced code, anywhere: in lists, in boxes, in notes.

```python
print("code")
```
"""

import re
from collections.abc import Sequence
from functools import partial

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publisher.model.blocks import Block, CodeBlock
from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import Line, Reading, code_lines, dedented
from publisher.source import Span

_OPENING = re.compile(
    r"(?P<before>[ ]*(?:(?:[-*+]|\d+[.)])[ ]+)?)(?P<fence>`{3,}|~{3,})[ ]*\{?[ ]*\.?(?P<language>[\w+#.-]*)[^`]*$"
)


class FencePreprocessor(Preprocessor):
    """Fenced code becomes an island."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at, code = 0, code_lines(lines)
        while at < len(lines):
            line = lines[at]
            opening = _OPENING.match(line)
            if not opening or not isinstance(line, Line) or at in code:
                out.append(line)
                at += 1
                continue
            start = len(opening["before"])
            place = self.reading.place(line, start)
            end = _closing(lines, at + 1, opening["fence"])
            if end == len(lines):
                self.reading.fault(
                    FaultKind.UNSUPPORTED,
                    place,
                    "A code block is opened here and never closed",
                    f"write {opening['fence']} on a line of its own where the code ends",
                )
            rows = dedented((row for row in lines[at + 1 : end] if isinstance(row, Line)), start)
            out += self.reading.island(line, partial(_block, rows, place, opening["language"]), after=start)
            at = end + 1
        return out


def _closing(lines: Sequence[str], at: int, fence: str) -> int:
    """The index of the line that closes ``fence``, or the number of lines."""
    closing = re.compile(rf"[ ]*{re.escape(fence[0])}{{{len(fence)},}}[ ]*$")
    return next((n for n in range(at, len(lines)) if closing.match(lines[n])), len(lines))


def _block(code: tuple[Line, ...], span: Span, language: str) -> tuple[Block, ...]:
    return (CodeBlock(text="\n".join(code), span=span, language=language),)


class FenceExtension(Extension):
    """Fenced code, before anything else looks at the lines."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(FencePreprocessor(md, self.reading), "fences", 90)
