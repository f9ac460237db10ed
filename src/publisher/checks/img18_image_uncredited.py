"""Nobody is named for a picture.

## Why

A photograph, an illustration, a map and a chart are somebody's work. A reader who wants to judge it must know whose, a
publisher must be allowed to print it, and a partner who passes the book on needs to know on which terms.

## Example

    figures:
      harbour:
        image: images/harbour.jpg
        alt: A harbour at low tide
        kind: photo

## Fix

Add `credit:` and, where there is one, `licence:`: `credit: Kim Lee`, `licence: CC BY 4.0`.

## Standards

Berne Convention, article 6bis: the author has the right to be named.
"""

from collections.abc import Iterator

from publisher.checks.pictures import pictures, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Decorative
from publisher.model.book import Book

RULE = Rule(
    code="IMG-18",
    name="image-uncredited",
    severity=Severity.WARNING,
    who="whoever made the picture, and everybody who wants to know or to use it",
)

_WORKS = frozenset({"photo", "illustration", "map", "chart"})


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture of a kind that somebody has made, without credit and without licence."""
    for figure in pictures(book):
        contradicts = isinstance(figure.alternative, Decorative) and figure.kind in ("map", "chart")  # IMG-09 speaks
        if figure.kind in _WORKS and not figure.credit and not figure.licence and not contradicts:
            message = f"{figure.kind.capitalize()} '{shown(figure)}' has no credit"
            yield RULE.found(figure.span, message, help="say who made it, and under what licence")
