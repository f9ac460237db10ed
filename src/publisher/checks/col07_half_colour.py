"""A colour of text without the one behind it, or the reverse.

## Why

Reading apps and browsers have a night mode, and readers have colours of their own. A book that sets dark text and
leaves the background to them ends as dark text on a dark page.

## Example

    h2 { color: #0b4f5c }

## Fix

Set both, or neither, in one and the same rule. In `styles/epub.css` neither is better. On paper the page is what it is:
`styles/print.css` may set text alone.

## Standards

- WCAG 2.2, 1.4.3 Contrast (Minimum), failure F24.
"""

from collections.abc import Iterator

from publisher.checks.look import style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.sheets import colour

RULE = Rule(
    code="COL-07",
    name="half-colour",
    severity=Severity.WARNING,
    standards=("WCAG 1.4.3",),
    who="people who read in night mode or in colours of their own: text and page may become one",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each rule for screens that sets one of the two colours."""
    for rule in style_rules(book):
        text, behind = rule.declared("color"), rule.declared("background-color", "background")
        text, behind = (each if each and colour(each) else None for each in (text, behind))
        if not rule.on_screens or (text and behind):
            continue
        if text:
            message = f"'{rule.selectors[0]}' sets a colour of text and none behind it"
            yield RULE.found(text.span, message, help="set background-color too, or leave both to the reader")
        if behind:
            message = f"'{rule.selectors[0]}' sets a background and no colour of text"
            yield RULE.found(behind.span, message, help="set color too, or leave both to the reader")
