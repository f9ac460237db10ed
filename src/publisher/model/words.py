"""The words of a node as they are spoken: for titles, labels and comparisons."""

from collections.abc import Sequence
from dataclasses import replace

from publisher.model.alternatives import Described
from publisher.model.inlines import (
    Abbreviation,
    Citation,
    Code,
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


def spoken(content: Sequence[Inline]) -> str:
    """The words of some inlines in one line; citations, notes and decorative images say nothing here."""
    return " ".join("".join(map(_words, content)).split())


def _words(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Abbreviation(text=text):
            return text
        case LineBreak():
            return " "
        case InlineImage(alternative=Described(text=text)):
            return text
        case Emphasis() | Strong() | Phrase() | Passage() | Link():
            return "".join(map(_words, inline.content))
    return ""


def without_marks(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """The inlines as an entry of a list of contents: no citations, no notes, no links of their own."""
    out: list[Inline] = []
    for inline in content:
        match inline:
            case Citation() | NoteReference():
                if out and isinstance(out[-1], Text):
                    out[-1] = replace(out[-1], text=out[-1].text.rstrip())
            case Link():
                out += without_marks(inline.content)
            case Emphasis() | Strong() | Phrase():
                out.append(replace(inline, content=without_marks(inline.content)))
            case Passage():
                out.append(replace(inline, content=without_marks(inline.content), id=""))
            case _:
                out.append(inline)
    return tuple(out)
