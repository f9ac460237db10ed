"""A picture of text.

## Why

Text in a picture cannot be enlarged without getting blurred, cannot be given other colours or another face, is found by
no search and translated by no program.

## Example

    letter:
      image: images/letter.png
      kind: text

## Fix

Set the words as text, and leave the picture out or mark it decorative. Where the look itself matters (a signature, a
facsimile), give all its words beside it, and sign that somebody looked: `reviews:` in book.yaml.

## Standards

WCAG 2.2, 1.4.5 Images of Text (AA).
"""

from collections.abc import Iterator

from publisher.checks.pictures import pictures, said_at, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book

RULE = Rule(
    code="IMG-11",
    name="image-of-text",
    severity=Severity.REVIEW,
    standards=("WCAG 1.4.5",),
    who="people who enlarge, recolour or translate what they read: here they cannot",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that its author calls one of text, and that has words (IMG-01)."""
    for figure in pictures(book):
        if figure.kind == "text" and isinstance(figure.alternative, Described):
            message = f"'{shown(figure)}' is a picture of text"
            help = "set it as text; or give all its words, and sign it in `reviews:`"
            yield RULE.found(said_at(book, figure, "kind"), message, help=help)
