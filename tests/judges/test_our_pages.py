"""The pages that the program writes about a book are as accessible as the book."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sources import laid

from publisher.judges.judge import Verdict

ROOT = Path(__file__).parents[2]
# A fault of every sort that the report words differently: with and without help, a picture without words, a refusal.
FAULTY = """\
book: {title: "A book with <faults>", language: en-GB, date: 2026-01-05}
chapters: [chapters/01.md]
"""
CHAPTER = "# One\n\n### Three\n\n![](moon.svg)\n\nSee [here](gone.md).\n"
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><circle cx="1" cy="1" r="1"/></svg>'


@pytest.fixture(scope="module")
def pages(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("faulty")
    laid(folder, {"book.yaml": FAULTY, "chapters/01.md": CHAPTER, "chapters/moon.svg": MOON})
    program = [sys.executable, "-m", "publisher", "-C"]
    assert subprocess.run([*program, folder, "build"], capture_output=True, timeout=900).returncode == 1
    for name, place in (("ours", ROOT), ("faulty", folder)):
        subprocess.run([*program, place, "review", "--out", folder / f"{name}.html"], check=True, timeout=900)
    return built / "report.html", folder / "dist" / "report.html", folder / "ours.html", folder / "faulty.html"


def test_axe_has_nothing_against_our_pages(pages: tuple[Path, ...], ask: Callable[..., tuple[Verdict, ...]]) -> None:
    for verdict in ask("axe", *pages):
        assert (verdict.file, verdict.findings) == (verdict.file, ())
        assert verdict.passed
