"""What stands inside a line. A closed union: the type checker names every writer that must learn a new member."""

from dataclasses import dataclass

from publisher.model.alternatives import Alternative
from publisher.model.roles import PhraseKind
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Characters, as the reader gets them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A line that ends because the author says so."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    content: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    content: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Letters that a machine reads: typography leaves them alone."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A run of text with a plain HTML meaning."""

    kind: PhraseKind
    content: "tuple[Inline, ...]"
    span: Span
    datetime: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A short form and the words it stands for."""

    text: str
    expansion: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of text with a language (BCP 47, empty: that of its surroundings) or a class of the book's own."""

    content: "tuple[Inline, ...]"
    span: Span
    language: str = ""
    classes: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to another place: an address outside, or a file and anchor inside the book (``href`` as it was written)."""

    href: str
    content: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedItem:
    """One source named at one place; ``locator`` is what stands after the comma ("p. 12")."""

    key: str
    span: Span
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One or more sources cited at one place; ``in_sentence`` where the author's name is part of the sentence."""

    items: tuple[CitedItem, ...]
    span: Span
    in_sentence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReference:
    """The mark of an explanatory note; ``label`` is private to its chapter's file."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """A way to a figure, table or section by its id ("fig-map"): the words are made, not typed."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineImage:
    """A picture inside a sentence. ``path`` and ``words`` are as in Figure; ``key`` is empty where it has none."""

    path: str
    alternative: Alternative
    span: Span
    words: Span
    key: str = ""


Inline = (
    Text
    | LineBreak
    | Emphasis
    | Strong
    | Code
    | Phrase
    | Abbreviation
    | Passage
    | Link
    | Citation
    | NoteReference
    | CrossReference
    | InlineImage
)
