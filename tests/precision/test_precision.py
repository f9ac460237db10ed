"""What the built-in rules say of three long texts by others, against what a person says of each finding.

The counts stand in docs/precision.md. Texts that are not there are a skip that says how to get them; where judges are
required (`make test`, CI) it is a failure.
"""

import os
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from texts import TEXTS, Text

from publisher.diagnostics import Diagnostic, Severity
from publisher.publish import findings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/precision.md").read_text(encoding="utf-8")
UNPACKED = Path(os.environ.get("PUBLISHER_JUDGES", ROOT / ".judges")) / "texts"
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"
NINE_IN_TEN = 0.9
_ROW = re.compile(r"\| (?P<rule>[A-Z]{3}-[0-9]{2}) \| (?P<found>[0-9]+) \| (?P<right>[0-9]+) \|")


def counted(text: str) -> Mapping[str, tuple[int, int]]:
    """How often each rule spoke, and how often it was right, as the page says under the title of a text."""
    section = PAGE.partition(f"## {text}\n")[2].partition("\n## ")[0]
    return {row["rule"]: (int(row["found"]), int(row["right"])) for row in _ROW.finditer(section)}


@pytest.fixture(scope="module", params=TEXTS)
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Text, list[Diagnostic]]:
    if not UNPACKED.is_dir():
        (pytest.fail if REQUIRED else pytest.skip)(f"no texts: .ci/texts {UNPACKED}")
    text = TEXTS[request.param](UNPACKED)
    return text, list(findings(text.written(tmp_path_factory.mktemp("text") / "book")))


def test_a_text_is_long_enough_to_tell(checked: tuple[Text, list[Diagnostic]]) -> None:
    assert sum(len(chapter.split()) for chapter in checked[0].chapters.values()) >= 20_000


def test_no_error_is_found_where_there_is_none(checked: tuple[Text, list[Diagnostic]]) -> None:
    assert [finding for finding in checked[1] if finding.severity is Severity.ERROR] == []


def test_the_warnings_are_those_that_were_judged(checked: tuple[Text, list[Diagnostic]]) -> None:
    text, found = checked
    if f"`{text.package}`" not in PAGE:
        pytest.skip(f"{text.package} is another edition than the one whose findings were judged")
    warned = Counter(finding.rule.code for finding in found if finding.severity is Severity.WARNING)
    assert warned == {rule: all_of_them for rule, (all_of_them, _) in counted(text.title).items()}


@pytest.mark.parametrize("title", ["Moby-Dick", "Debian Policy Manual", "Guide du développeur Debian"])
def test_nine_warnings_in_ten_are_right(title: str) -> None:
    counts = counted(title).values()
    assert sum(right for _, right in counts) >= NINE_IN_TEN * sum(found for found, _ in counts) > 0
