"""What an address is, as a browser reads it (URL Standard §4.4: tabs and line ends in it count for nothing)."""

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
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
