"""The pages that the program writes about a book: on phones, in the dark, by keyboard, and from the
answers to a claim."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sources import laid

from publisher.examine import examine
from publisher.files import write as put
from publisher.judges import JUDGES, tools
from publisher.preview import preview

Met = tuple[Mapping[str, Any], ...]
PROGRAM = [sys.executable, "-m", "publisher", "-C"]
BOOK = {
    "book.yaml": """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: The moon over a roof., credit: Drawn here}
accessibility:
  contact: {email: books@example.org}
editions: {epub: {}, pdf: {page: A5}, web: {}}
""",
    "chapters/01.md": "# Tides\n\nThe moon pulls. A word that is_quite_long_and_has_no_place_to_break_in_it_anywhere_at_all.\n\n![moon]\n",
    "images/moon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><circle cx="1" cy="1" r="1"/></svg>',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("book")
    laid(made, BOOK)
    subprocess.run([*PROGRAM, made, "build"], check=True, capture_output=True, timeout=900)
    subprocess.run(
        [*PROGRAM, made, "review", "--out", made / "review.html"], check=True, capture_output=True, timeout=900
    )
    return made


@pytest.fixture(scope="module")
def met(visit: Callable[..., Met], folder: Path) -> Met:
    put({"preview.html": preview(examine(folder), folder, jobs=2).files["index.html"]}, folder)
    return visit(folder / "dist" / "report.html", folder / "review.html", folder / "preview.html")


def test_they_hold_in_every_way_of_looking(met: Met) -> None:
    assert [(answer["file"], answer["way"], answer["violations"]) for answer in met if answer["violations"]] == []
    assert [
        (answer["file"], answer["way"], answer["page"]) for answer in met if answer["page"] > answer["window"]
    ] == []
    assert {address.partition(":")[0] for answer in met for address in answer["asked"]} <= {"file", "data"}


def answered(page: Path, name: str) -> Mapping[str, Any]:
    """The page filled in by keyboard, every answer yes."""
    command = ("node", Path(__file__).with_name("answer.mjs"), tools.node_modules(), tools.chromium(), page, name)
    ending = tools.run(*command, folder=page.parent, seconds=120)
    assert ending.code == 0, ending.last_words
    told: Mapping[str, Any] = json.loads(ending.out)
    return told


def test_the_answers_of_the_keyboard_are_signed(met: Met, folder: Path) -> None:
    assert met and not JUDGES["axe"].missing()
    told = answered(folder / "review.html", "Kim Doe")
    assert told["unseen"] == []
    refused = subprocess.run(
        [*PROGRAM, folder, "sign", "--answers", told["address"].replace("check-3=yes", "check-3=no&check-3-note=Cell+2")],
        capture_output=True, text=True, timeout=900,
    )  # fmt: skip
    assert refused.returncode == 1
    assert "The headings of tables are the right ones. no: Cell 2" in refused.stderr
    sign = [*PROGRAM, folder, "sign", "--answers", told["address"]]
    done = subprocess.run(sign, capture_output=True, text=True, check=True, timeout=900)
    assert "by Kim Doe" in done.stdout
    (folder / "chapters" / "01.md").write_text(BOOK["chapters/01.md"] + "\nOne more paragraph.\n")
    stale = subprocess.run(sign, capture_output=True, text=True, timeout=900)
    assert stale.returncode == 1 and "other sources" in stale.stderr
