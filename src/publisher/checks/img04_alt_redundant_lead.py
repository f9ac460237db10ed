"""The words for a picture begin by saying that it is a picture.

## Why

A screen reader has said "image" already. "Image of" is heard with every picture and says nothing; where words are cut
short, it is the only thing that is left. What kind of picture it is may matter: a map, a painting, a chart, a cartoon,
a portrait and a diagram stay.

## Example

    alt: Image of a harbour at low tide

## Fix

Begin with what is seen: `alt: A harbour at low tide`.

## Standards

WCAG 1.1.1 Non-text Content; W3C WAI, Images Tutorial: tips.
"""

import re
from collections.abc import Iterator

from publisher.checks.pictures import pictures
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book

RULE = Rule(
    code="IMG-04",
    name="alt-redundant-lead",
    severity=Severity.WARNING,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: they hear twice that there is a picture before they hear what it shows",
)

_LEAD = re.compile(
    r"(?:(?:an?|the|this)\s+)?(?:image|photo(?:graph)?|picture|graphic|icon|screenshot)\s+of\b", re.IGNORECASE
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture whose words begin so, at the words."""
    for figure in pictures(book):
        if isinstance(figure.alternative, Described) and (lead := _LEAD.match(figure.alternative.text)):
            message = f"Alternative text begins with '{lead[0]}'"
            yield RULE.found(figure.words, message, help="begin with what is seen")
