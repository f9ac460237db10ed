"""The golden book, which holds every construct in parts and front matter, passes every judge of its editions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.judges.judge import Verdict
from publisher.publish import examine, write

BOOK = Path(__file__).parents[1] / "golden/constructs/book"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("constructs")
    for made in write(examine(BOOK).book, ("epub", "pdf")):
        for name, data in made.files.items():
            (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("judge", "suffix"), [("epubcheck", "epub"), ("ace", "epub"), ("verapdf", "pdf"), ("page-validation", "pdf")]
)
def test_judge_has_nothing_against_every_construct(
    judge: str, suffix: str, ask: Callable[..., tuple[Verdict, ...]], finished: Path
) -> None:
    [verdict] = ask(judge, finished / f"the-tides.{suffix}")
    assert verdict.findings == ()
    assert verdict.passed
