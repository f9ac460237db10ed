"""The files of a book, laid out as its author has them."""

from collections.abc import Mapping
from pathlib import Path


def laid(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """``folder``, with ``files`` in it by their paths."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder
