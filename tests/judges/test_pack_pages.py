"""Axe and the Nu Html Checker find nothing in the pack's own pages, in three languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from packed import own_pages

from publisher.editions import EDITIONS
from publisher.judges.judge import Verdict


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return own_pages(tmp_path_factory.mktemp("pack"))


@pytest.mark.parametrize("judge", EDITIONS["web"].judges)
def test_judge_has_nothing_against_the_packs_own_pages(
    judge: str, ask: Callable[..., tuple[Verdict, ...]], pages: tuple[Path, ...]
) -> None:
    for verdict in ask(judge, *pages):
        assert verdict.passed and not verdict.findings, verdict
