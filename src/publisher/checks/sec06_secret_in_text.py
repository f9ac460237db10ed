"""An address or a text gives away what was meant for few.

## Why

A link copied from a browser can carry the key that opened the page: a password, a token, a signature. Whoever reads the
book can use it. An address of your own network leads nowhere for readers, and tells strangers how it is built; an
address for editing lets them change the document.

## Example

    See [the plan](https://kim:hunter2@example.org/plan) and [the draft](http://192.168.0.4/draft).

## Fix

Give the address under which everybody may read the page. What has been in a published copy is no secret any more: have
the password or key changed.

## Standards

None: this is the house's own rule.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from publisher.checks.addresses import addresses
from publisher.checks.phrases import phrases
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="SEC-06",
    name="secret-in-text",
    severity=Severity.ERROR,
    who="whoever the secret protects, and the readers, for whom the address does not open",
)

_SECRETS = frozenset(
    "access_token api_key apikey auth_token client_secret passwd password secret sessionid token "
    "x-amz-signature x-amz-security-token x-goog-signature googleaccessid".split()
)
_SIGNED = ({"signature", "expires"}, {"sig", "se"}, {"sig", "sv"})  # the names that cloud stores use, together
_LOCAL = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".test")
_EDITED = re.compile(r"docs\.google\.com/(?:document|spreadsheets|presentation|forms)/d/[^/]+/edit")
# Keys whose own form says that they are keys.
_KEYS = re.compile(
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{36}\b"
    r"|\bglpat-[0-9A-Za-z_-]{20}\b|\bxox[abprs]-[0-9A-Za-z-]{10,}|\bsk_live_[0-9a-zA-Z]{24,}"
)
_SIGNS = ("PRIVATE KEY", "AKIA", "ASIA", *(f"gh{kind}_" for kind in "pousr"), "glpat-", "xox", "sk_live_")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each address that gives something away, and for each key in the text."""
    for address, span in addresses(book):
        if why := given_away(address):
            yield RULE.found(span, f"The address {why}", help="Use the public address")
    for _, span in phrases(book, _KEYS, _SIGNS):
        yield RULE.found(span, "The text holds a key", help="Remove it, and have it changed")


def given_away(address: str) -> str:
    """What an address tells that it should not, in words that follow "the address"; empty where it tells nothing."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https", "ftp"):
        return ""
    if parts.password:
        return "contains a password"
    if _leads_home(host):
        return f"leads to '{host}', which only your own network knows"
    if _has_secret(parts):
        return "contains a key"
    return "opens the document for editing" if _EDITED.search(address) else ""


def _leads_home(host: str) -> bool:
    try:
        number = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", *_LOCAL))
    return number.is_private and not _is_documentation(host) or number.is_loopback or number.is_link_local


def _is_documentation(host: str) -> bool:
    """RFC 5737: addresses for examples, which lead to nobody."""
    return host.startswith(("192.0.2.", "198.51.100.", "203.0.113."))


def _has_secret(parts: SplitResult) -> bool:
    names = {name.lower() for name, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)) if value}
    return bool(names & _SECRETS) or any(together <= names for together in _SIGNED)
