"""The booklet that is read passes every judge of print, its blank pages with it; the sheets promise nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.judges.judge import Verdict
from publisher.publish import examine, write

MANIFEST = """\
book: {title: Quays, language: en-GB, slug: quays, date: 2026-01-05}
chapters: [one.md, two.md]
references: {a: {type: report, title: Survey of the Quays, author: [{literal: Harbour Trust}], issued: 2025}}
editions: {booklet: {page: A6, sheet: A5}}
accessibility: {contact: {email: quays@example.org}}
"""
CHAPTERS = {"one.md": "# Boats\n\nAll lie still [@a].\n", "two.md": "# Berths\n\n" + "There are seven of them. " * 20}


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("booklet")
    for name, text in {"book.yaml": MANIFEST, **CHAPTERS}.items():
        (folder / name).write_text(text)
    [made] = write(examine(folder).book, ("booklet",))
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("judge", ["verapdf", "page-validation"])
def test_judge_has_nothing_against_a_booklet(
    judge: str, ask: Callable[..., tuple[Verdict, ...]], booklet: Path
) -> None:
    [verdict] = ask(judge, booklet / "quays-booklet.pdf")
    assert verdict.findings == ()
    assert verdict.passed


def test_the_sheets_promise_nothing(ask: Callable[..., tuple[Verdict, ...]], booklet: Path) -> None:
    [verdict] = ask("verapdf", booklet / "quays-booklet-PRINT-ONLY.pdf")
    assert "verapdf:5-1" in {finding.id for finding in verdict.findings}
