"""A file that the manifest or a chapter names is not there.

## Why

A chapter that is not found is a hole in the book; a picture that is not found is a blank space on the page. A name that
differs only by its capitals is found on one machine and lost on the next. A chapter that is listed twice is read twice,
and its notes and links no longer know which of the two is meant.

## Example

    chapters:
      - chapters/Introduction.md

where the folder holds `chapters/introduction.md`.

## Fix

Write the path as the folder has it, letter for letter, from the folder of `book.yaml`; or add the file; or name it
once.

## Standards

EPUB 3.3: every resource of the publication is in the container (EPUBCheck RSC-001).
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="MAN-05",
    name=FaultKind.FILE_MISSING.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §3",),
    who="everybody: what the file holds is in no edition",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file that is not found, where it is named."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.FILE_MISSING))
