"""A claim is made that nobody has signed, or that was signed of another text.

## Why

No program can tell that a description is right or a heading says what follows: a person must have looked. The claim is
bound to the sources that this person saw. When pictures, structure, links or formats have changed since, the claim
speaks of a book that no longer exists. A mended typo does not void it, and is only mentioned.

## Example

    accessibility:
      claim: {standard: WCAG 2.2 AA, by: Kim Doe, on: 2026-01-05}

without `sources:`, the hash that `publisher sign` writes.

## Fix

Go through the checklist (`publisher review`) and sign again (`publisher sign`), or remove the claim.

## Standards

EPUB Accessibility 1.1 §4.3: re-evaluate after changes.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.facts.conformance import standard, void
from publisher.facts.signature import signature
from publisher.model.book import Book

RULE = Rule(
    code="MTA-07",
    name="claim-without-evidence",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §4.3",),
    who="readers who rely on the claim: nobody has checked what they have in their hands",
)

_HELP = "Check it (`publisher review`) and sign again (`publisher sign`), or remove the claim"


def check(book: Book) -> Iterator[Diagnostic]:
    """At most one finding, at the claim: an error where it is void, a warning where only words have changed."""
    claim, place = book.manifest.accessibility.claim, book.manifest.place("accessibility.claim")
    if claim is None or not standard(claim)[1]:  # MTA-05 speaks
        return
    sources = signature(book)
    if why := void(claim, sources):
        at = book.manifest.places.get("accessibility.claim.sources")
        yield RULE.found(at.value if at else place.key, f"The claim does not hold: {why}", help=_HELP)
    elif claim.sources != sources.sources:
        message = f"Words have changed since the claim was signed on {claim.on}"
        yield RULE.found(place.key, message, help=_HELP, severity=Severity.WARNING)
