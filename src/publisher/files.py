"""A tree of files in memory, put on disk whole or not at all. The only module that writes to a disk."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EISDIR
from glob import escape
from os import strerror
from pathlib import Path
from stat import S_ISREG
from threading import Lock
from types import MappingProxyType

_ONE_AT_A_TIME = Lock()  # the folder beside is named after the process


@dataclass(frozen=True, slots=True)
class Files(Mapping[str, bytes]):
    """File contents by POSIX path, relative to a folder that is chosen only when they are written.

    ``sources`` is the digest of what they were made from, empty where nobody knows.
    """

    contents: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    sources: str = ""

    def __getitem__(self, path: str) -> bytes:
        return self.contents[path]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.contents))

    def __len__(self) -> int:
        return len(self.contents)


@dataclass(frozen=True, slots=True)
class Cache:
    """What was made before, one thing by each name. Whoever deletes ``folder``, at any time, loses nothing but time."""

    folder: Path

    def found(self, name: str, key: str) -> bytes | None:
        """What was kept by ``name`` and made from the same as ``key`` says; None where it is not
        there, or is damaged."""
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            return None
        size = hashlib.sha256().digest_size
        return kept[size:] if kept[:size] == _sum(key, kept[size:]) else None

    def keep(self, name: str, key: str, data: bytes) -> None:
        """``data`` is found by ``name`` from now on, where the folder can be written."""
        with suppress(OSError):
            write({name: _sum(key, data) + data}, self.folder)


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + data).digest()


def write(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Every file stands complete in ``folder``, in the order of their names; what stood there before stays until then.

    All are written and synced in a folder beside it (in it, where it is a disk of its own) before the first is renamed
    (POSIX rename is atomic), so that an interruption at any moment leaves the old file or the new one, and nothing
    else. What stands there already, byte for byte, is not touched. Raises OSError.
    """
    with _ONE_AT_A_TIME:
        _put(
            {name: data for name, data in files.items() if not _stands(folder / name, data)},
            Path(os.path.realpath(folder)),
        )
    return tuple(folder / name for name in sorted(files))


def _put(files: Mapping[str, bytes], folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_away(folder)
    unfinished = _unfinished(folder, os.getpid())
    try:
        for name in sorted(files):
            _write_synced(unfinished / name, files[name])
        for name in sorted(files):
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), str(folder / name))
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        for name in sorted(files):
            (unfinished / name).replace(folder / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _stands(path: Path, data: bytes) -> bool:
    """Whether a file, and no link to one, holds just these bytes."""
    try:
        state = path.lstat()
        return S_ISREG(state.st_mode) and state.st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _unfinished(folder: Path, process: int) -> Path:
    return _on_one_disk(folder) / f".{folder.name}-unfinished-{process}"


def _on_one_disk(folder: Path) -> Path:
    """From where files can be renamed into ``folder``: beside it, or in it where it is a disk of its own."""
    apart = folder.is_dir() and folder.stat().st_dev != folder.parent.stat().st_dev
    return folder if apart else folder.parent


def _clear_away(folder: Path) -> None:
    """Remove what builds that were killed have left of ``folder``."""
    for left in _on_one_disk(folder).glob(f".{escape(folder.name)}-unfinished-*"):
        process = left.name.rpartition("-")[2]
        if process.isdecimal() and not _runs(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def _write_synced(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
