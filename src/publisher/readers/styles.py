"""styles/ in, the book's own look out: bytes by file name, read by the theme. A theme of the book's own lies likewise."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from publisher.readers.paths import Located, TooLarge, read, resolve

NAMES = ("tokens.yaml", "base.css", "epub.css", "print.css", "screen.css")
LARGEST = 1_000_000  # bytes


def read_styles(folder: Path, within: str = "styles") -> Mapping[str, bytes]:
    """The files that a theme knows, by their names, in the folder ``within`` of the book's ``folder``."""
    found: dict[str, bytes] = {}
    for name in NAMES:
        located = resolve(folder, f"{within}/{name}")
        data = read(folder, located, limit=LARGEST) if isinstance(located, Located) else None
        if data is not None and not isinstance(data, TooLarge):
            found[name] = data
    return MappingProxyType(found)
