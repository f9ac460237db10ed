"""The book in five scripts passes every judge, in an English book and in an Arabic one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from five_scripts import BOOK, IN_ARABIC, changed, made

from publisher.judges.judge import Verdict


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds english.epub, english.pdf, arabic.epub and arabic.pdf."""
    folder = tmp_path_factory.mktemp("scripts")
    for name, book in (("english", BOOK), ("arabic", changed(folder / "book", *IN_ARABIC))):
        for edition, data in made(book).items():
            (folder / f"{name}.{edition}").write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["english", "arabic"])
@pytest.mark.parametrize(
    ("judge", "edition"), [("epubcheck", "epub"), ("ace", "epub"), ("verapdf", "pdf"), ("page-validation", "pdf")]
)
def test_judge_has_nothing_against_five_scripts(
    judge: str, edition: str, name: str, ask: Callable[..., tuple[Verdict, ...]], finished: Path
) -> None:
    [verdict] = ask(judge, finished / f"{name}.{edition}")
    assert verdict.findings == ()
    assert verdict.passed
