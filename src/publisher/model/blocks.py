"""What a chapter is made of. A closed union: the type checker names every writer that must learn a new member."""

from dataclasses import dataclass
from enum import Enum

from publisher.model.alternatives import Alternative
from publisher.model.inlines import Inline
from publisher.model.roles import BoxKind
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    content: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title inside a chapter. ``level`` is the author's, 1 to 6; ``id`` is empty until assembly names it."""

    level: int
    content: tuple[Inline, ...]
    span: Span
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    blocks: "tuple[Block, ...]"
    span: Span
    tight: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list; ``start`` is None for one without numbers."""

    items: tuple[ListItem, ...]
    span: Span
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """Terms and what they mean."""

    terms: tuple[tuple[Inline, ...], ...]
    meanings: "tuple[tuple[Block, ...], ...]"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList:
    definitions: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    text: str
    span: Span
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThematicBreak:
    span: Span


class Alignment(Enum):
    """Where the words of a column stand."""

    START = "start"
    CENTRE = "center"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; ``header`` is "" for data, else the direction in which it heads: col, row, colgroup, rowgroup."""

    blocks: "tuple[Block, ...]"
    span: Span
    header: str = ""
    columns: int = 1
    rows: int = 1
    alignment: Alignment = Alignment.START


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A data table: head rows, then bodies of rows. ``key`` is its id in the book, empty where none was given."""

    head: tuple[Row, ...]
    bodies: tuple[tuple[Row, ...], ...]
    span: Span
    caption: tuple[Inline, ...] = ()
    key: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a picture or a quotation was taken from."""

    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its words. It is numbered only if it has a caption.

    ``path`` is the image's, relative to the book's folder, empty where the manifest has no such figure; ``width`` a CSS
    percentage of the measure ("80%") or empty. ``words`` is the place where its alternative is said, or should be.
    """

    key: str
    path: str
    alternative: Alternative
    span: Span
    words: Span
    caption: tuple[Inline, ...] = ()
    description: "tuple[Block, ...]" = ()
    credit: str = ""
    licence: str = ""
    source: Source = Source()
    kind: str = ""
    width: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Text set apart from the running text; ``source`` names who is quoted, for a quote."""

    kind: BoxKind
    blocks: "tuple[Block, ...]"
    span: Span
    title: str = ""
    source: str = ""
    language: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """A part that a screen folds away behind its summary, and paper shows whole."""

    summary: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"
    span: Span


Block = (
    Paragraph
    | Heading
    | ListBlock
    | DefinitionList
    | Quotation
    | CodeBlock
    | ThematicBreak
    | Table
    | Figure
    | Box
    | Details
)
