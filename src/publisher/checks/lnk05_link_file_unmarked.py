"""A link opens a file of another kind, and does not say so.

## Why

Who follows a link expects a page. A PDF or a table opens another program, is large, and may not be readable with a
screen reader at all; people with a slow line or a small screen want to know before.

## Example

    [the annual report](https://example.org/2021.pdf)

## Fix

Say it in the link: `[the annual report (PDF)](…)`, with the size if you know it.

## Standards

WCAG 2.2, 2.4.4 Link Purpose (In Context) (A), technique G197.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from publisher.checks.addresses import scheme
from publisher.checks.sec06_secret_in_text import given_away
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.model.words import spoken

RULE = Rule(
    code="LNK-05",
    name="link-file-unmarked",
    severity=Severity.ADVICE,
    standards=("WCAG 2.4.4",),
    who="people with a slow line, a small screen or a screen reader: a file opens that they did not ask for",
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **{ending: ending.upper() for ending in ("pdf", "csv", "zip", "epub", "mp3", "mp4")},
        **{"doc": "Word", "docx": "Word", "xls": "Excel", "xlsx": "Excel", "ppt": "PowerPoint", "pptx": "PowerPoint"},
        **{"odt": "OpenDocument", "ods": "OpenDocument"},
    }
)
_ENDING = re.compile(r"\.([a-z0-9]{3,5})$", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link to such a file whose words do not name its kind; SEC-06 speaks of secrets first."""
    for link in book.every(Link):
        found = _ENDING.search(_path(link.href)) if scheme(link.href) in ("http:", "https:") else None
        kind = _KINDS.get(found[1].lower(), "") if found else ""
        said = spoken(link.content).lower()
        named = found and (kind.lower() in said or found[1].lower() in said)
        if kind and said and not named and not given_away(link.href):
            message = f"The link opens a file ({kind}) and does not say so"
            yield RULE.found(link.span, message, help=f"write ({kind}) behind its words")


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
