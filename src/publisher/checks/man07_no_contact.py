"""The book does not say whom to ask for another format.

## Why

No format suits everybody. Somebody needs the text in braille, or finds a table that cannot be followed: with an address
that person gets help in a few days, without one never. In Great Britain a service that does not answer such a wish may
break the Equality Act.

## Example

    book:
      title: Tides
      language: en-GB
    chapters:
      - chapters/01.md

## Fix

Name an e-mail address, a telephone number or a postal address, best more than one:

    accessibility:
      contact: {email: books@example.org, phone: "+44 20 7946 0000", days: 5}

## Standards

- Equality Act 2010, section 20.
- EPUB Accessibility 1.2 (draft): contact for feedback.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MAN-07",
    name="manifest-no-contact",
    severity=Severity.WARNING,
    standards=("Equality Act 2010 s.20",),
    who="readers who need another format, and have nobody to ask",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding where no way to write or ring is named, at the key that lacks it."""
    contact = book.manifest.accessibility.contact
    if contact is None or not any(way.strip() for way in (contact.email, contact.phone, contact.post)):
        place = book.manifest.place("accessibility.contact")
        if any(place.key <= fault.span < place.end for fault in book.manifest.faults if contact is not None):
            return  # a way is named, and named wrongly: MAN-09 speaks
        help = "Write `accessibility: {contact: {email: …}}`, or phone or post"
        yield RULE.found(place.key, "Readers cannot ask for another format", help=help)
