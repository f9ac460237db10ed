"""An address that follows its readers, or hides where it leads.

## Why

What stands behind `utm_` or `fbclid` tells somebody which leaflet or which friend a reader came from. A short address
of a stranger shows nobody where it leads, is switched off one day, and counts everybody who passes.

## Example

    [the petition](https://example.org/p?utm_source=leaflet&fbclid=IwAR0)

## Fix

Cut off what follows the question mark, and try the address. For print, make a short address under your own domain.

## Standards

EPUB 3.3, "Security and privacy": publications should not track their readers.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from publisher.checks.addresses import addresses
from publisher.checks.sec06_secret_in_text import given_away
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="LNK-08",
    name="link-tracking",
    severity=Severity.WARNING,
    standards=("EPUB 3.3, security and privacy",),
    who="everybody who follows it: somebody counts them, and knows where they came from",
)
_TRACKERS = re.compile(
    r"utm_[a-z]+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_eid|mc_cid|mkt_tok|_hsenc|_hsmi|vero_id"
    r"|phpsessid|jsessionid",
    re.IGNORECASE,
)
_SHORTENERS = frozenset(
    "bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy shorturl.at t.co t.ly tiny.cc tinyurl.com v.gd".split()
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each address that tracks or hides; SEC-06 has spoken of those that give something away."""
    for address, span in addresses(book):
        try:
            parts = urlsplit(address.strip())
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            continue
        tracker = next((name for name, _ in parse_qsl(parts.query) if _TRACKERS.fullmatch(name)), "")
        if tracker and not given_away(address):
            yield RULE.found(span, f"'{tracker}' in the address tracks readers", help="write the address without it")
        elif host in _SHORTENERS:
            yield RULE.found(span, f"'{host}' hides where the link leads", help="write the address that it leads to")
