"""Our tags change nothing that anybody sees: the pages are those that the engine paints without
them, pixel for pixel."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import specimen
from PIL import Image, ImageChops

from publisher.paper import child, tags
from publisher.paper.engine import Job, Limits, Rendering
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load


@contextmanager
def _untouched(*_: object) -> Iterator[None]:
    yield


def painted(pdf: bytes, folder: Path) -> list[Image.Image]:
    folder.mkdir()
    (folder / "book.pdf").write_bytes(pdf)
    subprocess.run(("pdftoppm", "-r", "72", "-png", "book.pdf", "page"), cwd=folder, check=True, timeout=900)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("page*.png"))]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm paints the pages: install poppler-utils")
def test_pages_are_the_same_with_and_without_our_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = load("plain")
    look = theme.css("print") + page_rules(theme, "A5", "12pt")
    job = Job(html=specimen.book(rows=40), stylesheet=look, resources=specimen.RESOURCES, limits=Limits())
    ours = child._rendered(job)
    monkeypatch.setattr(tags, "tagging", _untouched)
    theirs = child._rendered(job)
    assert isinstance(ours, Rendering) and isinstance(theirs, Rendering)
    assert ours.pdf != theirs.pdf
    pages, others = painted(ours.pdf, tmp_path / "ours"), painted(theirs.pdf, tmp_path / "theirs")
    assert len(pages) == len(others) == ours.pages
    assert [
        number for number, pair in enumerate(zip(pages, others, strict=True)) if ImageChops.difference(*pair).getbbox()
    ] == []
