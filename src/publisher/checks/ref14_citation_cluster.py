"""More than five sources at one place.

## Why

Somebody who listens hears six numbers in a row, each a link, before the sentence goes on; and nobody can tell which
source stands for which word.

## Example

    Many have said so [@a; @b; @c; @d; @e; @f].

## Fix

Put each source behind the claim that it stands for, or name the two that matter.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Citation

RULE = Rule(
    code="REF-14",
    name="citation-cluster",
    severity=Severity.ADVICE,
    who="people who listen: they hear numbers instead of the sentence",
)
_MOST = 5


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each place with more than five sources."""
    for citation in book.every(Citation):
        if len(citation.items) > _MOST:
            message = f"{len(citation.items)} sources at once"
            yield RULE.found(citation.span, message, help="split them by what each of them says")
