"""What an address is, as a browser reads it (URL Standard §4.4: tabs and line ends in it count for nothing)."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.source import Span

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
RUNS = frozenset({"javascript:", "vbscript:"})  # schemes that are programs, and no addresses
_WINDOWS = re.compile(r"[a-z]:(?:[\\/]|[^/]*\\)|\\\\", re.IGNORECASE)


def scheme(address: str) -> str:
    """The scheme in lower case with its colon ("https:"), "//" where only the host is named, else an empty string."""
    plain = re.sub(r"[\t\n\r]", "", address).lstrip("".join(map(chr, range(33))))
    found = _SCHEME.match(plain)
    return found[0].lower() if found else "//" if plain.startswith("//") else ""


def is_windows_path(address: str) -> bool:
    """Whether the address names a drive or a server as Windows does."""
    return bool(_WINDOWS.match(address.strip()))


def is_outside(address: str) -> bool:
    """Whether the address leads out of the book, or tries to."""
    return bool(scheme(address)) or is_windows_path(address)


def leaves_the_book(link: Link) -> bool:
    """Whether a link names a path that does not lie in the book's folder."""
    path = unquote(link.href).partition("#")[0]
    inside = normpath(join(dirname(link.span.file), path))
    return not is_outside(link.href) and (path.startswith("/") or inside.split("/")[0] == "..")


def addresses(book: Book) -> Iterator[tuple[str, Span]]:
    """Every address that becomes a link, with its place."""
    manifest = book.manifest
    for link in book.every(Link):
        yield link.href, link.span
    for key, figure in manifest.figures.items():
        yield figure.source.url, manifest.place(f"figures.{key}.source.url").value
    for reference in manifest.references:
        for name, address in (("URL", reference.url), ("archived", reference.archived)):
            place = manifest.places.get(f"references.{reference.key}.{name}")
            yield address, place.value if place else reference.span
    yield manifest.book.publisher.url, manifest.place("book.publisher.url").value
