"""What the whole pack of our own book costs from nothing, beside the page engine alone on the same words.

Not part of `make test`: `make bench`.
"""

import os
import shutil
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 25, 600  # on two cores; the second is of the largest process


def run(*command: str | Path) -> tuple[float, float]:
    """Seconds on the clock, and the megabytes of the largest process of a command and its children."""
    start = perf_counter()
    words = list(map(str, command))
    child = os.posix_spawn(words[0], words, os.environ)
    _, status, used = os.wait4(child, 0)
    assert status == 0, words
    return perf_counter() - start, used.ru_maxrss / 1024


def test_the_pack_of_our_own_book(tmp_path: Path) -> None:
    book = tmp_path / "book"
    ignored = shutil.ignore_patterns(".*", "dist", "src", "tests", "docs")
    shutil.copytree(ROOT, book, ignore=ignored)
    publisher = (sys.executable, "-m", "publisher", "-C", book, "build", "--jobs", "2")
    seconds, megabytes = run(*publisher, "pack")
    again, _ = run(*publisher, "pack")
    assert (book / "dist/allies-pack.zip").stat().st_size > 100_000
    run(*publisher, "web")
    theirs, _ = run(sys.executable, "-m", "weasyprint", book / "dist/allies-web.html", tmp_path / "theirs.pdf")
    print(
        f"\npack {seconds:.1f} s, {megabytes:.0f} MB; unchanged {again:.1f} s; one page in the engine alone {theirs:.1f} s:"
    )
    print(f"{seconds / theirs:.1f} of it")
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert again <= seconds / 2
