"""A source is cited that the list of references does not have.

## Why

A number is a promise that the reader can look the source up. Without an entry there is no number to print, and what the
sentence claims stands there without its proof.

## Example

    There are more victims than doctors [@gsi-2081].

## Fix

Correct the key, or add the entry under `references:`. Where `@` is only a sign, as in an account's name, write `\\@`.

## Standards

- WCAG 2.4.4 Link Purpose: a reference leads to its entry.
- EPUBCheck RSC-012: a fragment that is not defined.
"""

from collections.abc import Iterator

from publisher.checks.wording import meant
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import Citation, CitedItem

RULE = Rule(
    code="REF-01",
    name="citation-dangling",
    severity=Severity.ERROR,
    standards=("WCAG 2.4.4", "EPUBCheck RSC-012"),
    who="everybody who wants to check what is said: the source is not named",
)

_CROSS = ("fig-", "tbl-", "sec-")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each unknown key at each place; none while the file of references cannot be read."""
    file = book.manifest.place("references").value
    if book.faults(FaultKind.REFERENCE_FILE) or any(fault.span == file for fault in book.manuscript.faults):
        return
    keys = tuple(reference.key for reference in book.manifest.references)
    for citation in book.every(Citation):
        for item in citation.items:
            if item.key not in keys:
                yield RULE.found(item.span, f"No reference '{item.key}'", help=_help(citation, item, keys))


def _help(citation: Citation, item: CitedItem, keys: tuple[str, ...]) -> str:
    if item.key.startswith(_CROSS):
        return f"write @{item.key} on its own: it is no source"
    help = meant(item.key, keys, "add it to references, or correct the key")
    return f"{help}; if no source is meant, write \\@{item.key}" if citation.in_sentence else help
