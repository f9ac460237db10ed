"""Files that lie beside the chapters and pictures of a book and are in no edition."""

import os
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from publisher.model.faults import Fault, FaultKind
from publisher.source import Span

_FOLDERS = frozenset({"chapters", "images"})
_ENDINGS = frozenset({".md", ".markdown", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})
_ABOUT = frozenset(
    {"readme", "licence", "license", "changelog", "contributing"}
)  # about the files, and no part of the book
_MOST = 1000  # findings would help nobody beyond it


def orphans(folder: Path, used: Set[str]) -> Iterator[Fault]:
    """One fault for each text or picture beside those that are ``used`` (paths relative to ``folder``).

    Only the folders of chapters and pictures are looked into; hidden files are the author's own.
    """
    beside = _FOLDERS | {str(PurePosixPath(path).parent) for path in used}
    for path in sorted(path for place in sorted(beside - {"."}) for path in _files(folder, place))[:_MOST]:
        if path not in used:
            message = f"'{path}' is not in the book"
            yield Fault(
                kind=FaultKind.ORPHAN_FILE,
                span=Span(path),
                message=message,
                help="Name it in book.yaml, or move it out",
            )


def _files(folder: Path, place: str) -> Iterator[str]:
    try:
        inside = (folder / place).resolve().is_relative_to(folder.resolve())  # a link may lead out of the book
        entries = list(os.scandir(folder / place)) if inside else []
    except OSError:
        return
    for entry in entries:
        name = PurePosixPath(entry.name)
        known = name.suffix.lower() in _ENDINGS and name.stem.lower() not in _ABOUT and not entry.name.startswith(".")
        if known and entry.is_file(follow_symlinks=False):
            yield str(PurePosixPath(place) / name)
