"""A program runs in its own folder, with little of our environment, for a limited time, and is gone afterwards."""

import os
import subprocess
from pathlib import Path
from typing import BinaryIO

import pytest

from publisher.judges import tools


def test_home_is_named_or_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_JUDGES", "/here")
    assert tools.home() == Path("/here")
    monkeypatch.delenv("PUBLISHER_JUDGES")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert tools.home() == Path("/cache/publisher/judges")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/somebody")
    assert tools.home() == Path("/somebody/.cache/publisher/judges")


def test_what_is_missing_names_the_command_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PUBLISHER_JUDGES", str(tmp_path))
    assert tools.no_program("javac", "apt-get x") == "no javac on the path; to install it: apt-get x"
    assert tools.no_file(tmp_path / "a.jar", "pip install a") == "no a.jar; to install it: pip install a"
    assert tools.no_node_package("axe-core", "4.14.1").endswith(f"--prefix {tmp_path}/npm axe-core@4.14.1")
    (tmp_path / "npm" / "node_modules" / "axe-core").mkdir(parents=True)
    assert tools.no_node_package("axe-core", "4.14.1") == ""


def test_a_package_that_is_not_installed_gives_a_path_that_is_not_there() -> None:
    assert not tools.in_package("no_such_package", "x.jar").exists()
    assert tools.in_package("publisher", "py.typed").exists()


def test_a_program_sees_its_folder_and_no_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "token")
    ending = tools.run("env", folder=tmp_path, seconds=300, environment={"MORE": "1"})
    seen = dict(line.split("=", 1) for line in ending.out.splitlines())
    assert ending.code == 0
    assert (seen["HOME"], seen["TMPDIR"], seen["MORE"]) == (str(tmp_path), str(tmp_path), "1")
    assert seen["https_proxy"] == tools.NOWHERE
    assert "SECRET" not in seen


def test_last_words_are_the_last_line_of_the_complaint(tmp_path: Path) -> None:
    program = "echo out; echo first >&2; printf '\\033[31mlast\\033[39m\\n' >&2; exit 3"
    ending = tools.run("sh", "-c", program, folder=tmp_path, seconds=300)
    assert ending.last_words == "exit 3: last"


def test_a_program_that_cannot_start_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        tools.run("no-such-program", folder=tmp_path, seconds=300)


def test_a_program_is_ended_with_its_children_when_its_time_is_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "child")  # open as long as the child runs
    hearing: list[BinaryIO] = []

    def out_of_time(process: "subprocess.Popen[str]", timeout: float) -> None:
        hearing.append((tmp_path / "child").open("rb"))  # waits until the child runs
        raise subprocess.TimeoutExpired(process.args, timeout)

    monkeypatch.setattr(subprocess.Popen, "communicate", out_of_time)
    with pytest.raises(TimeoutError, match="within 7 seconds"):
        tools.run("sh", "-c", "(sleep 60; echo still) > child & wait", folder=tmp_path, seconds=7)
    assert hearing[0].read() == b""
    hearing[0].close()
