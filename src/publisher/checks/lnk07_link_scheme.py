"""A link has an address that readers cannot or should not follow.

## Why

`file:` and `C:\\` lead to your machine and tell its user's name; `javascript:` and `data:` run or carry things instead
of leading somewhere. What comes over `http:` can be read and changed on the way, which matters to people whose reading
is watched.

## Example

    See [the leaflet](file:///home/kim/leaflet.pdf) and [the site](http://example.org/).

## Fix

Give an address of the web, with `https:`. Mail addresses and telephone numbers (`mailto:`, `tel:`) are good as they
are.

## Standards

EPUB 3.3 §14, security and privacy (EPUBCheck RSC-030, HTM-025).
"""

from collections.abc import Iterator

from publisher.checks.addresses import RUNS, addresses, is_windows_path, scheme
from publisher.checks.sec06_secret_in_text import given_away
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="LNK-07",
    name="link-scheme",
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §14",),
    who="everybody who follows the link, and the author whose machine it names",
)

_GOOD = frozenset({"", "http:", "https:", "mailto:", "tel:", "sms:"})


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each address that may not stand in a book; a warning for ``http:``."""
    for address, span in addresses(book):
        kind = scheme(address)
        if is_windows_path(address):
            yield RULE.found(span, f"'{address}' is a path on your own machine", help="give an address of the web")
        elif kind == "http:" and not given_away(address):
            message = "'http:' is not safe: what is read can be seen and changed on the way"
            yield RULE.found(span, message, help="write https:, if the site answers there", severity=Severity.WARNING)
        elif kind == "//":
            yield RULE.found(span, "'//' says no scheme", help="write https: before it")
        elif kind not in _GOOD | RUNS:  # SEC-01 speaks of programs
            yield RULE.found(span, f"'{kind}' is not allowed", help="give an address of the web, with https:")
