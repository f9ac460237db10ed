"""This project's own book passes every judge of its editions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.judges.judge import Verdict

PDFS = (
    "allies.pdf",
    "allies-large-print.pdf",
    "allies-handout.pdf",
    "allies-handout-large-print.pdf",
    "allies-booklet.pdf",
)
JUDGED = [
    ("epubcheck", "allies.epub"),
    ("ace", "allies.epub"),
    *((judge, name) for name in PDFS for judge in ("verapdf", "page-validation")),
]


def test_every_pdf_is_judged_but_the_sheets_that_claim_nothing(built: Path) -> None:
    assert {path.name for path in built.rglob("*.pdf")} == {*PDFS, "allies-booklet-PRINT-ONLY.pdf"}


@pytest.mark.parametrize(("judge", "name"), JUDGED)
def test_judge_has_nothing_against_our_book(
    judge: str, name: str, ask: Callable[..., tuple[Verdict, ...]], built: Path
) -> None:
    [verdict] = ask(judge, built / name)
    assert verdict.findings == ()
    assert verdict.passed
