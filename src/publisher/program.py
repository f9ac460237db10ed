"""What turns sources into editions, as a key: another version of any part of it makes other files."""

import ctypes
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_OURS = frozenset({".py", ".css", ".html", ".xhtml", ".yaml", ".json", ".csl", ".svg", ".md"})
# What no package brings: a function of each library that names its version, and the names that the library goes by.
_NATIVE = {
    "pango_version_string": ("libpango-1.0.so.0", "libpango-1.0.0.dylib"),
    "hb_version_string": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "lou_version": ("liblouis.so.20", "liblouis.20.dylib"),
}


@cache
def program(faces: tuple[Path, ...]) -> str:
    """The same for the same program with the same ``faces``: by versions, and our own part of it by its text."""
    beside = {path.name for folder in sys.path if folder for path in Path(folder).glob("*.dist-info")}
    letters = (f"{face.name} {face.stat().st_size}" for face in faces)
    versions = (sys.version, zlib.ZLIB_RUNTIME_VERSION, *native(), *sorted(beside))
    said = (*versions, *letters, *_texts(Path(__file__).parent))
    return sha256("\n".join(said).encode()).hexdigest()


def native() -> tuple[str, ...]:
    """The versions of the libraries that lay out lines and make braille; of one that is not there, nothing."""
    return tuple(f"{function} {_version(function, names)}" for function, names in _NATIVE.items())


def _version(function: str, names: tuple[str, ...]) -> str:
    for name in names:
        try:
            asked = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        asked.restype = ctypes.c_char_p
        return str(asked().decode())
    return ""


def _texts(home: Path) -> Iterator[str]:
    ours = {
        path.relative_to(home).as_posix(): path for path in home.rglob("*") if path.suffix in _OURS and path.is_file()
    }
    return (f"{name} {sha256(ours[name].read_bytes()).hexdigest()}" for name in sorted(ours) if name[0] != ".")
