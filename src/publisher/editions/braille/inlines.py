"""Inlines in, runs of words out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from publisher.braille.cells import LOWERED, NOTE, NOTE_ENDS, RAISED
from publisher.editions.braille.pieces import BOLD, BREAK, ITALIC, Run, said
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
from publisher.source import Span
from publisher.xhtml.inlines import is_outside

_ENDINGS = frozenset("aeors")  # of numbers, in several languages: 1er, 2e, 3o
_MACHINE = frozenset({PhraseKind.KEYBOARD})


def runs(content: Sequence[Inline], setting: Setting) -> tuple[Run, ...]:
    """The words of ``content`` with their forms."""
    return tuple(run for inline in content for run in _inline(inline, setting))


def _inline(inline: Inline, setting: Setting) -> tuple[Run, ...]:
    match inline:
        case Text(text=text, span=span):
            return said(text, span=span)
        case Code(text=text, span=span):
            return said(text, span=span, plain=True)
        case LineBreak():
            return (Run(text=BREAK),)
        case Emphasis(content=content):
            return _stressed(runs(content, setting), ITALIC)
        case Strong(content=content):
            return _stressed(runs(content, setting), BOLD)
        case Passage(content=content, language=language):
            return foreign(runs(content, setting), language)
        case Phrase():
            return _phrase(inline, setting)
        case Abbreviation(text=text, expansion=expansion, span=span):
            first = expansion and id(inline) in setting.first
            return said(f"{text} ({expansion})" if first else text, span=span)
        case Link():
            return _link(inline, setting)
        case Citation(span=span):
            return _ours(cited(inline, setting), span, setting)
        case NoteReference(span=span):
            return _ours(noted(span, setting), span, setting)
        case CrossReference(target=target, span=span):
            known = setting.book.targets.get(target)
            return _ours((known.label or setting.say("the picture")) if known else "", span, setting)
        case InlineImage(alternative=alternative, words=span):
            shown = pictured(alternative, span, setting)
            if setting.described or not shown:
                return shown
            return (Run(text=NOTE, cells=True), *shown, Run(text=NOTE_ENDS, cells=True))
    assert_never(inline)


def pictured(alternative: Alternative, span: Span, setting: Setting) -> tuple[Run, ...]:
    """A picture's words, which stand at ``span``; a decorative one says nothing."""
    if not isinstance(alternative, Described):
        return ()
    return (*said(setting.say("Image: {}", "")), *said(alternative.text, span=span))


def _ours(text: str, span: Span, setting: Setting) -> tuple[Run, ...]:
    """Words of ours among the author's: in the book's language, whatever is said around them."""
    return tuple(replace(run, language=setting.book.manifest.book.language) for run in said(text, span=span))


def _stressed(inside: Sequence[Run], bit: int) -> tuple[Run, ...]:
    return tuple(run if run.cells else replace(run, emphasis=run.emphasis | bit) for run in inside)


def foreign(inside: Sequence[Run], language: str, *, whole: bool = False) -> tuple[Run, ...]:
    """The author's words in the ``language`` that is said of them, or of a ``whole`` block, if not of some inside."""
    if not language:
        return tuple(inside)
    return tuple(
        run if run.cells or run.language or not run.span else replace(run, language=language, whole=whole)
        for run in inside
    )


def _link(link: Link, setting: Setting) -> tuple[Run, ...]:
    inside = runs(link.content, setting)
    words = "".join(run.text for run in inside)
    if link.span in setting.book.links or not is_outside(link.href):
        return inside
    address = addressed(words, link.href)
    if address != words:
        return (*inside, *said(address.removeprefix(words), span=link.span))
    return tuple(replace(run, plain=True) for run in inside) if words.strip() in link.href else inside


def _phrase(phrase: Phrase, setting: Setting) -> tuple[Run, ...]:
    inside = foreign(runs(phrase.content, setting), phrase.language)
    match phrase.kind:
        case PhraseKind.QUOTE:
            return (*said("“"), *inside, *said("”"))
        case PhraseKind.CITED_WORK:
            return _stressed(inside, ITALIC)
        case PhraseKind.INSERTED:
            return (*said(f"[{setting.say('inserted: {}', '')}"), *inside, *said("]"))
        case PhraseKind.DELETED:
            return (*said(f"[{setting.say('deleted: {}', '')}"), *inside, *said("]"))
        case PhraseKind.SUPERSCRIPT:
            return _shifted(inside, RAISED)
        case PhraseKind.SUBSCRIPT:
            return _shifted(inside, LOWERED)
        case PhraseKind.RUBY:
            return _ruby(phrase, setting)
        case kind if kind in _MACHINE:
            return tuple(replace(run, plain=True) for run in inside)
    return inside


def _shifted(inside: Sequence[Run], sign: str) -> tuple[Run, ...]:
    """What is raised or lowered: ten to the sixth is not a hundred and six. Endings of words (1st) need no sign."""
    text = "".join(run.text for run in inside)
    if text.isdigit():
        return (Run(text=sign, cells=True), *inside)
    if text.isalpha() and (len(text) > 1 or text in _ENDINGS):
        return tuple(inside)
    mark = "^" if sign == RAISED else "_"
    simple = text.isalpha() or text.lstrip("-−+").isdigit()
    return (*said(mark), *inside) if simple else (*said(f"{mark}("), *inside, *said(")"))


def _ruby(phrase: Phrase, setting: Setting) -> tuple[Run, ...]:
    """Signs with their reading in brackets, which are the author's own where there are any."""
    kinds = [part.kind if isinstance(part, Phrase) else None for part in phrase.content]
    bare = PhraseKind.RUBY_FALLBACK not in kinds
    made: list[Run] = []
    for kind, part in zip(kinds, phrase.content, strict=True):
        reading = bare and kind is PhraseKind.RUBY_TEXT
        made += [*said(" (" if reading else ""), *_inline(part, setting), *said(")" if reading else "")]
    return tuple(made)
