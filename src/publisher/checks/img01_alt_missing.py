"""A picture says nothing to those who do not see it.

## Why

Who listens to the book, reads it in braille or has pictures switched off meets a hole: at best a file name is read out.
Only the author knows what the picture is there for, so no text is ever guessed, and silence is an error.

## Example

    figures:
      map:
        image: images/map.svg
        caption: Where people asked for help, 2022

## Fix

Write in `alt:` what the picture tells the reader here, in a sentence or two. If it tells nothing that the text does
not, say so: `decorative: true`, or `{.decorative}` behind a picture in a chapter. Long matter goes into `description:`.

## Standards

- WCAG 1.1.1 Non-text Content.
- PDF/UA-1 7.3: a figure has an alternative text.
"""

from collections.abc import Iterator

from publisher.checks.pictures import linked, pictures, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Unstated
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="IMG-01",
    name="alt-missing",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1", "PDF/UA-1 7.3"),
    who="people who listen to the book hear nothing here",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture without words, where they are missing; one that is all of a link is IMG-17's."""
    links = linked(book)
    for figure in pictures(book):
        if isinstance(figure.alternative, Unstated) and figure.span not in links and not _said(book, figure):
            message = f"Image '{shown(figure)}' has no alternative text"
            yield RULE.found(figure.words, message, help="say what it tells the reader, or mark it decorative")


def _said(book: Book, figure: Figure) -> bool:
    """Whether the manifest says it in a way that cannot be taken, which has been found: ``decorative: maybe``."""
    places = (book.manifest.places.get(f"figures.{figure.key}.{name}") for name in ("alt", "decorative"))
    unread = {fault.span for fault in book.faults(FaultKind.WRONG_VALUE)}
    return any(place and place.value in unread for place in places)
