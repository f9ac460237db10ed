"""An entry of the list of references lacks what a reader needs to find the source.

## Why

Web pages change and go: the day on which one was read tells which state of it is meant, and lets an archived copy be
found. A source without a title, a year, or somebody who answers for it cannot be asked for in a library.

## Example

    references:
      gsi-2018:
        type: report
        issued: 2018
        title: Global Slavery Index
        accessed: 2022-03-24

lacks the author, and the address that was read on that day.

## Fix

Complete the entry. Where the original does not say it, allow the finding and give that as the reason:

    allow:
      - {rule: REF-04, at: references.gsi-2018, reason: the original gives no address}

## Standards

CSL 1.0.2, the fields of an item; the house's endnote style prints author, year, title, publisher, day and address.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.references import Reference

RULE = Rule(
    code="REF-04",
    name="reference-incomplete",
    severity=Severity.WARNING,
    standards=("CSL 1.0.2",),
    who="everybody who wants to find the source",
)

_ON_THE_WEB = frozenset({"webpage", "post", "post-weblog"})
# The law has no author, and is found by its name and number.
_NOBODYS = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
_WHO_ANSWERS = ("publisher", "authority", "container-title")
_LASTING = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each entry, with all that it lacks; an error where that is the title."""
    for reference in book.manifest.references:
        lacking = tuple(said for name, said in _lacking(reference) if not _misread(book, reference.key, name))
        if lacking:
            severity = RULE.severity if reference.title else Severity.ERROR
            message = f"Reference '{reference.key}' has {_listed(lacking)}"
            help = "write it into the entry; days as 2026-01-31"
            yield RULE.found(reference.span, message, help=help, severity=severity)


def _misread(book: Book, key: str, name: str) -> bool:
    """Whether the field is written and could not be understood: that is told already (MAN-09)."""
    place = book.manifest.places.get(f"references.{key}.{name}")
    return place is not None and any(fault.span == place.value for fault in book.manifest.faults)


def _lacking(reference: Reference) -> Iterator[tuple[str, str]]:
    """The field that would hold it, and what is said of its absence."""
    if not reference.title:
        yield "title", "no title"
    if not reference.issued:
        yield "issued", "no year (issued)"
    if not _somebody(reference) and reference.type not in _NOBODYS:
        yield "author", "no author and no publisher"
    if not reference.url and (reference.accessed or reference.type in _ON_THE_WEB):
        yield "URL", "no address (URL)"
    if reference.url and not reference.accessed and not reference.url.startswith(_LASTING):
        yield "accessed", "no day of retrieval (accessed)"


def _somebody(reference: Reference) -> bool:
    people = reference.authors or reference.editors or reference.names
    return bool(people or any(reference.field(name) for name in _WHO_ANSWERS))


def _listed(lacking: tuple[str, ...]) -> str:
    return lacking[0] if len(lacking) == 1 else f"{', '.join(lacking[:-1])} and {lacking[-1]}"
