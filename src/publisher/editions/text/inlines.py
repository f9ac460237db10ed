"""Inlines in, plain text out."""

from collections.abc import Sequence
from typing import assert_never

from publisher.editions.text.pieces import BREAK
from publisher.facts.in_words import addressed, cited, noted
from publisher.facts.setting import Setting
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
            return cited(inline, setting)
        case NoteReference(span=span):
            return noted(span, setting)
        case CrossReference(target=target):
            known = setting.book.targets.get(target)
            return (known.label or setting.say("the picture")) if known else ""
        case InlineImage(alternative=alternative):
            return pictured(alternative, setting)
    assert_never(inline)


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
