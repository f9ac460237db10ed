"""A file beside the chapters or the pictures is in no edition.

## Why

A chapter that somebody wrote and nobody listed is missing from every edition, and nothing on the page says so. A
picture that nobody uses is mostly the old version of one, or was meant for a place that has none now.

## Example

    chapters:
      - chapters/01-introduction.md

where the folder holds `chapters/02-law.md` as well.

## Fix

Name the file where it belongs, under `chapters:` or `figures:`, or move it out of the folder of the chapters or
pictures. Only these folders are looked at; notes to yourself are safe in any other.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="MAN-06",
    name=FaultKind.ORPHAN_FILE.value,
    severity=Severity.WARNING,
    who="everybody, if the file was meant to be in the book",
)
# While one of these stands, the book may mean a file that it does not name.
_MISSED = (
    FaultKind.UNKNOWN_KEY,
    FaultKind.MISSING_FIELD,
    FaultKind.FILE_MISSING,
    FaultKind.PATH_ESCAPE,
    FaultKind.REMOTE_RESOURCE,
    FaultKind.IMAGE_UNREADABLE,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file that the book does not use, at the file; none while a file is
    missing that may be it."""
    left = () if any(map(book.faults, _MISSED)) else book.faults(FaultKind.ORPHAN_FILE)
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in left)
