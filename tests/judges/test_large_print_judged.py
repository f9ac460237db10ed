"""The large-print edition passes every judge of the print edition; so do the numbers in its margin,
which are artifacts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from promises.test_large_print import book

from publisher.examine import examine
from publisher.judges.judge import Verdict
from publisher.publish import write


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = book(tmp_path_factory.mktemp("large"), theme="dyslexia-friendly", size="20pt")
    (made,) = write(examine(folder).book, ("large-print",))
    assert not made.failure and not made.findings
    (folder / "tides.pdf").write_bytes(made.files["tides-large-print.pdf"])
    return folder / "tides.pdf"


@pytest.mark.parametrize("judge", ["verapdf", "page-validation"])
def test_judge_has_nothing_against_large_print(
    judge: str, ask: Callable[..., tuple[Verdict, ...]], finished: Path
) -> None:
    [verdict] = ask(judge, finished)
    assert verdict.findings == ()
    assert verdict.passed
