"""The report of a build: what an editor and a program find in it, for this project's own book."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import html

from publisher.diagnostics import Rule, Severity
from publisher.editions import EDITIONS
from publisher.files import Files
from publisher.publish import Examined, Made, report
from publisher.source import Span

RULE = Rule(code="STR-03", name="heading-skipped", severity=Severity.WARNING, who="people who listen")


@pytest.fixture(scope="module")
def finished(examined: Examined, made: Mapping[str, bytes]) -> tuple[Made, ...]:
    """The finished files as a build gives them."""
    forms = {"epub": "allies.epub", "pdf": "allies.pdf"}
    return tuple(
        Made(edition=EDITIONS[name], seconds=0, files=Files({file: made[file]})) for name, file in forms.items()
    )


def test_every_picture_has_the_same_words_in_every_file(examined: Examined, finished: tuple[Made, ...]) -> None:
    told = json.loads(report(examined, finished)["report.json"])
    assert len(told["alternatives"]) == 4
    for picture in told["alternatives"]:
        assert picture["read"] == {name: picture["alt"] for name in ("allies.epub", "allies.pdf")}


def test_words_that_a_file_lost_are_told(examined: Examined, finished: tuple[Made, ...]) -> None:
    manuscript = examined.book.manuscript
    key, figure = next(iter(manuscript.figures.items()))
    changed = replace(figure, alternative=replace(figure.alternative, text="Something else."))  # type: ignore[type-var]
    book = replace(examined.book, manuscript=replace(manuscript, figures={**manuscript.figures, key: changed}))
    told = json.loads(report(replace(examined, book=book), finished)["report.json"])
    [picture] = [each for each in told["alternatives"] if each["id"] == f"fig-{key}"]
    assert picture["alt"] == "Something else."
    assert set(picture["read"].values()) == {figure.alternative.text}  # type: ignore[union-attr]


def test_files_are_told_with_size_and_hash(examined: Examined, finished: tuple[Made, ...]) -> None:
    told = json.loads(report(examined, finished)["report.json"])
    data = finished[0].files["allies.epub"]
    assert told["files"][0] == {"name": "allies.epub", "size": len(data), "sha256": sha256(data).hexdigest()}


def test_the_page_stands_alone_and_has_everything(examined: Examined, finished: tuple[Made, ...]) -> None:
    page = html.fromstring(report(examined, finished)["report.html"])
    assert not page.xpath("//script | //link | //iframe")
    assert [source for source in page.xpath("//img/@src") if not source.startswith("data:")] == []
    assert all(page.xpath("//img/@alt"))
    assert [title.text_content() for title in page.xpath("//h2")] == [
        "Findings",
        "Facts",
        "Claims",
        "Pictures and their words",
        "Files",
        "Pages",
    ]
    assert [name.text for name in page.xpath("//ul[@class='files']//strong")] == ["allies.epub", "allies.pdf"]
    pictures = page.xpath("//ol[@class='leaves']//img/@alt")
    assert pictures[:2] == ["Page i of allies.pdf", "Page ii of allies.pdf"] and len(pictures) == 12
    assert "The first 12 of its" in page.text_content()


def test_the_page_groups_findings_by_chapter_and_escapes_them(examined: Examined) -> None:
    chapter = examined.book.chapters[1].file
    found = (RULE.found(Span(chapter, 3), "<script>alert(1)</script>\x0c"), RULE.found(Span("book.yaml", 2), "first"))
    page = html.fromstring(report(replace(examined, findings=tuple(sorted(found))))["report.html"])
    titles = [title.text_content() for title in page.xpath("//section[1]/h3")]
    assert titles[0] == "The manifest, book.yaml" and titles[1].endswith(f"({chapter})")
    assert not page.xpath("//script")
    assert "<script>alert(1)</script>" in page.text_content()
    assert "Nothing was built" in page.text_content()


def test_the_same_book_gives_the_same_report(examined: Examined, finished: tuple[Made, ...]) -> None:
    assert report(examined, finished) == report(examined, finished)
