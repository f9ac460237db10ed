"""A text holds bytes that are no characters.

## Why

Each encoding reads the same bytes as other letters. A file that is not UTF-8 would reach its readers with signs in the
place of letters, and a screen reader would spell them out. Control characters make a book's files invalid.

## Example

A chapter saved by an old word processor, in which `café` is stored as four bytes.

## Fix

Open the file in your editor and save it as UTF-8. Remove the character that is named.

## Standards

- EPUB 3.3 §3.2: documents are in UTF-8 or UTF-16; we write UTF-8.
- XML 1.0 §2.2: the characters that a document may hold.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="STR-12",
    name=FaultKind.NOT_UTF8.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §3.2", "XML 1.0 §2.2"),
    who="everybody, and most of all people who listen: wrong signs are read out one by one",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file that could not be decoded, at the first byte that is none of a character."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.NOT_UTF8))
