"""The closed world of one folder: which file an author's path means. Nothing outside the folder is ever opened.

A path is the same on every machine: letter case and the form of Unicode count, also where the disk forgives them.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from publisher.model.names import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A readable regular file of the book; ``path`` is POSIX, relative to the book's folder, without ``..``."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Escaped:
    """A path that leaves the folder, or would on some machine; ``why`` says how."""

    written: str
    why: str

    @property
    def message(self) -> str:
        return f"'{_printable(self.written)}' leaves the book's folder: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A path inside the folder where no file can be read; ``near`` is the likeliest name there, ``why`` the reason."""

    written: str
    why: str = ""
    near: str = ""

    @property
    def message(self) -> str:
        found = f"found '{self.near}': {self.why}" if self.near else self.why
        return f"'{_printable(self.written)}' not found" + (f" ({found})" if found else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge:
    """A file of more bytes than its reader may hold; it was not read."""

    path: str
    size: int
    limit: int

    @property
    def message(self) -> str:
        return f"'{self.path}' is too large to process safely: {self.size:,} bytes; the limit is {self.limit:,}"


def resolve(folder: Path, written: str, *, beside: str = "") -> Located | Escaped | Missing:
    """The file that ``written`` means in the file ``beside`` (relative to ``folder``), or why there is none.

    It lies beside that file, or, where nothing lies there, in the book's folder (manuscript.md, "Paths").
    """
    if why := _foreign(written):
        return Escaped(written=written, why=why)
    places = tuple(dict.fromkeys(_places(written, beside)))
    if not places:
        return Escaped(written=written, why="'..' goes above it")
    found = [_look(folder, place, written) for place in places]
    return min(found, key=_promise)


def likely(folder: Path, missing: Missing) -> str:
    """The file of the book's folder that was probably meant by a path where none can be read; empty for no guess."""
    wanted = missing.written.rpartition("/")[2]
    known = [path for path in _all(folder) if path.rpartition(".")[2].lower() == wanted.rpartition(".")[2].lower()]
    named = [path for path in known if path.rpartition("/")[2] == wanted]
    return named[0] if len(named) == 1 else nearest(missing.written, known)


def _all(folder: Path) -> Iterator[str]:
    """The files of the folder and its folders, as far as anybody may mean them, in the same order everywhere."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each != "dist")
        for name in sorted(names):
            count += 1
            if count > _MOST_SEARCHED:
                return
            yield Path(place, name).relative_to(folder).as_posix()


def read(folder: Path, located: Located, *, limit: int) -> bytes | TooLarge:
    """The bytes of a file that ``resolve`` found, at most ``limit``. Raises OSError where it has gone since."""
    real = _real(folder, located.path)
    if real is None:
        raise FileNotFoundError(located.path)
    # No link is followed a second time, and a pipe put there meanwhile cannot make us wait (POSIX open).
    handle = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise FileNotFoundError(located.path)
        data = b"" if state.st_size > limit else stream.read(limit + 1)
    size = max(state.st_size, len(data))
    return data if size <= limit else TooLarge(path=located.path, size=size, limit=limit)


_MOST_SEARCHED = 5000  # files: a guess may not take long
# EPUB 3.3 §4.2.3 forbids the same signs in a container's names; Windows keeps the device names in every folder.
_FOREIGN = (
    (re.compile(r"[\x00-\x1f\x7f]"), "it holds a control character"),
    (re.compile(r"file:", re.I), "it is a file: address"),
    (re.compile(r"[a-z]:(?!//)", re.I), "it names a drive"),
    (re.compile(r"[a-z][a-z0-9+.-]*:", re.I), "it is an address"),
    (re.compile(r".*\\"), "it holds a backslash: write '/'"),
    (re.compile(r"/"), "it starts at the root of the machine"),
    (re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.[^/]*)?(?:/|$)", re.I), "it names a device on Windows"),
)


def _foreign(written: str) -> str:
    """What makes a path mean something outside the folder before any disk is asked, or an empty string."""
    if re.search(_FOREIGN[0][0], written):
        return _FOREIGN[0][1]
    return next((why for pattern, why in _FOREIGN if pattern.match(written)), "")


def _places(written: str, beside: str) -> Iterator[tuple[str, ...]]:
    """The parts of each path inside the folder that ``written`` may mean, the nearest first."""
    for start in (beside.split("/")[:-1], []):
        parts: list[str] = []
        for part in start + written.split("/"):
            if part == ".." and not parts:
                break
            if part == "..":
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        else:
            yield tuple(parts)


def _look(folder: Path, parts: tuple[str, ...], written: str) -> Located | Escaped | Missing:
    path = ""
    for part in parts:
        real = _real(folder, path)
        if real is None:
            return Escaped(written=written, why="a link on the way points outside")
        names = _names(real)
        if part not in names:
            why, near = _nearest(part, names)
            return Missing(written=written, why=why, near=near)
        path = f"{path}/{part}" if path else part
    return _opened(folder, path, written)


def _opened(folder: Path, path: str, written: str) -> Located | Escaped | Missing:
    real = _real(folder, path)
    if real is None:
        return Escaped(written=written, why="it is a link that points outside")
    try:
        mode = os.stat(real).st_mode
    except OSError:
        return Missing(written=written, why="it is a link to nothing")
    if stat.S_ISDIR(mode):
        return Missing(written=written, why="it is a folder")
    if not stat.S_ISREG(mode):
        return Escaped(written=written, why="it is a device or a pipe, not a file")
    return Located(path=path) if os.access(real, os.R_OK) else Missing(written=written, why="it may not be read")


def _real(folder: Path, path: str) -> str | None:
    """Where ``path`` lies when every link is followed, or None where that is outside the folder."""
    home = os.path.realpath(folder)
    real = os.path.realpath(os.path.join(home, path))
    return real if real == home or real.startswith(os.path.join(home, "")) else None


def _names(real: str) -> tuple[str, ...]:
    """What lies in a folder, in the same order everywhere; nothing where it is no folder."""
    try:
        return tuple(sorted(os.listdir(real)))
    except OSError:
        return ()


def _nearest(part: str, names: tuple[str, ...]) -> tuple[str, str]:
    """Why ``part`` is none of ``names``, and the one that was probably meant."""
    whole = unicodedata.normalize("NFC", part)
    names = tuple(name for name in names if _printable(name) == name)
    for name in names:
        if unicodedata.normalize("NFC", name) == whole:
            return "the same letters in another form of Unicode", name
    for name in names:
        if unicodedata.normalize("NFC", name).casefold() == whole.casefold():
            return "letter case differs", name
    return next((("a name like it", name) for name in get_close_matches(part, names, n=1, cutoff=0.75)), ("", ""))


def _printable(written: str) -> str:
    """The path as it can be shown: no control character reaches a terminal, no lone surrogate a report."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in written[:200])


def _promise(found: Located | Escaped | Missing) -> int:
    """How much of an answer it is: a file, then a leak, then a near name, then nothing."""
    match found:
        case Located():
            return 0
        case Escaped():
            return 1
        case Missing():
            return 2 if found.near or found.why else 3
