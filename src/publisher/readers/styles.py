"""styles/ in, the book's own look out: bytes by file name, read by the theme. A theme of the book's
own lies likewise."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from publisher.model.faults import Fault, FaultKind
from publisher.readers.paths import Escaped, Located, Missing, TooLarge, read, resolve
from publisher.readers.svg.style import placed_faults
from publisher.source import Span

NAMES = ("tokens.yaml", "base.css", "epub.css", "print.css", "handout.css", "screen.css")
LARGEST = 1_000_000  # bytes
_HELP = "take it out: a book's sheets hold all that they need"


def read_styles(folder: Path, within: str = "styles") -> Mapping[str, bytes]:
    """The files that a theme knows, by their names, in the folder ``within`` of the book's ``folder``."""
    there = ((name, _found(folder, f"{within}/{name}")) for name in NAMES)
    return MappingProxyType({name: data for name, data in there if isinstance(data, bytes)})


def left_out(folder: Path, within: str = "styles") -> Iterator[Fault]:
    """The files of a look that are there and are not read: too large, or behind a link that leaves the book's folder.

    A link that is the whole folder is one fault.
    """
    for name in NAMES:
        at = Span(f"{within}/{name}")
        match _found(folder, at.file):
            case TooLarge(message=message):
                yield Fault(kind=FaultKind.OVERSIZE, span=at, message=message, help="reduce it")
            case Escaped(message=message):
                help = "move the file into the book's folder"
                yield Fault(kind=FaultKind.PATH_ESCAPE, span=at, message=message, help=help)
                if (folder / within).is_symlink():
                    return


def _found(folder: Path, path: str) -> bytes | TooLarge | Escaped | Missing:
    located = resolve(folder, path)
    return read(folder, located, limit=LARGEST) if isinstance(located, Located) else located


def sheet_faults(sheets: Mapping[str, bytes], within: str) -> Iterator[Fault]:
    """What the style sheets would fetch or run in a reading system, each at its line."""
    for name, data in sheets.items():
        path, css = f"{within}/{name}", data.decode("utf-8", "replace")
        for token, found in placed_faults(css, path) if name.endswith(".css") else ():
            place = Span(path, token.source_line, token.source_column)
            yield Fault(kind=found.kind, span=place, message=found.message, help=_HELP)
