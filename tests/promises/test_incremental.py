"""Promise 10, incremental and identical: what was touched is not changed, and what is changed comes
out as if made anew.

Forty chapters, five outputs; one of them holds a single chapter.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

CHAPTERS = 40
OUTPUTS = ("epub", "handout", "pdf", "text", "web")
MANIFEST = """\
book: {{title: Forty, language: en-GB, slug: forty, date: 2026-01-05, publisher: {{name: A small press}}}}
chapters:
{chapters}
editions:
  epub: {{}}
  pdf: {{page: A5}}
  web: {{}}
  text: {{}}
  handout: {{title: The last of forty, chapters: [chapters/39.md]}}
accessibility: {{contact: {{email: forty@example.org}}}}
"""


def book(folder: Path, *, changed: bool = False, manifest: str = MANIFEST) -> Path:
    (folder / "chapters").mkdir(parents=True)
    names = [f"chapters/{number:02}.md" for number in range(CHAPTERS)]
    (folder / "book.yaml").write_text(manifest.format(chapters="\n".join(f"  - {name}" for name in names)))
    for number, name in enumerate(names):
        (folder / name).write_text(chapter(number))
    if changed:
        change(folder)
    return folder


def chapter(number: int) -> str:
    """A chapter with a note; the last leads to the first."""
    leads = " See @sec-of-0." if number == CHAPTERS - 1 else ""
    return f"# Chapter {number} {{#sec-of-{number}}}\n\nBoat {number} lies at the quay.[^1]{leads}\n\n[^1]: As boat {number} does.\n"


def change(folder: Path) -> None:
    """One word of one chapter, for another that is as long."""
    path = folder / "chapters/07.md"
    path.write_text(path.read_text().replace("Boat 7 lies", "Boat 7 lay "))


def built(folder: Path, **environment: str) -> Mapping[str, str]:
    """Runs the command; what it says of each edition."""
    command = [sys.executable, "-m", "publisher", "-C", str(folder), "build"]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return dict(re.findall(r"^(\S+) +\d+\.\d s  (.+)$", done.stderr, re.M))


def sums(folder: Path) -> Mapping[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def times(folder: Path) -> Mapping[str, tuple[int, int]]:
    """When each file was written, and which it is on the disk."""
    states = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {str(path): (state.st_mtime_ns, state.st_ino) for path, state in states.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, built once in one place."""
    made = book(tmp_path_factory.mktemp("one") / "book")
    assert built(made, TZ="Pacific/Auckland", PYTHONHASHSEED="1") == dict.fromkeys(OUTPUTS, "made")
    return made


def test_incremental_and_identical(folder: Path, tmp_path: Path) -> None:
    before = times(folder / "dist")
    for path in folder.rglob("*"):
        if "dist" not in path.parts and ".publisher" not in path.parts:
            os.utime(path)
    assert built(folder) == dict.fromkeys(OUTPUTS, "unchanged")
    assert times(folder / "dist") == before

    change(folder)
    assert built(folder) == {**dict.fromkeys(OUTPUTS, "made"), "handout": "unchanged"}
    after = times(folder / "dist")
    kept = {Path(path).name for path in before if after[path] == before[path]}
    assert {"forty-handout.pdf", "forty-handout-large-print.pdf", "chapter-08.html", "style.css"} < kept
    written = {Path(path).name for path in before if after[path] != before[path]}
    of_the_word = {
        "forty.epub",
        "forty.pdf",
        "forty.txt",
        "forty-web.html",
        "chapter-07.html",
        "report.html",
        "report.json",
    }
    assert written - {"index.html"} == of_the_word  # the first page names sizes

    clean = book(tmp_path / "elsewhere" / "a book", changed=True)
    built(clean, TZ="America/Lima", PYTHONHASHSEED="77")
    assert sums(clean / "dist") == sums(folder / "dist")


def test_a_cache_that_somebody_has_filled_says_nothing(tmp_path: Path) -> None:
    """Whatever lies in it: damaged, no data at all, a folder; the files are those of a clean build."""
    small = book(tmp_path / "book", manifest=re.sub(" *(pdf|handout): .*\n", "", MANIFEST))
    built(small)
    right, kept = sums(small / "dist"), small / ".publisher"
    for number, path in enumerate(sorted(kept.iterdir())):
        data = path.read_bytes()
        path.write_bytes([data[:-1], b"", data + b"x", b"\x80\x04\x95 no pickle"][number % 4])
    (kept / "text-edition").unlink()
    (kept / "text-edition").mkdir()
    assert built(small) == dict.fromkeys(("epub", "text", "web"), "made")
    assert sums(small / "dist") == right
