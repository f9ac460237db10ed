"""The text as a typesetter sets it: once, before anything is counted, so that every edition shows the same.

Code, keys, addresses, alternatives and the entries of the list of references stay as they were written.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from publisher.assembly.quotation_marks import OBJECT, Change, changes, marks_of
from publisher.model.blocks import Box, CodeBlock
from publisher.model.book import Manuscript
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
from publisher.model.manifest import HandoutOptions, Manifest
from publisher.model.roles import PhraseKind
from publisher.model.words import spoken
from publisher.source import Span

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)\S+|\S+@\S+", re.IGNORECASE)
_OPAQUE = Code | Abbreviation | Citation | CrossReference | InlineImage
_Changes = Sequence[Change]
Node = TypeVar("Node")


def typeset(manuscript: Manuscript) -> Manuscript:
    """The manuscript with the marks of its languages; as it is where the manifest says ``quotes: as-written``."""
    if manuscript.manifest.typography.quotes != "smart":
        return manuscript
    language = manuscript.manifest.book.language
    figures = {key: _set(figure, language) for key, figure in manuscript.figures.items()}
    chapters = tuple(
        replace(_set(chapter, chapter.language), part=_words(chapter.part, language)) for chapter in manuscript.chapters
    )
    texts = {path: _set(text, text.language) for path, text in manuscript.texts.items()}
    return replace(
        manuscript,
        manifest=_titled(manuscript.manifest),
        chapters=chapters,
        figures=MappingProxyType(figures),
        texts=MappingProxyType(texts),
    )


def _titled(manifest: Manifest) -> Manifest:
    """The manifest with the titles that readers see set; names of people and firms are theirs."""
    info, editions, language = manifest.book, manifest.editions, manifest.book.language
    title, subtitle, about = (_words(text, language) for text in (info.title, info.subtitle, info.description))
    handouts = {name: _handout(handout, language) for name, handout in editions.handouts.items()}
    handout = _handout(editions.handout, language) if editions.handout else None
    editions = replace(editions, handout=handout, handouts=MappingProxyType(handouts))
    return replace(manifest, book=replace(info, title=title, subtitle=subtitle, description=about), editions=editions)


def _handout(handout: HandoutOptions, language: str) -> HandoutOptions:
    return replace(handout, title=_words(handout.title, language))


def _set(node: Node, language: str) -> Node:
    """A chapter, block or note, or tuples of them, with all running texts in it set."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], Inline):
            return _content(node, language)  # type: ignore[return-value]
        return tuple(_set(each, language) for each in node)  # type: ignore[return-value]
    if not is_dataclass(node) or isinstance(node, CodeBlock | Span | type):
        return node
    titles: dict[str, Any] = {}
    if isinstance(node, Box):
        language = node.language or language
        titles = {"title": _words(node.title, language)}
    inner = {each.name: getattr(node, each.name) for each in fields(node)}
    made = {name: _set(value, language) for name, value in inner.items() if isinstance(value, tuple)}
    return replace(node, **titles, **made)


def _words(text: str, language: str) -> str:
    """A text without markup, set."""
    marks = marks_of(language)
    return _changed(text, 0, changes(text, marks)) if marks and text else text


def _content(content: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """A running text, set as one: a mark may open in one inline and close in another."""
    marks = marks_of(language)
    made = changes("".join(_flow(content, language)), marks) if marks else ()
    return tuple(_Setting(made, language).all(content))


def _flow(content: Sequence[Inline], language: str) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(text=text):
                yield text
            case LineBreak():
                yield "\n"
            case NoteReference():
                continue
            case _ if _is_apart(inline, language):
                yield OBJECT
            case Emphasis() | Strong() | Phrase() | Passage() | Link():
                yield from _flow(inline.content, language)


def _is_apart(inline: Inline, language: str) -> bool:
    """Whether an inline has no words of the running text: code, what is made, an address, another language."""
    match inline:
        case Phrase(kind=PhraseKind.KEYBOARD):
            return True
        case Phrase(language=own) | Passage(language=own):
            return bool(own) and own != language
        case Link(href=href, content=content):
            words = spoken(content)
            return words == href or bool(_ADDRESS.fullmatch(words))
    return isinstance(inline, _OPAQUE)


@dataclass(slots=True)
class _Setting:
    """A running text on its way; ``at`` is how far it has come."""

    made: _Changes
    language: str
    at: int = 0

    def all(self, content: Sequence[Inline]) -> Iterator[Inline]:
        return (self._one(inline) for inline in content)

    def _one(self, inline: Inline) -> Inline:
        match inline:
            case Text(text=text):
                start, self.at = self.at, self.at + len(text)
                return replace(inline, text=_changed(text, start, self.made)) if self.made else inline
            case NoteReference():
                return inline
            case LineBreak():
                self.at += 1
                return inline
            case Passage(language=own) | Phrase(language=own) if own and own != self.language:
                self.at += 1
                return replace(inline, content=_content(inline.content, own))
            case _ if _is_apart(inline, self.language):
                self.at += 1
                return inline
            case Emphasis() | Strong() | Phrase() | Passage() | Link():
                return replace(inline, content=tuple(self.all(inline.content)))
        return inline


def _changed(text: str, start: int, made: _Changes) -> str:
    """A piece of a running text that begins at ``start``, with the changes that lie wholly in it."""
    parts: list[str] = []
    at = start
    for place in made[bisect_left(made, start, key=_start) : bisect_left(made, start + len(text), key=_start)]:
        if place[1] <= start + len(text):
            parts += [text[at - start : place[0] - start], place[2]]
            at = place[1]
    return "".join((*parts, text[at - start :]))


def _start(change: Change) -> int:
    return change[0]
