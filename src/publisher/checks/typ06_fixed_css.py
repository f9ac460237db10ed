"""A style sheet that blocks the readers' own settings.

## Why

Readers of e-books and web pages choose the size of letters, the face, the spacing and the colours that they can read. A
size in points, a width in pixels or `!important` takes the choice away; words that a style sheet adds are in no text
that a voice, a search or a translation knows of.

## Example

    body { font-size: 14px }
    .box { height: 200px; overflow: hidden }

## Fix

Write sizes in em, rem or %, let boxes grow, widths as `max-width`, and words in the chapters. Fixed sizes belong on
paper: in `styles/print.css`, or under `@media print`.

## Standards

- WCAG 2.2, 1.4.4 Resize Text, 1.4.10 Reflow and 1.4.12 Text Spacing (AA); 1.3.1 for words in `content`.
- EPUB 3.3 §6.3.1.2: no `direction`, no `unicode-bidi`.
- Schema.org `displayTransformability`: it is claimed only where this rule is silent.
"""

from collections.abc import Iterator

from publisher.checks.look import style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.reflow import hindrances

RULE = Rule(
    code="TYP-06",
    name="fixed-css",
    severity=Severity.ERROR,
    standards=("WCAG 1.4.4", "WCAG 1.4.10", "WCAG 1.4.12", "EPUB 3.3 §6.3.1.2"),
    who="people who read with settings of their own: the page does not follow them",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each declaration of the book's own sheets that a reader's settings cannot overrule."""
    for found in hindrances(style_rules(book)):
        written = found.declaration
        shown = f"{written.name}: {written.value}{' !important' if written.important else ''}"
        yield RULE.found(written.span, f"'{shown}' blocks readers' settings: {found.why}", help=found.help)
