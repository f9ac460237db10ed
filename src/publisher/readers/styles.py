"""styles/ in, the book's own look out: bytes by file name, read by the theme. A theme of the book's
own lies likewise."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from publisher.model.faults import Fault
from publisher.readers.paths import Located, TooLarge, read, resolve
from publisher.readers.svg.style import placed_faults
from publisher.source import Span

NAMES = ("tokens.yaml", "base.css", "epub.css", "print.css", "handout.css", "screen.css")
LARGEST = 1_000_000  # bytes
_HELP = "take it out: a book's sheets hold all that they need"


def read_styles(folder: Path, within: str = "styles") -> Mapping[str, bytes]:
    """The files that a theme knows, by their names, in the folder ``within`` of the book's ``folder``."""
    found: dict[str, bytes] = {}
    for name in NAMES:
        located = resolve(folder, f"{within}/{name}")
        data = read(folder, located, limit=LARGEST) if isinstance(located, Located) else None
        if data is not None and not isinstance(data, TooLarge):
            found[name] = data
    return MappingProxyType(found)


def sheet_faults(sheets: Mapping[str, bytes], within: str) -> Iterator[Fault]:
    """What the style sheets would fetch or run in a reading system, each at its line."""
    for name, data in sheets.items():
        path, css = f"{within}/{name}", data.decode("utf-8", "replace")
        for token, found in placed_faults(css, path) if name.endswith(".css") else ():
            place = Span(path, token.source_line, token.source_column)
            yield Fault(kind=found.kind, span=place, message=found.message, help=_HELP)
