"""Two entries of the list of references look like one source.

## Why

One source has one number. If it stands in the list twice, it gets two, and readers count two witnesses where there is
one.

## Example

    references:
      gsi: {type: report, title: Global Slavery Index, URL: "https://www.example.org/gsi"}
      gsi-2018: {type: report, title: Global Slavery Index, URL: "https://example.org/gsi/"}

## Fix

Keep one entry, and cite its key at both places. Pages are said where they are cited: `[@gsi, p. 12]`.

## Standards

CSL 1.0.2: an item is one source.
"""

import re
from collections.abc import Iterator

from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.references import Reference

RULE = Rule(
    code="REF-03",
    name="reference-duplicate",
    severity=Severity.ERROR,
    standards=("CSL 1.0.2",),
    who="everybody who weighs the evidence: one source counts as two",
)

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([^/?#]+)(/[^#]*?)/?(?:#.*)?", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each entry that repeats an earlier one, at the later; an error where it has the same key."""
    seen: dict[tuple[str, ...], Reference] = {}
    for reference in book.manifest.references:
        marks = tuple(_marks(reference))
        first = next((seen[mark] for mark in marks if mark in seen), None)
        if first and first.key == reference.key:
            message = f"Reference '{reference.key}' stands in the list twice"
            yield RULE.found(reference.span, message, help="remove one of the two")
        elif first:
            message = f"'{first.key}' and '{reference.key}' look like one source"
            help = f"keep one of them, and cite it as @{first.key} at both places"
            yield RULE.found(reference.span, message, help=help, severity=Severity.WARNING)
        for mark in marks:
            seen.setdefault(mark, reference)


def _marks(reference: Reference) -> Iterator[tuple[str, ...]]:
    """What no two sources share: the key, the DOI, the page with its title, or title, year and first author."""
    yield "key", reference.key
    title = heard(reference.title)
    doi = _DOI.fullmatch(reference.field("DOI")) or _DOI.fullmatch(reference.url)
    if doi:
        yield "doi", doi[1].casefold()
    address = _ADDRESS.fullmatch(reference.url)
    if address and not doi:
        # One address can hold several chapters or reports: their titles tell them apart.
        yield "url", address[1].casefold(), address[2], title
    if title and reference.authors and reference.issued:
        author = reference.authors[0]
        year, kind = str(reference.issued.year), reference.type
        yield "work", title, year, heard(author.family or author.literal), kind
