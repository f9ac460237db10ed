"""liblouis at work, in a process of its own: a fault of its tables takes nothing else down.

Run by its path, without the publisher's packages: it reads one request a line (JSON) on standard input and answers each
with one line. Names here are those of liblouis.h. Nothing is taken from LOUIS_TABLEPATH or the current folder: whoever
starts us sets neither.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Callable, Iterator

_NAME, _OTHERWISE = "liblouis.so.20", "louis"  # the second is asked for where the first is not there
_ENDINGS = ("", ".ctb", ".utb", ".tbl")  # contracted, uncontracted, and lists of tables
_OFF = 60000  # LOU_LOG_OFF
_UCBRL = 4 | 64  # dotsIO, ucBrl: cells are Unicode's, whatever the display table
_NO_UNDEFINED = 128  # a character that the table lacks gives nothing, not the number of its code point
_NOBODYS = "\ue5a7"  # a private character that no table knows
_SECONDS, _MEMORY = 300, 1 << 30


class _Liblouis:
    """The library, and the few of its functions that we call."""

    def __init__(self) -> None:
        self.library = _loaded()
        self.library.lou_version.restype = ctypes.c_char_p
        self.library.lou_listTables.restype = ctypes.POINTER(ctypes.c_char_p)
        self.library.lou_setLogLevel(_OFF)
        wide: type[ctypes.c_uint16] | type[ctypes.c_uint32] = ctypes.c_uint32
        self.wide = wide if self.library.lou_charSize() == ctypes.sizeof(wide) else ctypes.c_uint16

    def version(self) -> str:
        return str(self.library.lou_version().decode())

    def tables(self) -> list[str]:
        """The paths of the tables that say what they are for."""
        found = self.library.lou_listTables()
        paths: list[str] = []
        while found and found[len(paths)]:
            paths.append(found[len(paths)].decode())
        return paths

    def table(self, name: str) -> str:
        """The whole name of a table that stands there and is sound; empty where there is none."""
        whole = (f"{name}{ending}" for ending in _ENDINGS)
        return next((each for each in whole if "." in each and self.library.lou_checkTable(each.encode())), "")

    def translate(self, table: str, text: str, forms: list[int]) -> tuple[str, list[int]]:
        """The cells, and for each the index of the character that it came from."""
        return self._run(self.library.lou_translate, table, text, forms, _UCBRL)

    def lacks(self, table: str, characters: str) -> str:
        """Those of ``characters`` for which the table has no cells of six dots."""
        nothing = self._cells(table, _NOBODYS)
        return "".join(each for each in characters if not self._has(table, each, nothing))

    def _has(self, table: str, character: str, nothing: str) -> bool:
        """Some tables have one sign, or a blank, for all that they do not know; some know signs at words alone."""
        cells = self._cells(table, character)
        known = cells != nothing or character.isascii()
        return bool(cells) and known and any(map(_six, (cells, *self._beside(table, character))))

    def _beside(self, table: str, character: str) -> Iterator[str]:
        yield from (self._cells(table, text) for text in (f"{character}α", f"α{character}"))

    def _cells(self, table: str, character: str) -> str:
        return self._run(self.library.lou_translate, table, character, [], _UCBRL | _NO_UNDEFINED)[0]

    def back(self, table: str, cells: str) -> str:
        """The words that cells stand for."""
        return self._run(self.library.lou_backTranslate, f"unicode.dis,{table}", cells, [], 0)[0]

    def _run(
        self, function: Callable[..., int], table: str, text: str, forms: list[int], mode: int
    ) -> tuple[str, list[int]]:
        size = 16 * len(text) + 256
        read, room = ctypes.c_int(len(text)), ctypes.c_int(size)
        given = (self.wide * (len(text) + 1))(*map(ord, text))
        made, sources, targets = (self.wide * size)(), (ctypes.c_int * size)(), (ctypes.c_int * size)()
        marks = (ctypes.c_uint16 * size)(*forms) if any(forms) else None
        ends = (ctypes.byref(read), made, ctypes.byref(room))
        call = function(table.encode(), given, *ends, marks, None, targets, sources, None, mode)
        if not call or read.value != len(text):
            raise ValueError(f"liblouis gave up on {len(text)} characters with the table {table}")
        return "".join(map(chr, made[: room.value])), list(sources[: room.value])


def _six(cells: str) -> bool:
    return all(not "\u2840" <= cell <= "\u28ff" for cell in cells)


def _loaded() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(_NAME)
    except OSError:
        from ctypes.util import find_library  # it starts programs

        return ctypes.CDLL(find_library(_OTHERWISE) or f"lib{_OTHERWISE}.so")


def main() -> None:
    """Every request is answered: {"made": …}, or {"failed": "why"}. Without the library, nothing is."""
    for kind, limit in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (limit, limit))
    liblouis = _Liblouis()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = {"made": getattr(liblouis, name)(*arguments)}
        except ValueError as fault:
            answer = {"failed": str(fault)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
