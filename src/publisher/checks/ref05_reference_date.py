"""A date of a reference cannot be: it lies before the source, or after the book.

## Why

A slip of the pen in a year sends readers to a report that does not exist, or to a state of a page that nobody can have
seen. No clock is asked: what counts is the date of the book.

## Example

    book:
      date: 2022-03-29
    references:
      gsi-2018: {type: report, title: Global Slavery Index, issued: 2018, accessed: 2202-03-24}

## Fix

Correct the date. If the book's own date is old, correct that.

## Standards

CSL 1.0.2, date variables: `issued` is when the source came out, `accessed` when it was read.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.references import PartialDate, Reference

RULE = Rule(
    code="REF-05",
    name="reference-date",
    severity=Severity.WARNING,
    standards=("CSL 1.0.2",),
    who="everybody who looks for the source by its date",
)

FIRST_YEAR = 1400  # before printing; what is older is read in an edition that has a year of its own


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each entry whose dates cannot be, at the date."""
    year = book.modified.year if book.dated else None
    for reference in book.manifest.references:
        for name, message in _wrong(reference, year):
            place = book.manifest.places.get(f"references.{reference.key}.{name}")
            yield RULE.found(place.value if place else reference.span, message, help="correct the date")
            break


def _wrong(reference: Reference, year: int | None) -> Iterator[tuple[str, str]]:
    """The field that is wrong, and why: the gravest first. ``year`` is the book's."""
    issued, accessed = reference.issued, reference.accessed
    if issued and issued.year < FIRST_YEAR:
        yield "issued", f"'{reference.key}' is said to be of {issued.year}"
    if issued and year and issued.year > year + 1:  # next year's books are out this autumn
        yield "issued", f"'{reference.key}' is of {issued.year}; the book is of {year}"
    if accessed and year and accessed.year > year:
        yield "accessed", f"'{reference.key}' was retrieved {accessed.in_words}; the book is of {year}"
    if accessed and issued and _before(accessed, issued):
        yield "accessed", f"'{reference.key}' was retrieved {accessed.in_words}, before it came out ({issued.in_words})"


def _before(one: PartialDate, other: PartialDate) -> bool:
    """Whether ``one`` lies before ``other``, as far as both are known."""
    for mine, its in zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True):
        if mine != its:
            return bool(mine and its) and mine < its
    return False
