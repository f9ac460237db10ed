"""A spelling from another dialect of Markdown means something else here.

## Why

Every program reads Markdown a little differently. What one takes for a note, a list inside a list or a box, another
prints as signs or drops. Nothing is dropped here without a word: where a spelling looks like something and is not, it
is said, with what to write instead.

## Example

    The Act was passed in 2015.^[It came into force in stages.]

## Fix

Write what the help says: `[^label]` and the note below; blocks inside a list item indented by four spaces; `::: note`
with its `:::`; what front matter says, in `book.yaml`.

## Standards

WCAG 1.3.1 Info and Relationships: structure that is typed must also be there for those who do not see it.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="STR-13",
    name=FaultKind.UNSUPPORTED.value,
    severity=Severity.ERROR,
    standards=("WCAG 1.3.1",),
    who="everybody: what was meant is not in the book, and stray signs are read out",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each spelling that is not what it looks like."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.UNSUPPORTED))
