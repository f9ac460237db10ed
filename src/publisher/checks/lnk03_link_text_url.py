"""The words of a link are its address.

## Why

A screen reader spells a long address, sign by sign. On paper it is printed anyway, behind the words; in the text it
stops everybody who reads.

## Example

    See <https://example.org/reports/2022/harbours-of-the-coast?format=html#tides>.

## Fix

Say where it goes: `See [the report of 2022](https://example.org/…)`. Paper shows the address behind the words. A short
address may stand for itself.

## Standards

WCAG 2.4.4 Link Purpose (In Context).
"""

import re
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.model.words import spoken

RULE = Rule(
    code="LNK-03",
    name="link-text-url",
    severity=Severity.WARNING,
    standards=("WCAG 2.4.4",),
    who="people who listen to the book: the address is spelled to them",
)

_LONGEST = 40
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link whose words are a long address, or one with a query or a fragment."""
    for link in book.every(Link):
        words = spoken(link.content)
        if _ADDRESS.fullmatch(words) and (len(words) > _LONGEST or "?" in words or "#" in words):
            message = f"Link says its address: '{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}'"
            yield RULE.found(link.span, message, help="say where it goes; on paper the address is printed behind it")
