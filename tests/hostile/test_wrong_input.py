"""Wrong and hostile input: one finding at its place, exit status 1 or 2, no traceback; the editions in dist/ stay.

The report is written in any case, save where the manifest cannot be read: then nobody knows what book it would be of.
"""

import json
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sources import laid

MANIFEST = """\
book:
  title: A Book
  language: en-GB
  date: 2026-01-05
chapters:
  - chapters/01.md
figures:
  moon:
    image: images/moon.svg
    alt: The moon over a roof.
    caption: The moon
    credit: Drawn for this test
"""
CHAPTER = "# One\n\nText.\n\n![moon]\n"
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><circle cx="15" cy="10" r="8"/></svg>'


def png(width: int, height: int) -> bytes:
    """A PNG that says it is ``width`` by ``height`` pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@dataclass(frozen=True, kw_only=True)
class Case:
    """A book with one thing wrong, and the one finding that says so: ``place`` and ``code``."""

    code: str
    place: str
    manifest: str = MANIFEST
    chapter: bytes = CHAPTER.encode()
    files: dict[str, bytes] = field(default_factory=dict)
    status: int = 1


def with_chapter(text: str, **more: object) -> Callable[[str, str], Case]:
    return lambda code, place: Case(code=code, place=place, chapter=text.encode(), **more)  # type: ignore[arg-type]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

CASES = {
    "an unknown key": Case(
        code="MAN-02", place="book.yaml:2:3", manifest=MANIFEST.replace("  title", "  titel: x\n  title")
    ),
    "a missing chapter": Case(
        code="MAN-05", place="book.yaml:7:5", manifest=MANIFEST.replace("01.md\n", "01.md\n  - chapters/02.md\n")
    ),
    "a bad date": Case(code="MAN-09", place="book.yaml:4:9", manifest=MANIFEST.replace("2026-01-05", "2026-02-30")),
    "a python object": Case(
        code="MAN-01",
        place="book.yaml:2:10",
        manifest=MANIFEST.replace("A Book", "!!python/object/apply:os.system [id]"),
        status=2,
    ),
    "an alias bomb": Case(code="MAN-01", place="book.yaml:2:8", manifest=BOMB, status=2),
    "a chapter in Latin-1": Case(
        code="STR-12", place="chapters/01.md:3:4", chapter="# One\n\nCafé.\n\n![moon]\n".encode("latin-1")
    ),
    "an image that is a text file": Case(code="IMG-19", place="book.yaml:9:12", files={"images/moon.svg": b"hello\n"}),
    "a wild token": Case(
        code="MAN-09", place="styles/tokens.yaml:1:17", files={"styles/tokens.yaml": b"leading: {body: 0}\n"}
    ),
    "a theme from above": Case(code="SEC-03", place="book.yaml:13:8", manifest=f"{MANIFEST}theme: ../theme\n"),
    "an address of 2,400 letters as a QR code": Case(
        code="MAN-08",
        place="book.yaml:13:55",
        manifest=MANIFEST
        + "editions: {handout: {chapters: [chapters/01.md], url: https://example.org/"
        + "x" * 2400
        + "}}\n",
    ),
    "a script": with_chapter("# One\n\n<script>alert(1)</script>\n\n![moon]\n")("SEC-01", "chapters/01.md:3:1"),
    "the hosts file": with_chapter("# One\n\n![Hosts file](../../../etc/hosts)\n\n![moon]\n")(
        "SEC-03", "chapters/01.md:3:1"
    ),
    "a remote image": with_chapter("# One\n\n![A moon](https://example.org/m.png)\n\n![moon]\n")(
        "SEC-02", "chapters/01.md:3:1"
    ),
    "400 megapixels": Case(
        code="SEC-04",
        place="book.yaml:9:12",
        manifest=MANIFEST.replace("moon.svg", "moon.png"),
        files={"images/moon.png": png(20_000, 20_000)},
    ),
    "20,000 brackets": with_chapter("# One\n\n" + "[" * 20_000 + "\n\n![moon]\n")("SEC-04", "chapters/01.md:3:1"),
    "500 nested lists": with_chapter("# One\n\n" + "".join(" " * 4 * n + "- x\n" for n in range(500)) + "\n![moon]\n")(
        "SEC-04", ""
    ),
    "500 nested lists apart": with_chapter(
        "# One\n\n" + "".join(" " * 4 * n + "- x\n\n" for n in range(500)) + "\n![moon]\n"
    )("SEC-04", ""),
}


def test_a_pipe_is_no_manifest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "book.yaml")
    command = [sys.executable, "-m", "publisher", "-C", str(tmp_path), "check", "--format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 2 and done.stdout.startswith("book.yaml:1:1: error[MAN-01]: "), done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
def test_a_full_disk_behind_our_output_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "publisher", "explain", "IMG-01"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=900)
    assert (done.returncode, done.stderr) == (2, "Cannot go on: No space left on device.\n")


INTERRUPTED = """
import sys
from publisher.cli import main, schema
schema.json_schema = lambda: exec("raise KeyboardInterrupt")
sys.argv = ["publisher", "schema"]
main()
"""


def test_an_interruption_is_told_by_the_status() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "Interrupted: what stood there before is unchanged."


@pytest.mark.parametrize("name", CASES)
def test_one_finding_and_nothing_lost(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    files = {
        "images/moon.svg": MOON.encode(),
        **case.files,
        "book.yaml": case.manifest.encode(),
        "chapters/01.md": case.chapter,
    }
    if "images/moon.png" in files:
        del files["images/moon.svg"]
    laid(tmp_path, {**files, "dist/a-book.epub": b"old", "dist/a-book.pdf": b"old"})
    command = [sys.executable, "-m", "publisher", "-C", str(tmp_path), "build", "--format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert "Traceback" not in done.stderr
    assert done.returncode == case.status, done.stdout + done.stderr
    errors = re.findall(r"^(\S+): error\[([A-Z]+-\d+)\]", done.stdout, re.M)
    assert [code for _, code in errors] == [case.code], done.stdout
    assert errors[0][0] == case.place or not case.place
    left = {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()}
    reports = {name: left.pop(name) for name in ("report.html", "report.json") if name in left}
    assert left == {"a-book.epub": b"old", "a-book.pdf": b"old"}
    if case.code == "MAN-01":
        assert not reports
    else:
        told = json.loads(reports["report.json"])
        assert [each["code"] for each in told["findings"] if each["severity"] == "error"] == [case.code]
        assert told["files"] == []
