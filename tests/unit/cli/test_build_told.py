"""What a build puts down does not hang on whether anybody reads what it says."""

import os
import subprocess
import sys
from pathlib import Path

from sources import laid

BOOK = {
    "book.yaml": "book: {title: T, slug: t, language: en-GB, date: 2026-01-05}\nchapters: [a.md]\neditions: {text: {}}\n",
    "a.md": "# One\n\nWords.\n",
}


def test_a_reader_that_has_had_enough_loses_no_file(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "publisher", "-C", str(laid(tmp_path, BOOK)), "build"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, timeout=600)
    os.close(write)
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == ["report.html", "report.json", "t.txt"]
