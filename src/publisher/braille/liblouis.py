"""liblouis from outside: a process is started, asked, and gone again at the end."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from publisher.diagnostics import BrailleFailed, ToolMissing
from publisher.tethered import tethered

INSTALL = "apt-get install liblouis20 liblouis-data"
_CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Liblouis:
    """A liblouis that answers. Every question may raise BrailleFailed; the same one is asked once."""

    process: "subprocess.Popen[str]"
    answers: dict[str, Any] = field(default_factory=dict)

    def version(self) -> str:
        """The version of the library."""
        return str(self._ask("version"))

    def table(self, name: str) -> str:
        """The file name of the table ``name`` (with or without its ending), or nothing where there is no such table."""
        return str(self._ask("table", name))

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that people choose from."""
        return tuple(sorted({Path(path).stem for path in self._ask("tables")}))

    def cells(self, text: str, table: str, forms: Sequence[int] = ()) -> tuple[str, tuple[int, ...]]:
        """``text`` in Unicode braille, and for each cell the index of its character.

        ``forms`` are liblouis's bits of emphasis, one number a character: 1 italic, 2 underlined, 4 bold.
        """
        made, sources = self._ask("translate", table, text, list(forms))
        return "".join(cell if "\u2800" <= cell <= "\u28ff" else "\u2800" for cell in made), tuple(sources)

    def words(self, cells: str, table: str) -> str:
        """The words that Unicode braille stands for, as well as a table read backwards knows them."""
        return str(self._ask("back", table, cells))

    def lacks(self, table: str, characters: str) -> frozenset[str]:
        """Those of ``characters`` that the table has no cells for."""
        return frozenset(self._ask("lacks", table, characters))

    def _ask(self, *request: object) -> Any:
        line = json.dumps(request)
        if line not in self.answers:
            self.answers[line] = self._answer(line)
        return self.answers[line]

    def _answer(self, line: str) -> Any:
        assert self.process.stdin and self.process.stdout
        try:
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()
            answered = self.process.stdout.readline()
        except BrokenPipeError:
            answered = ""
        if not answered:
            raise BrailleFailed(f"liblouis ended without an answer (status {self.process.wait()})")
        answer = json.loads(answered)
        if "failed" in answer:
            raise BrailleFailed(answer["failed"])
        return answer["made"]


@contextmanager
def liblouis() -> Iterator[Liblouis]:
    """A liblouis for as long as it is needed. Raises ToolMissing where this machine has none."""
    # -I and no environment: no table is taken from LOUIS_TABLEPATH, nor from the folder that we happen to stand in.
    # -S: nobody asks where the user's own packages are, which opens a socket (nscd).
    command = tethered(sys.executable, "-I", "-S", "-X", "utf8", str(_CHILD))
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd="/", env={"PATH": ""}, encoding="utf-8"
    ) as process:
        assert process.stdin
        try:
            yield _started(process)
        finally:
            process.kill()
            # What a dead process was not told stays in the buffer, and closing would try to say it once more.
            with suppress(BrokenPipeError):
                process.stdin.close()


def _started(process: "subprocess.Popen[str]") -> Liblouis:
    louis = Liblouis(process=process)
    try:
        louis.version()
    except BrailleFailed as gone:
        raise ToolMissing(f"there is no liblouis, which makes braille; to install it: {INSTALL}") from gone
    return louis


def missing() -> str:
    """What braille lacks on this machine, and the command that installs it; nothing where it can be made."""
    try:
        with liblouis() as louis:
            found = louis.table("en-ueb-g2")
    except ToolMissing as fault:
        return str(fault)
    return "" if found else f"liblouis has no table en-ueb-g2; to install its tables: {INSTALL}"
