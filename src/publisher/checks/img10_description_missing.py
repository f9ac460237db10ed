"""A chart, map or diagram has no long description.

## Why

Its point fits into an alternative text; its content does not. Who cannot see it needs the numbers, the places, the
steps: as words, a list or a table that can be read at their own pace.

## Example

    figures:
      arrivals:
        image: images/arrivals.svg
        alt: Arrivals fall from 2016 to 2020
        kind: chart

## Fix

Add `description:` in Markdown: first the summary, then the data. Where the data stand in a table of the book, name it
in the caption (`Arrivals by year. The numbers are in @tbl-arrivals.`). If the picture is no chart, say with `kind:`
what it is.

## Standards

- WCAG 1.1.1 Non-text Content.
- EPUB Accessibility Techniques 1.1: provide alternative text.
"""

import re
from collections.abc import Iterator

from publisher.checks.pictures import pictures, shown
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.facts.facts import COMPLEX
from publisher.model.alternatives import Decorative
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import CrossReference, InlineImage
from publisher.model.walk import every
from publisher.model.words import spoken

RULE = Rule(
    code="IMG-10",
    name="description-missing",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: they learn that there are data, and not what they say",
)

_WORDS = frozenset("chart graph map diagram infographic flowchart".split())
_FIRST = 4  # words of a caption: later ones tell what the picture shows
_LABELS = 15  # words or numbers in a drawing: with more it is no mere illustration
_TEXT = re.compile(rb"<(?:[\w.-]+:)?text[\s>]")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that needs a description and has none; a warning where we can but guess."""
    signs = frozenset(image.span for image in book.every(InlineImage))
    unread = {fault.span for fault in book.manuscript.faults}
    for figure in pictures(book):
        file = book.manifest.places.get(f"figures.{figure.key}.description.file")
        if file and file.value in unread:
            continue  # it could not be read, which has been said
        if figure.description or isinstance(figure.alternative, Decorative) or _has_data(figure):
            continue
        if figure.kind in COMPLEX:
            message = f"{figure.kind.capitalize()} '{shown(figure)}' needs a long description"
            yield RULE.found(figure.span, message, help="add `description:`: a summary, then the data")
        elif not figure.kind and figure.span not in signs and (guess := _looks_like(book, figure)):
            message = f"'{shown(figure)}' {guess} and has no long description"
            help = "add `description:`, or say with `kind:` what it is"
            yield RULE.found(figure.span, message, help=help, severity=Severity.WARNING)


def _has_data(figure: Figure) -> bool:
    """Whether the caption names a table of the book."""
    return any(reference.target.startswith("tbl-") for reference in every(CrossReference, figure.caption))


def _looks_like(book: Book, figure: Figure) -> str:
    """Why the picture seems to need a description, or an empty string. A cover tells what its words tell."""
    if not figure.key and figure.span.file == "book.yaml":
        return ""
    named = re.split(r"[^a-z]+", shown(figure).rpartition(".")[0].lower())
    for word in (*named, *heard(spoken(figure.caption)).split()[:_FIRST]):
        if word in _WORDS:
            return f"looks like a {word}"
    asset = book.manuscript.assets.get(figure.path)
    labels = len(_TEXT.findall(asset.data)) if asset and asset.is_drawing else 0
    return f"holds {labels} labels" if labels > _LABELS else ""
