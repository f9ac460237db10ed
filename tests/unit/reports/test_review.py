"""The sheet for a person: what it asks, and what its answers allow."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner, Result
from lxml import etree, html
from sources import laid

from publisher.cli.sign import command
from publisher.facts.signature import signature
from publisher.model.manifest import Review
from publisher.publish import Examined, examine, recorded
from publisher.reports.review import CHECKLIST, objections, read_answers, review

FILES = {
    "book.yaml": """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: The moon over a roof., kind: map, description: "A roof, a moon.", credit: Drawn}
  line: {image: images/line.svg, decorative: true}
accessibility: {contact: {email: books@example.org}}
""",
    "chapters/01.md": "# Tides\n\nThe moon pulls.\n\n![moon]\n\n![line]\n",
    "images/moon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h1"/></svg>',
    "images/line.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h2"/></svg>',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid(tmp_path, FILES)


@pytest.fixture
def examined(folder: Path) -> Examined:
    return examine(folder)


def page(examined: Examined) -> etree._Element:
    made: etree._Element = html.fromstring(review(recorded(examined), signature(examined.book), ("epub",)))
    return made


def names(page: etree._Element) -> list[str]:
    """Every group of answers, in order."""
    radios = [each.get("name", "") for each in page.iter("input") if each.get("type") == "radio"]
    return list(dict.fromkeys(radios))


def address(page: etree._Element, **changed: str) -> str:
    """What the page opens when every answer is yes, but for those that are ``changed``."""
    hidden = {
        each.get("name", ""): each.get("value", "") for each in page.iter("input") if each.get("type") == "hidden"
    }
    given = {**hidden, **dict.fromkeys(names(page), "yes"), "name": "Kim Doe", "day": "2026-01-06"}
    changes = {name.replace("_", "-"): value for name, value in changed.items()}
    return f"file:///review.html?{urlencode({**given, **changes})}"


def against(examined: Examined, given: Mapping[str, str]) -> tuple[str, ...]:
    return objections(recorded(examined), signature(examined.book), given)


def test_it_asks_all_of_it(examined: Examined) -> None:
    checklist = [f"check-{number}" for number in range(1, len(CHECKLIST) + 1)]
    assert names(page(examined)) == ["picture-1-1", "picture-1-2", "picture-2-1", *checklist]
    assert len(CHECKLIST) + 3 == 20  # three more are asked of each picture


def test_yes_to_all_is_enough(examined: Examined) -> None:
    sheet = page(examined)
    assert against(examined, read_answers(address(sheet))) == ()
    assert against(examined, read_answers(address(sheet, check_14="does not apply"))) == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"check_2": "no", "check_2_note": "Chapter 1"}, "Headings say what follows them. no: Chapter 1"),
        ({"check_2": ""}, "Headings say what follows them. not answered"),
        ({"picture_2_1": "no"}, "The picture is decorative indeed: nobody misses anything without it. no"),
        ({"sources": "sha256:0"}, "The answers were given about other sources: go through the page again."),
    ],
    ids=["no", "nothing", "a picture", "other sources"],
)
def test_anything_else_is_told(changed: dict[str, str], said: str, examined: Examined) -> None:
    assert against(examined, read_answers(address(page(examined), **changed))) == (said,)


def signed(folder: Path, given: str) -> Result:
    return CliRunner().invoke(command, ["--answers", given], obj=folder)


def test_what_was_looked_at_is_listed_and_not_asked_again(tmp_path: Path) -> None:
    files = {**FILES, "chapters/01.md": FILES["chapters/01.md"] + "\nFollow the green arrows.\n"}
    folder = laid(tmp_path, files)
    found = examine(folder)
    assert [str(finding.span) for finding in found.findings] == ["chapters/01.md:9:8"]
    given = address(page(found), place_1_note="They have names too")
    assert signed(folder, given).exit_code == 0
    said = 'reviews:\n  - {rule: "COL-04", at: "chapters/01.md:9", by: "Kim Doe", on: 2026-01-06, '
    assert said + 'note: "They have names too"}\n' in (folder / "book.yaml").read_text()
    again = examine(folder)
    assert again.findings == () and [entry.by for _, entry in again.allowed if isinstance(entry, Review)] == ["Kim Doe"]
    assert signed(folder, given).exit_code == 0 and examine(folder).findings == ()


def test_the_answers_say_who_and_when(folder: Path, examined: Examined) -> None:
    sheet = page(examined)
    assert signed(folder, address(sheet, check_1="no")).exit_code == 1
    assert "2026-99-01" in signed(folder, address(sheet, day="2026-99-01")).output
    assert (folder / "book.yaml").read_text() == FILES["book.yaml"]
    assert signed(folder, address(sheet)).exit_code == 0
    assert 'by: "Kim Doe", on: 2026-01-06' in (folder / "book.yaml").read_text()
    assert signed(folder, address(sheet)).exit_code == 0  # a claim is no part of what was looked at
    (folder / "chapters" / "01.md").write_text(FILES["chapters/01.md"] + "\nMore.\n")
    stale = signed(folder, address(sheet))
    assert stale.exit_code == 1 and "other sources" in stale.output
