"""An address on a handout is too long to be typed.

## Why

On paper a link is its address: readers type it, or give up. Over sixty characters most give up, and people who type
with one finger, with a head pointer or from memory give up much sooner.

## Example

    Write to [your member](https://example.org/people/members/find-your-member?utm_source=leaflet&utm_medium=print).

in a text that `handout:` takes from the book.

## Fix

Give the page a short address under your own domain, and link to that: `https://example.org/members`. Do not use the
addresses of shortening services: they hide where they lead, count who comes, and end when the service does. Addresses
in the list of references are their sources' own and stay as they are.

## Standards

- WCAG 2.4.4 Link Purpose (In Context).
"""

from collections.abc import Iterator

from publisher.assembly.excerpt import excerpt
from publisher.checks.addresses import is_outside
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.model.manifest import key_of
from publisher.source import Span

RULE = Rule(
    code="LNK-06",
    name="link-print-address",
    severity=Severity.WARNING,
    standards=("WCAG 2.4.4",),
    who="everybody who reads on paper: nobody types so much without a slip",
)
_LONGEST = 60  # characters: rules HO-13


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each long address in the text of a handout, and for the one that its QR code opens."""
    for address, span in dict.fromkeys(_printed(book)):
        if len(address) > _LONGEST:
            message = f"Address of {len(address)} characters is too long to type"
            yield RULE.found(span, message, help="give the page a short address under your own domain")


def _printed(book: Book) -> Iterator[tuple[str, Span]]:
    for name, handout in book.manifest.editions.every_handout.items():
        yield handout.url, book.manifest.place(f"editions.{key_of(name)}.url").value
        for link in excerpt(book, handout).every(Link):
            if is_outside(link.href):
                yield link.href, link.span
