"""The names of pictures in an edition of several files."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType


def picture_names(paths: Iterable[str], taken: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, str]:
    """The name of each picture by its path in the book: of plain letters, and one picture's alone (EPUB 3.3 §4.2.2).

    The names in ``taken`` stand, and are given to no other.
    """
    names = dict(taken)
    for path in paths:
        stem = re.sub(r"[^a-z0-9._-]+", "-", PurePosixPath(path).stem.lower()).strip("-.") or "picture"
        suffix, number = PurePosixPath(path).suffix.lower(), 1
        name = f"images/{stem}{suffix}"
        while name in names.values():
            number += 1
            name = f"images/{stem}-{number}{suffix}"
        names[path] = name
    return names
