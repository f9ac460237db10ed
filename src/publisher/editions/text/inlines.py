"""Inlines in, plain text out."""

from collections.abc import Sequence
from typing import assert_never

from publisher.editions.text.pieces import BREAK
from publisher.editions.text.setting import Setting
from publisher.model.alternatives import Alternative, Described
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
from publisher.xhtml.inlines import author_of, is_outside, mark_of


def words(content: Sequence[Inline], setting: Setting) -> str:
    """The words of ``content``; emphasis is for those who see."""
    return "".join(_inline(inline, setting) for inline in content)


def _inline(inline: Inline, setting: Setting) -> str:
    match inline:
        case Text(text=text) | Code(text=text):
            return text
        case LineBreak():
            return BREAK
        case Emphasis(content=content) | Strong(content=content) | Passage(content=content):
            return words(content, setting)
        case Phrase():
            return _phrase(inline, setting)
        case Abbreviation(text=text, expansion=expansion):
            return f"{text} ({expansion})" if expansion and id(inline) in setting.first else text
        case Link(href=href, content=content, span=span):
            said = words(content, setting)
            return said if span in setting.book.links else addressed(said, href)
        case Citation():
            return _citation(inline, setting)
        case NoteReference(span=span):
            return _note_reference(setting.book.ids.get(span), setting)
        case CrossReference(target=target):
            known = setting.book.targets.get(target)
            return (known.label or setting.say("the picture")) if known else ""
        case InlineImage(alternative=alternative):
            return pictured(alternative, setting)
    assert_never(inline)


def addressed(said: str, href: str) -> str:
    """The words of a link and its address, which is said once."""
    address = href.removeprefix("mailto:")
    return f"{said} ({address})" if is_outside(href) and said.strip() not in (href, address) else said


def pictured(alternative: Alternative, setting: Setting) -> str:
    """A picture's words; a decorative one says nothing."""
    return f"[{setting.say('Image: {}', alternative.text)}]" if isinstance(alternative, Described) else ""


def _phrase(phrase: Phrase, setting: Setting) -> str:
    inside = words(phrase.content, setting)
    match phrase.kind:
        case PhraseKind.QUOTE:
            return f"“{inside}”"
        case PhraseKind.INSERTED:
            return f"[{setting.say('inserted: {}', inside)}]"
        case PhraseKind.DELETED:
            return f"[{setting.say('deleted: {}', inside)}]"
        case PhraseKind.SUPERSCRIPT if inside[:1].isdigit() or inside[:1] in ("-", "−", "+"):
            return f"^{inside}"  # ten to the sixth is not a hundred and six
        case PhraseKind.RUBY:
            return _ruby(phrase, setting)
    return inside


def _ruby(phrase: Phrase, setting: Setting) -> str:
    """Signs with their reading in brackets, which are the author's own where there are any."""
    kinds = [part.kind if isinstance(part, Phrase) else None for part in phrase.content]
    bare = PhraseKind.RUBY_FALLBACK not in kinds
    parts = zip(kinds, (_inline(part, setting) for part in phrase.content), strict=True)
    return "".join(f" ({text})" if bare and kind is PhraseKind.RUBY_TEXT else text for kind, text in parts)


def _citation(citation: Citation, setting: Setting) -> str:
    """(1), (1, 3), (1; 2, p. 12) or, in a sentence, the author's name before it."""
    found = [(item, entry) for item in citation.items if (entry := setting.book.entry(item.key))]
    if not found:
        return ""
    language = setting.book.manifest.book.language
    name = f"{author_of(found[0][1], language)} " if citation.in_sentence else ""
    worded = any(item.locator or entry.mark for item, entry in found)
    parts = (
        mark_of(entry, after_name=citation.in_sentence) + (f", {item.locator}" if item.locator else "")
        for item, entry in found
    )
    return f"{name}({('; ' if worded else ', ').join(parts)})"


def _note_reference(id: str | None, setting: Setting) -> str:
    """The note's label in brackets, with a space, so that it is not heard as the end of a word."""
    label = next((note.label for note in setting.book.notes if any(way.id == id for way in note.ways_back)), "")
    return f" [{label}]" if label else ""
