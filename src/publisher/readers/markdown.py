"""A chapter's Markdown in, blocks and notes out, each with its place. Python-Markdown stands behind
this module only."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.util import AtomicString

from publisher.model.blocks import Block, Figure, Paragraph
from publisher.model.faults import Fault, FaultKind
from publisher.model.inlines import Inline
from publisher.model.notes import Note
from publisher.readers.blocks import CAPTION_TOKEN, BlockTree
from publisher.readers.syntax.attributes import BRACES, attributes
from publisher.readers.syntax.boxes import BoxExtension
from publisher.readers.syntax.breaks import BreakExtension
from publisher.readers.syntax.citations import CitationExtension
from publisher.readers.syntax.definitions import DefinitionExtension
from publisher.readers.syntax.fences import FenceExtension
from publisher.readers.syntax.html import HtmlExtension
from publisher.readers.syntax.limits import DEEPEST, LONGEST_TEXT, LimitExtension
from publisher.readers.syntax.lines import Find, Line, Reading, lines_of
from publisher.readers.syntax.links import BRACED, LinkExtension
from publisher.readers.syntax.marks import MarkExtension, Marks
from publisher.readers.syntax.notes import NoteExtension
from publisher.readers.syntax.tables import TableExtension
from publisher.readers.syntax.unsupported import UnsupportedExtension
from publisher.readers.text import fit
from publisher.source import Span

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSING_SIGNS = re.compile(r"\s+#+$")
_BRACES_AT_END = re.compile(r"\s*(" + BRACES.pattern + r")\s*$")


def as_written(path: str, at: Span) -> str:
    """The path of a picture, unchanged: for texts that are not part of a folder."""
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a text turned out to hold."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()


class _Chapter:
    """One text on its way from lines to blocks; boxes, cells and notes are read by the same road."""

    def __init__(self, at: Span, figures: Mapping[str, Figure], find: Find) -> None:
        self.reading = Reading(file=at.file, read=self.blocks, find=find, figure_keys=frozenset(figures))
        self.marks = Marks()
        self.md = Markdown(extensions=_extensions(self.reading, self.marks), output_format="xhtml")
        self.md.preprocessors.deregister("normalize_whitespace")
        self.tree = BlockTree(self.md, self.reading, self.marks, figures, at)
        self.depth = 0

    def blocks(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """The blocks that some lines hold."""
        if self.depth > DEEPEST:
            place = self.reading.place(lines[0]) if lines else self.tree.inlines.at
            self.reading.fault(FaultKind.OVERSIZE, place, f"Nested more than {DEEPEST} deep", "make it simpler")
            return ()
        self.depth += 1
        rows: list[str] = list(lines)
        for preprocessor in self.md.preprocessors:
            rows = preprocessor.run(rows)
        root = Element("div")
        self.md.parser.parseChunk(root, "\n".join(rows))
        for element in root.iter():
            self._shorten(element)
            _set_braces_aside(element)
        self.md.treeprocessors["inline"].run(root)
        blocks = self.tree.blocks(root)
        self.depth -= 1
        return blocks

    def _shorten(self, element: Element) -> None:
        """Leave out words that are too many to be parsed as one; code is not parsed."""
        text = element.text or ""
        if len(text) > LONGEST_TEXT and not isinstance(text, AtomicString):
            message = f"One paragraph of {len(text):,} characters"
            self.reading.fault(FaultKind.OVERSIZE, self.tree.start(element), message, "split it")
            element.text = ""

    def note(self, label: str) -> Note:
        """The note ``label``, read."""
        line, lines = self.reading.notes[label]
        return Note(label=label, blocks=self.blocks(lines), span=self.reading.place(line, line.indent))


def read_chapter(
    text: str, *, file: str, figures: Mapping[str, Figure] = MappingProxyType({}), find: Find = as_written
) -> Content:
    """The blocks and notes of a chapter's text, and what could not become part of the book. Never fails.

    ``figures`` are the manifest's, by key; ``find`` turns the path of a picture, as written at a place, into its path
    in the book's folder.
    """
    chapter = _Chapter(Span(file), figures, find)
    blocks = chapter.blocks(lines_of(fit(text)))
    notes = tuple(chapter.note(label) for label in tuple(chapter.reading.notes))
    return Content(blocks=blocks, notes=notes, faults=tuple(chapter.reading.faults))


def read_fragment(lines: Sequence[Line], *, at: Span, find: Find = as_written) -> Content:
    """The blocks of a text that stands inside another file, from ``at`` on."""
    chapter = _Chapter(at, MappingProxyType({}), find)
    fitting = [Line(fit(line), line.number, line.columns) for line in lines]
    return Content(blocks=chapter.blocks(fitting), faults=tuple(chapter.reading.faults))


def words_of(blocks: Sequence[Block]) -> tuple[Inline, ...]:
    """The words of a text that should be one paragraph, such as a caption."""
    return tuple(inline for block in blocks if isinstance(block, Paragraph) for inline in block.content)


def _extensions(reading: Reading, marks: Marks) -> list[Extension]:
    return [
        SaneListExtension(),
        DefListExtension(),
        UnsupportedExtension(reading, marks),
        FenceExtension(reading),
        HtmlExtension(reading, marks),
        NoteExtension(reading),
        DefinitionExtension(reading),
        BoxExtension(reading),
        TableExtension(reading),
        LimitExtension(reading),
        BreakExtension(),
        CitationExtension(reading, marks),
        LinkExtension(reading),
        MarkExtension(marks),
    ]


def _set_braces_aside(element: Element) -> None:
    """Keep the attributes at the end of a heading or caption from being read as words."""
    text = element.text or ""
    if element.tag not in _HEADINGS and not text.startswith(CAPTION_TOKEN):
        return
    braces = _BRACES_AT_END.search(text)
    if braces and attributes(braces[1]):
        element.set(BRACED, braces[1])
        element.text = _CLOSING_SIGNS.sub("", text[: braces.start()])
