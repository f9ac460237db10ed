"""A character that none of the faces of the printed editions has.

## Why

What no face can draw is printed as an empty box, and a reader of the tagged PDF hears nothing there. The page cannot
show a letter of another face that happens to be on this machine: the same book would look different elsewhere.

## Example

    Tick the box ☑ and send the card back.

## Fix

Write the word for the sign, use a sign that the faces have, or set it as a picture with its own alternative text.
Editions without pages of their own (EPUB, web, text) draw on the reader's faces and are not meant here.

## Standards

- PDF/UA-1 (ISO 14289-1) 7.21.8: no reference to the .notdef glyph; Matterhorn Protocol 31-030.
- PDF/A-2 (ISO 19005-2) 6.2.11.8.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Box, CodeBlock
from publisher.model.book import Book
from publisher.model.inlines import Abbreviation, Code, Text
from publisher.model.manifest import Editions
from publisher.paper.fonts import missing
from publisher.source import Span

RULE = Rule(
    code="TYP-07",
    name="font-problem",
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.21.8", "Matterhorn 31-030"),
    who="everybody who reads the page, and everybody who listens to it: the character is a blank to both",
)
_PRINTED = ("pdf", "press", "large_print", "handout", "handouts", "booklet", "booklets")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each character that print cannot show, where it first stands."""
    if not _is_printed(book.manifest.editions):
        return
    for character, span in missing(_texts(book)):
        name = unicodedata.name(character, "a character without a name")
        message = f"the faces of print have no {character!r} (U+{ord(character):04X} {name})"
        yield RULE.found(_place(book, character, span), message, help="write the word for it, or set it as a picture")


def _is_printed(editions: Editions) -> bool:
    return any(getattr(editions, name) for name in _PRINTED)


def _texts(book: Book) -> Iterator[tuple[str, Span]]:
    """Everything that is set in type: the title page, the chapters, the list of references."""
    info = book.manifest.book
    yield f"{info.title}{info.subtitle}", book.manifest.place("book.title").value
    yield f"{info.publisher.name}{info.rights}{info.description}", book.manifest.place("book").value
    for number, person in enumerate(info.contributors):
        yield person.name, book.manifest.place(f"book.contributors.{number}.name").value
    kinds = book.every(Text), book.every(Code), book.every(CodeBlock), book.every(Abbreviation)
    written: tuple[Text | Code | CodeBlock | Abbreviation, ...] = tuple(chain(*kinds))
    yield from ((node.text, node.span) for node in sorted(written, key=lambda node: node.span))
    for box in book.every(Box):
        yield f"{box.title}{box.source}", box.span
    for entry in book.entries:
        reference = entry.reference
        people = (f"{name.family}{name.given}{name.literal}" for name in (*reference.authors, *reference.editors))
        yield "".join((reference.title, *people, *(text for _, text in reference.fields))), reference.span


def _place(book: Book, character: str, span: Span) -> Span:
    """Where ``character`` stands from ``span`` on; ``span`` itself where it is written in another way (``&#9745;``)."""
    lines = book.manuscript.lines.get(span.file, ())
    for number, line in enumerate(lines[span.line - 1 :], span.line):
        column = line.find(character, span.column - 1 if number == span.line else 0)
        if column >= 0:
            return Span(span.file, number, column + 1)
    return span
