"""The pages of this folder, run: commands as a person types them, with all that they see, and the exit status.

````
```file name=path    a file of the folder that the commands are run in
```console           `$ publisher …`, then what both streams say, then `[exit 1]` where the status is not 0
````
In what is expected, `…` stands for any characters, and alone on a line for any lines. Seconds are written `0.0 s`.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from publisher.cli import COMMANDS

PAGES = sorted(Path(__file__).parent.glob("*.md"))
BLOCK = re.compile(r"^```(?P<kind>file|console)(?: name=(?P<name>\S+))?\n(?P<text>.*?)^```$", re.M | re.S)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One command with what it shows."""

    command: str
    expected: str


def calls(page: str) -> Iterator[Call]:
    for block in BLOCK.finditer(page):
        if block["kind"] == "console":
            for call in re.split(r"^\$ ", block["text"], flags=re.M)[1:]:
                command, _, expected = call.partition("\n")
                yield Call(command=command, expected=expected)


def seen(call: Call, folder: Path) -> str:
    """What the command shows, and its status where it is not 0."""
    words = shlex.split(call.command)
    given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    program, *arguments = [word for word in words if not re.match(r"[A-Z_]+=", word)]
    assert program == "publisher"
    done = subprocess.run(
        [sys.executable, "-m", "publisher", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", **given},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )
    status = f"[exit {done.returncode}]\n" if done.returncode else ""
    return re.sub(r" +\d+\.\d s", " 0.0 s", done.stdout) + status


def pattern(expected: str) -> str:
    rows = ("(?:.*\n)*" if row == "…" else re.escape(row).replace("…", ".*") + "\n" for row in expected.splitlines())
    return "".join(rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_transcript_is_what_happens(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        if block["kind"] == "file":
            (tmp_path / block["name"]).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block["name"]).write_text(block["text"], encoding="utf-8")
    for call in calls(text):
        told = seen(call, tmp_path)
        assert re.fullmatch(pattern(call.expected), told), f"$ {call.command}\n{told}"
        # A screen reader says every sign of a box, and every frame of a spinner.
        assert not re.search(r"[\u2500-\u257f\u2800-\u28ff\x1b\r\b]", told)


def test_every_command_has_a_transcript() -> None:
    typed = {
        word for page in PAGES for call in calls(page.read_text(encoding="utf-8")) for word in call.command.split()
    }
    assert set(COMMANDS) - typed == set()
