"""Explanatory notes: ``[^label]`` in the text, and anywhere in the same file

[^label]: The note. Its further paragraphs are

    indented by four spaces.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import TAB, Line, Reading
from publisher.readers.syntax.marks import unmarked

_DEFINITION = re.compile(r"[ ]{0,3}\[\^(?P<label>[^\]\s]+)\]:[ ]*")


class NotePreprocessor(Preprocessor):
    """The notes of a file are put aside, each with its lines; nothing stays where they stood."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            definition = _DEFINITION.match(line)
            if not definition or not isinstance(line, Line):
                out.append(line)
                at += 1
                continue
            end = _end(lines, at + 1)
            first = line.cut(definition.end())
            rest = tuple(row.cut(min(TAB, row.indent)) for row in lines[at + 1 : end] if isinstance(row, Line))
            self._keep(definition["label"], line, (first, *rest))
            out.append("")
            at = end
        return out

    def _keep(self, label: str, line: Line, text: tuple[Line, ...]) -> None:
        if label in self.reading.notes:
            first = self.reading.notes[label][0].number
            self.reading.fault(
                FaultKind.NOTE_LABEL,
                self.reading.place(line, line.indent),
                f"Note '[^{label}]' is defined twice in this file (first in line {first})",
                "give one of them another label",
            )
            return
        self.reading.notes[label] = (line, text)


def _end(lines: Sequence[str], at: int) -> int:
    """The index of the first line after a note: its paragraph runs on, and what follows is indented."""
    while at < len(lines) and lines[at].strip() and not _DEFINITION.match(lines[at]):
        at += 1
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith(" " * TAB)):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end


class NoteReferenceProcessor(InlineProcessor):
    """The mark of a note."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        return Element("note-reference", {"label": unmarked(m["label"])}), m.start(0), m.end(0)


class NoteExtension(Extension):
    """Notes and their marks."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(NotePreprocessor(md, self.reading), "notes", 60)
        md.inlinePatterns.register(NoteReferenceProcessor(r"\[\^(?P<label>[^\]\s]+)\]", md), "note", 176)
