"""The file book.yaml of a folder, or why there is none to be read."""

import os
from pathlib import Path

from publisher.diagnostics import ManifestUnreadable
from publisher.readers.paths import Escaped, Missing, TooLarge, read, resolve
from publisher.readers.yaml import MANIFEST_UNREADABLE, START_OVER
from publisher.source import Span

MANIFEST = "book.yaml"
LARGEST_TEXT = 8_000_000  # bytes: some 1.3 million words


def manifest_bytes(folder: Path) -> bytes:
    """What stands in the manifest of the book in ``folder``. Raises ManifestUnreadable (MAN-01)."""
    located = resolve(folder, MANIFEST)
    if isinstance(located, Escaped | Missing):
        message, help = _no_manifest(folder, located)
        raise ManifestUnreadable(MANIFEST_UNREADABLE.found(Span(MANIFEST), message, help=help))
    found = read(folder, located, limit=LARGEST_TEXT)
    if isinstance(found, TooLarge):
        raise ManifestUnreadable(MANIFEST_UNREADABLE.found(Span(MANIFEST), found.message, help="make it shorter"))
    return found


def _no_manifest(folder: Path, located: Escaped | Missing) -> tuple[str, str]:
    """Why there is nothing to read, and what to do."""
    none = f"There is no {MANIFEST} in '{folder}'"
    if isinstance(located, Missing) and located.near:
        why = f"{none}, only '{located.near}' ({located.why})"
        return why, f"rename it to {MANIFEST}, or name another folder with -C"
    if located.why or not os.access(folder, os.R_OK | os.X_OK):
        why = f"The {MANIFEST} in '{folder}' cannot be read: {located.why or 'the folder may not be read'}"
        return why, f"put a file that can be read there: {START_OVER}"
    return none, f"run publisher in the book's folder, or name it with -C; {START_OVER}"
