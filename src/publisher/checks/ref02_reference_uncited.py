"""A source stands in the list and nobody cites it.

## Why

Readers take the list for what the text rests on. An entry that nothing cites may be left over from an earlier draft, or
its citation may have been lost; and from such an entry no way leads back into the text.

## Example

    references:
      groome-2019: {type: webpage, title: "…"}

where no chapter holds `@groome-2019`.

## Fix

Cite it, or remove it. If the list is meant to hold more than the text cites, say
`citations: {uncited: further-reading}`.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.checks.wholeness import is_whole
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import CitedItem

RULE = Rule(
    code="REF-02",
    name="reference-uncited",
    severity=Severity.WARNING,
    standards=("house style",),
    who="everybody who follows an entry back to the text: there is no way back",
)


_MAY_CITE = (FaultKind.FILE_MISSING, FaultKind.UNSUPPORTED, FaultKind.REFERENCE_FILE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each entry that is cited nowhere, unless such entries are further reading."""
    if book.manifest.citations.uncited == "further-reading":
        return
    cited = {item.key for item in book.every(CitedItem)}
    # A key that is misspelt, a citation that is none, a chapter that is missing: one fault, and it has been said.
    if cited - {reference.key for reference in book.manifest.references} or any(map(book.faults, _MAY_CITE)):
        return
    if not is_whole(book):
        return
    for reference in book.manifest.references:
        if reference.key not in cited:
            help = "cite it, remove it, or say citations: {uncited: further-reading}"
            yield RULE.found(reference.span, f"Reference '{reference.key}' is never cited", help=help)
