"""This project's own book passes every judge of its editions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.judges.judge import Verdict


@pytest.mark.parametrize(
    ("judge", "name"),
    [
        ("epubcheck", "allies.epub"),
        ("ace", "allies.epub"),
        ("verapdf", "allies.pdf"),
        ("page-validation", "allies.pdf"),
        ("verapdf", "allies-handout.pdf"),
        ("page-validation", "allies-handout.pdf"),
        ("verapdf", "allies-handout-large-print.pdf"),
        ("page-validation", "allies-handout-large-print.pdf"),
    ],
)
def test_judge_has_nothing_against_our_book(
    judge: str, name: str, ask: Callable[..., tuple[Verdict, ...]], built: Path
) -> None:
    [verdict] = ask(judge, built / name)
    assert verdict.findings == ()
    assert verdict.passed
