"""A key of the manifest that means nothing where it stands.

## Why

A key with a slip of the pen is a wish that nobody hears. If `decorativ: true` were passed over in silence, readers who
listen would meet a picture without words, and the author would never learn why. Every key is known, or is a finding.

## Example

    figures:
      map:
        image: images/map.svg
        decorativ: true

## Fix

Correct the spelling, or move the key to the place that the help names, or remove it. `publisher schema` prints every
key there is, for editors that complete them while you type.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="MAN-02",
    name=FaultKind.UNKNOWN_KEY.value,
    severity=Severity.ERROR,
    who="everybody for whom the key was written: what it asks for does not happen",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each unknown key, at the key."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.UNKNOWN_KEY))
