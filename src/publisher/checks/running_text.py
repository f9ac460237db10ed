"""The words of a paragraph, a title, a caption as one text, in which every character knows its place in the sources."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.model.blocks import Definition, Details, Figure, Heading, Paragraph, Table
from publisher.model.inlines import (
    Abbreviation,
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    NoteReference,
    Passage,
    Phrase,
    Strong,
    Text,
)
from publisher.model.roles import PhraseKind
from publisher.model.walk import nodes
from publisher.source import Span

OBJECT, LINE_END = "\ufffc", "\u2028"  # what is no text; a line that the author ends

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
_FARTHEST = 40  # lines: a text is wrapped over no more between two places that we know
_TOLD = 60  # characters: by so many before it two places are told apart
_Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A node of text and where in the running text it begins; ``language`` only where it is said of these words.

    ``exact`` says that the span is that of the first character, come what may.
    """

    start: int
    text: str
    span: Span
    language: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningText:
    """``text`` has one OBJECT for what is no text. ``holder`` is the node that the words belong to."""

    text: str
    holder: object
    span: Span
    pieces: tuple[Piece, ...]

    def piece(self, at: int) -> Piece | None:
        """The node of text that holds the character at ``at``."""
        number = bisect_right(self.pieces, at, key=lambda piece: piece.start)
        return self.pieces[number - 1] if number else None

    def place(self, start: int, end: int, lines: _Lines) -> Span:
        """Where the characters from ``start`` to ``end`` stand in the author's ``lines``, or the nearest place."""
        piece = self.piece(start)
        if piece is None or piece.exact:
            return piece.span if piece else self.span
        offset = start - piece.start
        written = self.text[start:end].split("\n")[0].rstrip()
        row = piece.span.line + piece.text[:offset].count("\n")
        before = piece.text[:offset].rpartition("\n")[2]
        for first in (Span(piece.span.file, row), self.span):
            if found := _nearest(written, before, first, lines.get(first.file, ())):
                return found
        return piece.span


def running_texts(root: object, *, links: bool = True) -> Iterator[RunningText]:
    """Each running text in ``root``, in reading order; without ``links``, their words count as an OBJECT."""
    for node in nodes(root):
        for content in _contents(node):
            yield running_text(content, node, links=links)


def running_text(content: Sequence[Inline], holder: object, *, links: bool = True) -> RunningText:
    """The words of ``content``; raised digits as the characters that stand for them."""
    flow = _Flow(links=links)
    flow.add(content)
    return RunningText(text="".join(flow.text), holder=holder, span=_span(holder), pieces=tuple(flow.pieces))


def _span(holder: object) -> Span:
    span = getattr(holder, "span", None)
    return span if isinstance(span, Span) else Span("book.yaml")


def _contents(node: object) -> Iterator[tuple[Inline, ...]]:
    match node:
        case Paragraph(content=content) | Heading(content=content):
            yield content
        case Table(caption=caption) | Figure(caption=caption):
            yield caption
        case Details(summary=summary):
            yield summary
        case Definition(terms=terms):
            yield from terms


@dataclass(slots=True)
class _Flow:
    """The text so far."""

    links: bool
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    language: str = ""

    def add(self, content: Sequence[Inline]) -> None:
        for inline in content:
            self._one(inline)

    def _one(self, inline: Inline) -> None:
        match inline:
            case Text(text=text, span=span):
                self._put(text, span)
            case LineBreak(span=span):
                self._put(LINE_END, span)
            case Phrase(kind=PhraseKind.SUPERSCRIPT, content=(Text(text=text),), span=span) if _digits(text):
                self._put(text.strip().translate(_RAISED), span, exact=True)
            case Link(content=content, span=span):
                if self.links:
                    self.add(content)
                else:
                    self._put(OBJECT, span)
            case Phrase(language=language) | Passage(language=language):
                around, self.language = self.language, language or self.language
                self.add(inline.content)
                self.language = around
            case Emphasis() | Strong():
                self.add(inline.content)
            case NoteReference():
                pass
            case Code() | Abbreviation() | Citation() | CrossReference() | InlineImage():
                self._put(OBJECT, inline.span)

    def _put(self, text: str, span: Span, *, exact: bool = False) -> None:
        self.pieces.append(Piece(start=self.length, text=text, span=span, language=self.language, exact=exact))
        self.text.append(text)
        self.length += len(text)


def _digits(text: str) -> bool:
    return bool(re.fullmatch(r"\s*[0-9]{1,3}\s*", text))


def _nearest(written: str, before: str, first: Span, rows: Sequence[str]) -> Span | None:
    """The place of ``written`` from the row of ``first`` on at which most of what stands ``before`` it is the same."""
    pattern = re.compile("".join(rf"\\?{_any_form(character)}" for character in written))
    best, place = -1, None
    for number, row in enumerate(rows[first.line - 1 : first.line + _FARTHEST], first.line):
        for match in pattern.finditer(row):
            alike = _alike(before[-_TOLD:], row[max(0, match.start() - _TOLD) : match.start()])
            if alike > best:
                best, place = alike, Span(first.file, number, match.start() + 1)
        if place:
            return place
    return None


_FORMS: Mapping[str, str] = MappingProxyType(
    {"‘": "[‘']", "’": "[’']", "“": '[“"]', "”": '[”"]', "–": "(?:–|--)", "—": "(?:—|---)", "…": r"(?:…|\.\.\.)"}
)


def _any_form(character: str) -> str:
    """A pattern for the ways in which an author may have written ``character``."""
    if character.isspace():
        return r"\s+"
    plain = _FORMS.get(character, re.escape(character))
    return plain if character.isascii() and character not in "&<>" else rf"(?:{plain}|&#?\w+;)"


def _alike(one: str, other: str) -> int:
    """How many characters the ends of two texts have in common, however their quotation marks look."""
    one, other = one.translate(_PLAIN), other.translate(_PLAIN)
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count]:
        count += 1
    return count
