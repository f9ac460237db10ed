"""What we start ends with us, however we end."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publisher.braille.liblouis import liblouis
from publisher.diagnostics import RenderingFailed
from publisher.judges.tools import run
from publisher.paper.engine import render
from publisher.tethered import tethered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a program that its parent has gone")

# It says that it runs, and would say that it still does; whoever holds the other end hears both, or its end.
CHILD = "import os, sys, time; out = int(sys.argv[1]); os.write(out, b'runs;'); time.sleep(60); os.write(out, b'still')"
ID = "import os; print(os.getpid())"
PARENT = """
import subprocess, sys
from publisher.tethered import tethered
out = int(sys.argv[2])
subprocess.run(tethered(sys.executable, "-c", sys.argv[1], sys.argv[2]), pass_fds=[out])
"""


def test_a_program_ends_when_whoever_started_it_is_killed() -> None:
    reading, writing = os.pipe()
    with subprocess.Popen((sys.executable, "-c", PARENT, CHILD, str(writing)), pass_fds=[writing]) as parent:
        os.close(writing)
        assert os.read(reading, 5) == b"runs;"
        parent.kill()
    assert os.read(reading, 5) == b""  # its end: nobody holds the other one any more
    os.close(reading)


def test_a_program_whose_parent_has_gone_before_it_could_ask_does_not_start() -> None:
    *command, parent, sign, program = tethered("/bin/true")
    asked = (*command, "1", sign, "/bin/false")
    assert (parent, program) == (str(os.getpid()), "/bin/true")
    assert subprocess.run(asked).returncode == 0


def test_it_is_the_same_process_with_the_answers_to_signals_that_it_would_have() -> None:
    with subprocess.Popen(tethered(sys.executable, "-c", ID), stdout=subprocess.PIPE, text=True) as process:
        assert process.communicate()[0].strip() == str(process.pid)
    ignored = "grep SigIgn /proc/self/status"
    plain, ours = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for command in (("sh", "-c", ignored), tethered("sh", "-c", ignored))
    )
    assert ours == plain


def test_how_it_ends_is_told() -> None:
    assert subprocess.run(tethered("sh", "-c", "exit 3")).returncode == 3
    assert subprocess.run(tethered("sh", "-c", "kill -XCPU $$")).returncode == -signal.SIGXCPU


def tied(command: Any) -> bool:
    return tuple(command[:4]) == tethered("any")[:4]


def test_the_engine_is_tied_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []

    def run(command: object, **how: object) -> None:
        started.append(tied(command))
        raise subprocess.TimeoutExpired("", 1)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(RenderingFailed):
        render("", stylesheet="", resources={})
    assert started == [True]


def test_liblouis_is_tied_to_us() -> None:
    with liblouis() as louis:
        assert tied(louis.process.args)


def test_a_judge_is_tied_to_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []

    def communicate(process: "subprocess.Popen[str]", timeout: float) -> tuple[str, str]:
        started.append(tied(process.args))
        return "", ""

    monkeypatch.setattr(subprocess.Popen, "communicate", communicate)
    run("true", folder=tmp_path, seconds=300)
    assert started == [True]
