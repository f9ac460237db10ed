"""A picture, font or style sheet that readers' devices would fetch from somewhere else.

## Why

A fetch leaves the reader's address, time and device with whoever owns the other end. Off the network, and in ten years,
there is nothing to fetch. A drawing is published as a file of its own, so even the picture beside it is out of its
reach.

## Example

    <image href="https://example.org/photo.jpg" width="300" height="200"/>

inside an SVG; or `![A street](https://example.org/photo.jpg)` in a chapter.

## Fix

Copy the picture into the book's folder and name it there. In a drawing, embed pictures, and turn words in a font of
their own into paths. Links that a reader follows by choice may stay in the text; in a drawing they are taken out.

## Standards

EPUB 3.3 §3.6: pictures and style sheets stand in the container; EPUBCheck reports others as RSC-006.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="SEC-02",
    name=FaultKind.REMOTE_RESOURCE.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §3.6", "EPUBCheck RSC-006"),
    who="everybody: each fetch tells a stranger who reads the book; without a network there is a hole in the page",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each address that readers' devices would fetch."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.REMOTE_RESOURCE))
