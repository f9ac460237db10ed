"""A headless Chromium for the web edition. Where it is missing, a skip says so; where judges are
required, a failure."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.files import Files
from publisher.files import write as put
from publisher.judges import JUDGES, tools
from publisher.publish import examine
from publisher.themes.theme import load

ROOT = Path(__file__).parents[2]
BOOKS = {"ours": ROOT, "constructs": ROOT / "tests" / "golden" / "constructs" / "book"}
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"

Visit = Callable[..., tuple[Mapping[str, Any], ...]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("judges"))


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The folders that hold the web editions of our own book and of the one with every construct."""
    return {name: _built(folder, tmp_path_factory.mktemp(name)) for name, folder in BOOKS.items()}


def _built(folder: Path, out: Path) -> Path:
    book = examine(folder).book
    files = EDITIONS["web"].write(book, load(book.manifest.theme, book.manuscript.styles), Options(), {})
    assert isinstance(files, Files)
    put(files, out)
    return out


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Opens pages in the browser as different readers do, and tells what it met, a page and a reader at a time."""
    if why := JUDGES["axe"].missing():
        (pytest.fail if REQUIRED else pytest.skip)(f"The browser: {why}")

    def visited(*pages: Path) -> tuple[Mapping[str, Any], ...]:
        program = Path(__file__).with_name("visit.mjs")
        command = ("node", program, tools.node_modules(), tools.chromium(), "-", *pages)
        ending = tools.run(*command, folder=tmp_path_factory.mktemp("browser"), seconds=60 + 60 * len(pages))
        met = tuple(_met(ending.out))
        assert {answer["file"] for answer in met} == {str(page) for page in pages}, ending.last_words
        return met

    return visited


def _met(out: str) -> Iterator[Mapping[str, Any]]:
    for answer in map(json.loads, out.splitlines()):
        assert "fault" not in answer, answer
        yield answer
