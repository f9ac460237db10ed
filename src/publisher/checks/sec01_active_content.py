"""Something in the book that runs: a script, an event handler, an animation, a page inside a picture.

## Why

A drawing from the web may bring a program along. In a reader's browser it could watch what she reads, and tell. People
read campaigners' books on machines that are searched; a book must do nothing but be read. Animations and pages inside
pictures also vanish on paper and in braille.

## Example

    <svg xmlns="http://www.w3.org/2000/svg" onload="start()"> … </svg>

## Fix

Save the drawing as plain SVG, or take out what the message names. Write the words of a `foreignObject` as SVG text: in
draw.io, switch off "Formatted text" before you export.

## Standards

EPUB 3.3, "Security and privacy" and "Scripting": scripts put readers at risk, and many reading systems run none.
"""

from collections.abc import Iterator

from publisher.checks.addresses import RUNS, addresses, scheme
from publisher.checks.plain_words import manifest_texts, on_the_spot
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.readers.bibliography import runs

RULE = Rule(
    code="SEC-01",
    name=FaultKind.ACTIVE_CONTENT.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3, security and privacy",),
    who="everybody: a reader of the book must not run somebody's program",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each place that holds active content."""
    yield from (
        RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.ACTIVE_CONTENT)
    )
    for address, span in addresses(book):
        if (kind := scheme(address)) in RUNS:
            yield RULE.found(
                span, f"A link that runs a program: '{kind}'", help="give an address of the web, with https:"
            )
    written = ((span, text) for _, span, text in manifest_texts(book))
    for span, text in (*written, *on_the_spot(book)):
        if "<" in text and (what := runs(text)):
            yield RULE.found(span, f"Active content: {what} in a plain text", help="remove it")
