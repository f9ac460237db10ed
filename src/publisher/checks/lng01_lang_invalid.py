"""A language code does not exist, or is that of another language.

## Why

The code chooses the voice that reads, the rules by which words are parted, and the direction of the lines. With a wrong
one the text is read in the voice of another language, or with none at all.

## Example

    book:
      language: en-UK

## Fix

Use the code of BCP 47: British English is `en-GB`, Greek `el`, Japanese `ja`, Welsh `cy`. `uk` is Ukrainian.

## Standards

- WCAG 3.1.1 Language of Page, 3.1.2 Language of Parts.
- BCP 47 (RFC 5646); EPUBCheck OPF-092.
- PDF/UA-1 7.2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.checks.language_tags import correction
from publisher.checks.running_text import running_text, running_texts
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Box
from publisher.model.book import Book
from publisher.model.inlines import Passage, Phrase
from publisher.source import Span

RULE = Rule(
    code="LNG-01",
    name="lang-invalid",
    severity=Severity.ERROR,
    standards=("WCAG 3.1.1", "BCP 47", "PDF/UA-1 7.2"),
    who="people who listen: the wrong voice reads, or none",
)

_CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A language said of some words at a place."""

    tag: str
    span: Span
    words: str


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each code that is none, and for each "uk" that stands for British English."""
    for said in _languages(book):
        if (better := correction(said.tag)) is not None:
            help = f"write {better}" if better else "write the code of BCP 47, such as en-GB, fr, cy"
            yield RULE.found(said.span, f"'{said.tag}' is not a language code", help=help)
        elif said.tag.lower().split("-")[0] == "uk" and said.words and not _CYRILLIC.search(said.words):
            message = f"'{said.tag}' is Ukrainian, and there is no word of it here"
            yield RULE.found(said.span, message, help="British English is en-GB")


def _languages(book: Book) -> Iterator[_Said]:
    manifest = book.manifest
    if manifest.book.language:
        chapters = tuple(chapter.blocks for chapter in book.chapters if chapter.language == manifest.book.language)
        yield _Said(tag=manifest.book.language, span=manifest.place("book.language").value, words=_words(chapters))
    at = {place.value: path.removesuffix(".file") for path, place in manifest.places.items() if path.endswith(".file")}
    for entry in manifest.chapters:
        if entry.language:
            blocks = tuple(chapter.blocks for chapter in book.chapters if chapter.language == entry.language)
            place = manifest.place(f"{at[entry.span]}.language").value if entry.span in at else entry.span
            yield _Said(tag=entry.language, span=place, words=_words(blocks))
    runs: tuple[Passage | Phrase, ...] = (*book.every(Passage), *book.every(Phrase))
    for node in runs:
        if node.language:
            yield _Said(tag=node.language, span=node.span, words=running_text(node.content, node).text)
    for box in book.every(Box):
        if box.language:
            yield _Said(tag=box.language, span=box.span, words=_words(box.blocks))


def _words(blocks: object) -> str:
    return " ".join(text.text for text in running_texts(blocks))
