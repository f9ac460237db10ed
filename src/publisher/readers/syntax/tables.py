"""Pipe tables, with a caption after one blank line:

| Force | Partnerships |
|-------|-------------:|
| North | 3            |

: Partnerships by force {#tbl-forces row-headers=1 summary="One row a force."}
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import Preprocessor

from publisher.readers.syntax.lines import CLOSE, OPEN, Line, Reading

CAPTION = "caption"
_CAPTION = re.compile(r"(?P<indent>[ ]*):[ ]+(?P<words>\S.*)$")
_TOKEN = re.compile(rf"[ ]*{OPEN}\d+{CLOSE}$")


class CaptionPreprocessor(Preprocessor):
    """A caption below a table is taken out of the way of definition lists: it outranks them."""

    def run(self, lines: list[str]) -> list[str]:
        return [self._caption(line, lines[max(0, at - 3) : at]) for at, line in enumerate(lines)]

    def _caption(self, line: str, before: Sequence[str]) -> str:
        match = _CAPTION.match(line)
        above = [row for row in before if row.strip()]
        if not match or not isinstance(line, Line) or not before or before[-1].strip() or not above:
            return line
        if "|" not in above[-1] and not _TOKEN.match(above[-1]):
            return line
        start = match.start("words")
        opened = Line(OPEN + CAPTION + CLOSE, line.number, (line.column(len(match["indent"])),) * (len(CAPTION) + 2))
        words = line.cut(start)
        columns = [*line.columns[: match.end("indent")], *opened.columns, *words.columns]
        return Line(match["indent"] + opened + words, line.number, columns)


class EveryCellProcessor(TableProcessor):
    """Python-Markdown's own drops the cells that a row has too many; an author must hear of them (TAB-03)."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        if not row.strip():
            return  # the end of the chapter
        line = SubElement(parent, "tr")
        for at, text in enumerate(self._split_row(row)):  # type: ignore[attr-defined]
            cell = SubElement(line, "th" if parent.tag == "thead" else "td")
            cell.text = text.strip(" ")
            if at < len(align) and align[at]:
                cell.set("align", align[at] or "")


class TableExtension(Extension):
    """Tables and their captions."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        if "|" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS.append("|")
        config = {"use_align_attribute": True}
        md.parser.blockprocessors.register(EveryCellProcessor(md.parser, config), "table", 75)
        md.preprocessors.register(CaptionPreprocessor(md), "captions", 30)
