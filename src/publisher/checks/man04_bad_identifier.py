"""The book's identifier is not what it says it is.

## Why

Shops and libraries find a book by its identifier, and reading systems keep a reader's place and notes under it. An
ISBN with a wrong digit belongs to another book, or to none.

## Example

    book:
      identifier: urn:isbn:9780306406158

where the last digit must be 7.

## Fix

Copy the number again from your ISBN agency. A book without an ISBN needs none: leave the key out and an identifier is
made from the publisher's name and the slug, or write a UUID of your own (`urn:uuid:…`), or the DOI
(`https://doi.org/…`).

## Standards

- EPUB 3.3: `dc:identifier`.
- ISO 2108 for the check digit of ISBNs; RFC 9562 for UUIDs.
"""

import re
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MAN-04",
    name="manifest-bad-identifier",
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §5.5.3.1", "ISO 2108"),
    who="readers who look for this book by its number: they find another, or none",
)

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_WANTED = "Write urn:isbn:…, urn:uuid:… or https://doi.org/…, or leave the key out"


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for an identifier that is none, at its value."""
    written = book.manifest.book.identifier
    message, help = _fault(written) if written else ("", "")
    if message:
        yield RULE.found(book.manifest.place("book.identifier").value, message, help=help)


def _fault(written: str) -> tuple[str, str]:
    kind, _, value = written.rpartition(":") if written.lower().startswith("urn:") else ("", "", written)
    match kind.lower():
        case "urn:isbn":
            return _isbn(value)
        case "urn:uuid":
            return (
                ("", "")
                if _UUID.fullmatch(value)
                else (f"'{value}' is no UUID", "Write 32 hexadecimal digits: 8-4-4-4-12")
            )
        case "" if value.lower().startswith("https://doi.org/"):
            good = _DOI.fullmatch(value[len("https://doi.org/") :])
            return ("", "") if good else (f"'{value}' is no DOI", "Write https://doi.org/10.…/…")
    return f"'{written}' is no identifier that we know", _WANTED


def _isbn(value: str) -> tuple[str, str]:
    digits = value.replace("-", "").replace(" ", "").upper()
    if not re.fullmatch(r"97[89][0-9]{10}|[0-9]{9}[0-9X]", digits):
        return f"'{value}' is no ISBN", "Write 13 digits that begin with 978 or 979"
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 13:
        good = sum(number * (3 if place % 2 else 1) for place, number in enumerate(values)) % 10 == 0
    else:
        good = sum(number * (10 - place) for place, number in enumerate(values)) % 11 == 0
    return ("", "") if good else (f"ISBN {value} has a wrong check digit", "Copy it again from your ISBN agency")
