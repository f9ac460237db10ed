"""The pack's own pages as readers meet them: on phones, in the dark, in high contrast, by keyboard;
nothing is fetched."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from packed import own_pages


@pytest.fixture(scope="module")
def met(
    visit: Callable[..., tuple[Mapping[str, Any], ...]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Mapping[str, Any], ...]:
    return visit(*own_pages(tmp_path_factory.mktemp("pack"), "en-GB"))


def test_the_first_page_and_the_statement_are_for_everybody(met: tuple[Mapping[str, Any], ...]) -> None:
    assert {answer["way"] for answer in met} == {
        "light",
        "dark",
        "narrow",
        "narrow-dark",
        "spaced",
        "contrast",
        "forced",
    }
    for answer in met:
        assert answer["passes"] > 20 and answer["violations"] == [], (answer["file"], answer["way"])
        assert answer["page"] <= answer["window"], (answer["file"], answer["way"])  # WCAG 1.4.10
        assert answer["asked"] == [Path(answer["file"]).as_uri()]
        assert answer["first"]["tag"] == "A" and answer["first"]["outlined"] and answer["behind"]
