"""A character, or a whole script, that none of the faces of the printed editions has.

## Why

What no face can draw is printed as an empty box, and a reader of the tagged PDF hears nothing there. The page cannot
show a letter of another face that happens to be on this machine: the same book would look different elsewhere. A face
that the look of the book names and print has not is found too: what is set in it would look like something else.

## Example

    Tick the box ☑ and send the card back.

## Fix

Write the word for the sign, use a sign that the faces have, or set it as a picture with its own alternative text.
For Arabic, Hebrew, Tamil, Telugu, Thai, Khmer, Chinese, Japanese and Korean install the faces of print that are not
part of every installation: `pip install 'publisher[fonts]'`. Latin, Greek, Cyrillic and Devanagari are always there.
Editions without pages of their own (EPUB, web, text) draw on the reader's faces and are not meant here.

## Standards

- PDF/UA-1 (ISO 14289-1) 7.21.8: no reference to the .notdef glyph; Matterhorn Protocol 31-030.
- PDF/A-2 (ISO 19005-2) 6.2.11.8.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from publisher.checks.lng04_odd_characters import without_odd
from publisher.checks.look import is_printed, look, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Box, CodeBlock
from publisher.model.book import Book
from publisher.model.inlines import Abbreviation, Code, Text
from publisher.paper.fonts import FAMILIES, Family, lacking, missing, script, scripts
from publisher.source import Span

RULE = Rule(
    code="TYP-07",
    name="font-problem",
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.21.8", "Matterhorn 31-030"),
    who="everybody who reads the page, and everybody who listens to it: the character is a blank to both",
)
# CSS Fonts 4 §2.1: words that leave the face to the engine, and to what is above.
_GENERIC = ("serif", "sans-serif", "monospace", "system-ui", "inherit", "initial", "unset", "revert")
_FACES = frozenset({*_GENERIC, *(family.name.casefold() for family in FAMILIES if family.installed)})
_NO_GLYPH = "the faces of print have no "
_OTHERWISE = "write the word for it, or set it as a picture"


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each character that print cannot show, where it first stands; one for a script that it lacks."""
    if not is_printed(book.manifest.editions):
        return
    for name, span in _chosen(book):
        if name.casefold() not in _FACES:
            help = "name one of " + ", ".join(family.name for family in FAMILIES if not family.script)
            yield RULE.found(span, f"print has no face '{name}': another stands in for it", help=help)
    told: set[str] = set()
    for character, span in missing((without_odd(text), span) for text, span in _texts(book)):
        family = lacking(character)
        whole = _script(character, family)
        if whole not in told:
            told |= {whole} - {""}
            yield _finding(character, whole, family, _place(book, character, span))


def _chosen(book: Book) -> Iterator[tuple[str, Span]]:
    """The first face of each choice that the book itself makes for paper, and where."""
    theme = look(book)
    for token in ("face.text", "face.code", "face.east-asian"):
        if theme and token in theme.own:
            yield _first(theme.tokens[token]), theme.own[token].span
    for rule in style_rules(book):
        for declaration in rule.declarations:
            if declaration.name == "font-family" and declaration.span.file.endswith("/print.css"):
                yield _first(declaration.value), declaration.span


def _first(families: str) -> str:
    return families.partition(",")[0].strip().strip("\"'")


def _script(character: str, family: Family | None) -> str:
    """The script of which print has no character at all; nothing where it is this one that is lacking."""
    name = script(character)
    return family.script if family else "" if name in scripts() else name.capitalize()


def _finding(character: str, script: str, family: Family | None, place: Span) -> Diagnostic:
    shown = f"{character!r} (U+{ord(character):04X} {unicodedata.name(character, 'a character without a name')})"
    message = f"the faces of print have no {script} characters: the first is {shown}" if script else _NO_GLYPH + shown
    packages = " ".join(family.packages) if family else ""
    help = f"install them: pip install 'publisher[fonts]', or {packages} alone" if family else _OTHERWISE
    return RULE.found(place, message, help=help)


def _texts(book: Book) -> Iterator[tuple[str, Span]]:
    """Everything that is set in type: the title page, the chapters, the list of references."""
    info = book.manifest.book
    yield f"{info.title}{info.subtitle}", book.manifest.place("book.title").value
    yield f"{info.publisher.name}{info.rights}{info.description}", book.manifest.place("book").value
    for number, person in enumerate(info.contributors):
        yield person.name, book.manifest.place(f"book.contributors.{number}.name").value
    kinds = book.every(Text), book.every(Code), book.every(CodeBlock), book.every(Abbreviation)
    written: tuple[Text | Code | CodeBlock | Abbreviation, ...] = tuple(chain(*kinds))
    order = {chapter.file: place for place, chapter in enumerate(book.chapters)}
    in_order = sorted(written, key=lambda node: (order.get(node.span.file, len(order)), node.span))
    yield from ((node.text, node.span) for node in in_order)
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
