"""HTML that we do not take.

## Why

A book becomes paper, braille and sound as well as a page on a screen. What HTML says there, Markdown says for all of
them; what only tells how words look on a screen is lost on those who do not see it. A handful of elements have a
meaning that Markdown cannot write (`abbr`, `sup`, `ruby`, tables with spans …): these are taken.

## Example

    <div class="big">Join us <font color="red">today</font></div>

## Fix

Write what the help says. `\\<` is the sign itself; code belongs between backticks. An element that is opened is closed,
in the same paragraph.

## Standards

- EPUB 3.3 §6.1: XHTML content documents are well formed.
- WCAG 1.3.1 Info and Relationships.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="STR-11",
    name=FaultKind.RAW_HTML.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §6.1", "WCAG 1.3.1"),
    who="people who read on paper, in braille or by ear: what it says reaches only screens",
)

_SEVERITIES = {
    FaultKind.RAW_HTML: Severity.ERROR,
    FaultKind.UNCLOSED_HTML: Severity.ERROR,
    FaultKind.PRESENTATIONAL_HTML: Severity.WARNING,
}


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each element that is not taken; a warning where it says only how words look."""
    for kind, severity in _SEVERITIES.items():
        for fault in book.faults(kind):
            yield RULE.found(fault.span, fault.message, help=fault.help, severity=severity)
