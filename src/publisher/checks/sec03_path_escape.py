"""A path that leaves the book's folder, or would on some machine.

## Why

One folder is one book. Whoever builds a book that others sent must be sure that nothing else of the machine goes into
it. A path to the author's desktop is found on one machine only, a backslash or a drive letter only on Windows, and
`aux.png` anywhere but there.

## Example

    ![A street](../../Desktop/street.png)

## Fix

Move the file into the book's folder and write its path from the chapter, or from `book.yaml`, with `/`. A link of the
file system may point to another place in the folder, never out of it.

## Standards

EPUB 3.3 §4.2.3 (file paths and names); EPUBCheck reports paths that leak out of the container as RSC-026.
"""

import re
from collections.abc import Iterator

from publisher.checks.addresses import leaves_the_book
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import Link

RULE = Rule(
    code="SEC-03",
    name=FaultKind.PATH_ESCAPE.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §4.2.3", "EPUBCheck RSC-026"),
    who="the author: a file from elsewhere on the machine could be published unseen",
)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each path that leaves the book's folder, where it is written."""
    yield from (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.PATH_ESCAPE))
    for link in book.every(Link):
        if leaves_the_book(link):
            message = f"'{link.href[:120]}' leaves the book's folder"
            yield RULE.found(link.span, message, help="name a chapter of the book, or an address of the web: https://…")
    if _DEVICE.fullmatch(book.slug):
        places = book.manifest.places
        at = (places.get("book.slug") or book.manifest.place("book.title")).value
        message = f"'{book.slug}' names a device on Windows, which opens no such file"
        yield RULE.found(at, message, help="write another name under `slug:`")
