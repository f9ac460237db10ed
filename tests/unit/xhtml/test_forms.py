"""What readers choose among: each file by what it is, what is for machines last."""

from pathlib import Path

import pytest

from publisher.examine import examine
from publisher.model.book import Book
from publisher.xhtml.forms import forms, in_order, size_in_words


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "book.yaml").write_text(
        "book: {title: Tides, language: en-GB, slug: tides, date: 2026-01-05}\nchapters: [a.md]\n"
        "editions:\n"
        "  handouts: {quay: {title: For the quay}, one: {title: Twice}, two: {title: Twice}, said: {text: h.md}}\n"
        "  booklets: {a: {of: quay}, b: {of: pdf}, c: {of: said}, d: {of: handout-said}}\n"
    )
    (tmp_path / "h.md").write_text("# What *we* say\n\nThe tide turns.\n")
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide turns.\n")
    return examine(tmp_path).book


@pytest.mark.parametrize(
    ("edition", "files", "words"),
    [
        ("handout", ["-handout.pdf", "-handout-large-print.pdf"], ["Handout", "Handout, large print"]),
        ("handout", ["-handout-mp-large-print.pdf", "-handout-mp.pdf"], ["Handout: mp", "Handout: mp, large print"]),
        ("handout", ["-handout-quay.pdf"], ["Handout: For the quay"]),
        ("handout", ["-handout-said.pdf"], ["Handout: What we say"]),
        ("handout", ["-handout-one.pdf", "-handout-two.pdf"], ["Handout: one", "Handout: two"]),
        ("booklet", ["-booklet-PRINT-ONLY.pdf", "-booklet.pdf"], ["Booklet", "Booklet, to print and fold"]),
        (
            "booklet",
            ["-booklet-mp-PRINT-ONLY.pdf", "-booklet-mp.pdf"],
            ["Booklet: mp", "Booklet, to print and fold: mp"],
        ),
        (
            "booklet",
            ["-booklet-a.pdf", "-booklet-a-PRINT-ONLY.pdf"],
            ["Booklet: For the quay", "Booklet, to print and fold: For the quay"],
        ),
        ("booklet", [f"-booklet-{name}.pdf" for name in "bcd"], ["Booklet: b", "Booklet: c", "Booklet: d"]),
        ("braille", [".brf", "-braille.txt"], ["Braille", "Braille, in the cells of Unicode"]),
        (
            "braille",
            [*(f"-volume-{number}.brf" for number in range(1, 11)), "-braille.txt"],
            [*(f"Braille, volume {number} of 10" for number in range(1, 11)), "Braille, in the cells of Unicode"],
        ),
        (
            "web",
            ["-web.html", "-web/index.html", "-web/style.css"],
            ["The whole book on one page", "One page a chapter"],
        ),
        ("press", ["-press.pdf"], ["For the print shop"]),
    ],
)
def test_each_file_is_named_for_its_reader(edition: str, files: list[str], words: list[str], book: Book) -> None:
    found = forms(book, edition, {f"tides{name}": 1000 for name in files})
    assert [form.words for form in found] == words
    assert [form.to_print for form in found] == [
        "print" in form.words.split(": ")[0] and "large" not in form.words for form in found
    ]


def test_a_folder_is_as_large_as_all_in_it(book: Book) -> None:
    one, folder = forms(
        book, "web", {"tides-web.html": 5000, "tides-web/index.html": 1000, "tides-web/fonts/a.ttf": 80_000}
    )
    assert (one.path, one.size, folder.path, folder.size) == ("tides-web.html", 5000, "tides-web/index.html", 81_000)


def test_the_best_stands_first() -> None:
    assert in_order(["press", "braille", "web", "epub"]) == ("epub", "web", "braille", "press")


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 KB"), (84_600, "85 KB"), (999_999, "1000 KB"), (1_250_000, "1.2 MB")]
)
def test_sizes_are_said(size: int, said: str) -> None:
    assert size_in_words(size) == said
