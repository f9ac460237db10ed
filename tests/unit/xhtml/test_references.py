"""Entries and marks as XHTML: numbers by our own style, words by another; addresses on a screen and on paper."""

from pathlib import Path

import pytest
from books import book_of

from publisher.model.book import Book
from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import element
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import references

STYLE = (Path(__file__).parents[2] / "data" / "author-date.csl").read_text(encoding="utf-8")
BIB = """
@online{khan, title={Air}, author={Khan, Amina}, date={2024}, url={https://www.example.org/air/?a=1&b=2},
  urldate={2025-03-24}, archived={https://archive.example.org/air}}
@book{smith, title={Tides}, author={Smith, John}, date={2019}}
@book{unused, title={Ebbs}, author={Adams, Jo}, date={2001}}
"""
CHAPTER = "# One\n\nFirst [@smith]. Then [@khan; @smith, p. 12]. As @khan says, so [@khan, p. 2].\n"


def book(style: str, uncited: str = "list") -> Book:
    manifest = (
        "book: {title: T, language: en-GB, date: 2026-01-05}\nchapters: [a.md]\nreferences: a.bib\n"
        f"citations: {{style: {style}, uncited: {uncited}}}\n"
    )
    return book_of({"book.yaml": manifest, "a.bib": BIB, "a.md": CHAPTER, "author-date.csl": STYLE})


def text(book: Book) -> str:
    content = blocks(book.chapters[0].blocks, Layout(book=book, pictures={}))
    return "".join(element("div", *content).itertext()).removeprefix("One")


def listed(book: Book, *, paper: bool = False) -> list[str]:
    (section,) = references(Layout(book=book, pictures={}, paper=paper))
    return ["".join(paragraph.itertext()) for paragraph in section.iter("p") if paragraph.get("class") != "back"]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("numeric", "First (1). Then (2; 1, p. 12). As Khan (2) says, so (2, p. 2)."),
        (
            "author-date.csl",
            "First (Smith 2019). Then (Khan 2024; Smith 2019, p. 12). As Khan (2024) says, so (Khan 2024, p. 2).",
        ),
    ],
)
def test_marks_stand_in_our_brackets(style: str, words: str) -> None:
    assert text(book(style)) == words


def test_every_mark_is_a_link_with_a_name() -> None:
    made = book("author-date.csl")
    content = element("div", *blocks(made.chapters[0].blocks, Layout(book=made, pictures={})))
    links = [(link.text, link.get("aria-label"), link.get("href")) for link in content.iter("a")]
    assert links[:2] == [
        ("(Smith 2019)", "Reference (Smith 2019)", "#ref-smith"),
        ("Khan 2024", "Reference Khan 2024", "#ref-khan"),
    ]


def test_our_list_is_numbered_by_first_citation() -> None:
    assert listed(book("numeric")) == [
        "(1) Smith J, (2019) Tides",
        "(2) Khan A, (2024) Air, Retrieved 24 March 2025, from example.org/air (archived copy of Air)",
        "(3) Adams J, (2001) Ebbs",
    ]


def test_addresses_are_whole_on_paper() -> None:
    assert listed(book("numeric"), paper=True)[1] == (
        "(2) Khan A, (2024) Air, Retrieved 24 March 2025, from https://www.example.org/air/?a=1&b=2"
        " (archived copy of Air: https://archive.example.org/air)"
    )


def test_a_list_by_authors_has_no_numbers() -> None:
    assert listed(book("author-date.csl")) == [
        "Adams, J., 2001, Ebbs.",
        "Khan, A., 2024, Air, Retrieved 24 March 2025, example.org/air. (archived copy of Air)",
        "Smith, J., 2019, Tides.",
    ]


@pytest.mark.parametrize(("uncited", "count"), [("list", 3), ("further-reading", 3), ("drop", 2)])
def test_uncited_entries_are_listed_as_the_manifest_says(uncited: str, count: int) -> None:
    assert len(listed(book("author-date.csl", uncited))) == len(listed(book("numeric", uncited))) == count


def test_a_way_back_is_named_after_the_mark() -> None:
    (section,) = references(Layout(book=book("author-date.csl"), pictures={}))
    names = [link.get("aria-label") for link in section.iter("a") if link.get("role") == "doc-backlink"]
    assert names[0] == "a, back to citation of reference Khan 2024 in One"
