"""A print edition that lacks words is an error at the author's line; it is not written, save as a draft."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.editions.edition import Options
from publisher.model.book import Book
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write

MANIFEST = """\
book: {title: Small, language: en-GB, slug: small, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
editions: {epub: {}, pdf: {}}
accessibility: {contact: {email: books@example.org}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "book.yaml").write_text(MANIFEST)
    (tmp_path / "chapters/01.md").write_text("# The harbour\n\nThe water was [grey]{.unseen} that morning.\n")
    (tmp_path / "styles/print.css").write_text(".unseen { display: none }\n")
    return tmp_path


@pytest.fixture
def book(folder: Path) -> Book:
    return examine(folder).book


def test_a_release_is_not_written(book: Book) -> None:
    epub, pdf = write(book, ("epub", "pdf"))
    assert [f"{finding.span} {finding.rule.code}" for finding in pdf.findings] == ["chapters/01.md:3:1 PRT-01"]
    assert (dict(pdf.files), pdf.pages) == ({}, ())
    assert list(epub.files) == ["small.epub"] and epub.findings == ()


def test_a_draft_is_written_and_the_finding_stands(book: Book) -> None:
    _, pdf = write(book, ("epub", "pdf"), options=Options(draft=True))
    assert list(pdf.files) == ["small.pdf"] and len(pdf.findings) == 1 and pdf.pages


def test_it_is_told_where_print_was_not_asked_for(book: Book) -> None:
    """The pages of the EPUB would have come from there."""
    epub, pdf = write(book, ("epub",), options=Options(draft=True))
    assert len(pdf.findings) == 1 and not pdf.files and epub.files


def test_the_command_says_so(folder: Path) -> None:
    command = (sys.executable, "-m", "publisher", "-C", str(folder), "build", "--format", "concise")
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}, timeout=600)
    assert done.returncode == 1
    assert "chapters/01.md:3:1: error[PRT-01]: 1 word is on no page in the pdf edition: 'grey'" in done.stdout
    assert sorted(path.suffix for path in (folder / "dist").iterdir() if path.stem == "small") == [".epub"]


def test_a_space_alone_between_two_elements_is_no_strange_text(folder: Path) -> None:
    text = "One [a](https://example.org/a)&nbsp;[b](https://example.org/b), **c**&nbsp;*d*."
    (folder / "chapters/01.md").write_text(f"# The harbour\n\n{text}\n")
    [pdf] = write(examine(folder).book, ("pdf",))
    assert (pdf.failure, pdf.findings) == ("", ())
    said = " ".join(" ".join(tag.words for tag in read_pdf(pdf.files["small.pdf"])).split())
    assert "One a (https://example.org/a) b (https://example.org/b), c d." in said
