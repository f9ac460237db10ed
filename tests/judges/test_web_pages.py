"""Axe and the Nu Html Checker find nothing in the web edition of our own book, and of the one with every construct."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.diagnostics import Severity
from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.files import Files
from publisher.files import write as put
from publisher.judges.judge import Verdict
from publisher.publish import examine
from publisher.themes.theme import load

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("judge", EDITIONS["web"].judges)
@pytest.mark.parametrize(
    "folder", [ROOT, ROOT / "tests" / "golden" / "constructs" / "book"], ids=["ours", "constructs"]
)
def test_judge_has_nothing_against_any_page(
    judge: str, folder: Path, ask: Callable[..., tuple[Verdict, ...]], tmp_path: Path
) -> None:
    book = examine(folder).book
    files = EDITIONS["web"].write(book, load(book.manifest.theme, book.manuscript.styles), Options(), {})
    assert isinstance(files, Files)
    pages = [path for path in put(files, tmp_path / "out") if path.suffix == ".html"]
    for verdict in ask(judge, *pages):
        assert verdict.passed, verdict
        assert [finding for finding in verdict.findings if finding.severity is Severity.ERROR] == []
