"""What a command does not need it does not import: checking a book waits for no page engine and no template."""

import subprocess
import sys
from pathlib import Path

import pytest

from publisher.cli import COMMANDS
from publisher.editions import EDITIONS

ROOT = Path(__file__).parents[2]
HEAVY = {"weasyprint", "pydyf", "ebooklib", "jinja2", "PIL"}
PROGRAM = """
import sys
from publisher.cli import main
sys.argv = ["publisher", *{words!r}]
try:
    main()
except SystemExit:
    print("imported", *sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def imported(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(words=words)], cwd=ROOT, capture_output=True, text=True, timeout=900
    )
    [line] = [line for line in done.stdout.splitlines() if line.startswith("imported ")]
    return set(line.split()[1:])


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--format", "json"), ("explain", "IMG-01"), ("schema",), ("editions",)]
)
def test_a_light_command_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    assert imported(*words) & HEAVY == set()


def test_a_heavy_import_would_be_seen() -> None:
    assert {"jinja2", "PIL"} <= imported("build", "--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    module = __import__(f"publisher.cli.{name}", fromlist=["command"])
    assert module.command.name == name


@pytest.mark.parametrize("name", EDITIONS)
def test_every_edition_has_a_writer_and_needs_what_there_is(name: str) -> None:
    edition = EDITIONS[name]
    assert callable(__import__(edition.module, fromlist=["write"]).write)
    assert set(edition.needs) <= {*EDITIONS, "audio", "report"}
