"""What is claimed is not in words that can be claimed, or nobody stands for it.

## Why

Shops and libraries compare the claim letter by letter: one sign off, and the book counts as unchecked. A claim is made
by an organisation that a reader can hold to it, so the publisher's name belongs to it.

## Example

    accessibility:
      claim: {standard: WCAG 2.2 double A, by: Kim Doe, on: 2026-01-05}

## Fix

Write the version and the level: `WCAG 2.2 AA`. The exact form for the e-book is made of it. Name the publisher under
`book: publisher:`.

## Standards

EPUB Accessibility 1.1 §4.2: `dcterms:conformsTo` and `a11y:certifiedBy`.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.facts.conformance import standard
from publisher.model.book import Book

RULE = Rule(
    code="MTA-05",
    name="meta-conformance-text",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §4.2",),
    who="readers who choose a book by its claim: they do not find this one",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for a claim in other words, and one for a claim without an organisation."""
    manifest, claim = book.manifest, book.manifest.accessibility.claim
    if claim is None:
        return
    at = manifest.place("accessibility.claim").key
    if not claim.standard:
        yield RULE.found(at, "The claim names no standard", help="Write `standard: WCAG 2.2 AA`")
    elif not standard(claim)[1]:
        message = f"'{claim.standard}' is not the form of a claim"
        yield RULE.found(manifest.place("accessibility.claim.standard").value, message, help="Write WCAG 2.2 AA")
    if not manifest.book.publisher.name:
        message = "The claim has no organisation that makes it"
        yield RULE.found(at, message, help="Name it under `book:`, as `publisher: {name: …}`")
