"""A link consists of a picture that says nothing.

## Why

A link is called by its words. Where it is only a picture, the picture's words are the link's; without them a screen
reader announces "link" and spells the address.

## Example

    [![](../images/logo.svg)](https://example.org/)

## Fix

Say in the alternative text where the link goes:
`[![Example Trust, home page](../images/logo.svg)](https://example.org/)`.

## Standards

- WCAG 2.4.4 Link Purpose (In Context), 1.1.1 Non-text Content.
- PDF/UA-1 7.18.5: a link has a description.
"""

from collections.abc import Iterator

from publisher.checks.pictures import linked, pictures, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Unstated
from publisher.model.book import Book

RULE = Rule(
    code="IMG-17",
    name="image-link-no-name",
    severity=Severity.ERROR,
    standards=("WCAG 2.4.4", "WCAG 1.1.1", "PDF/UA-1 7.18.5"),
    who="people who listen to the book: they hear a link and not where it goes",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture without words inside a link, at the picture."""
    links = linked(book)
    for figure in pictures(book):
        if isinstance(figure.alternative, Unstated) and figure.span in links:
            message = f"Image '{shown(figure)}' is a link and has no alternative text"
            yield RULE.found(figure.words, message, help="say where the link goes")
