"""The cover: the author's picture, or the book's own words drawn as outlines."""

from xml.etree import ElementTree

import pytest
from books import book_of

from publisher.model.book import Book
from publisher.paper.cover import HEIGHT, WIDTH, typographic_cover
from publisher.themes.theme import load
from publisher.xhtml.cover import cover, cover_image, cover_words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h90v60z"/></svg>'


def book(title: str, more: str = "") -> Book:
    manifest = f'book: {{title: "{title}", language: en-GB, date: 2026-01-05{more}}}\nchapters: [a.md]\n'
    return book_of({"book.yaml": manifest, "a.md": "# One\n\nWords.\n", "images/x y.svg": SVG})


def drawn(made: Book) -> ElementTree.Element:
    return ElementTree.fromstring(typographic_cover(made, load("plain")))


def tags(made: Book) -> list[str]:
    return [each.tag.rpartition("}")[2] for each in drawn(made).iter()]


def test_words_are_outlines() -> None:
    whole = book("Tides & <ebbs>", ', subtitle: "A year", contributors: [{name: Ann Writer}], publisher: {name: Press}')
    assert tags(whole) == ["svg", "rect", "rect", "g", *["path"] * 5]  # the title has two lines
    assert typographic_cover(whole, load("plain")) == typographic_cover(whole, load("plain"))


@pytest.mark.parametrize("title", ["مد و جزر", "潮の満ち引き", "Tides \U0001f30a"])
def test_what_our_face_cannot_set_is_left_to_the_reader(title: str) -> None:
    [text] = drawn(book(title)).iter("{http://www.w3.org/2000/svg}text")
    assert text.text == title
    assert (text.get("direction") == "rtl") is (title[0] == "م")


@pytest.mark.parametrize("words", [1, 5, 25])
def test_lines_stay_on_the_cover(words: int) -> None:
    numbers = [
        float(number)
        for path in drawn(book("Harbourmaster " * words)).iter("{http://www.w3.org/2000/svg}path")
        for number in path.get("d", "").replace("M", " ").replace("L", " ").split()
        if number.replace(".", "").isdigit()
    ]
    assert 0 < max(numbers) <= max(WIDTH, HEIGHT)


def test_the_authors_words_arrive_with_nothing_added() -> None:
    given = book("Tides", ', cover: {image: "images/x%20y.svg", alt: "A sea\n  at night"}')
    assert cover_image(given) == "images/x y.svg"
    assert cover_words(given) == "A sea at night"


def test_without_a_picture_the_title_page_speaks() -> None:
    people = "contributors: [{name: Ann}, {name: Ed, role: edt}], publisher: {name: Press}"
    own = book("Tides", f", subtitle: A year, {people}")
    assert cover_image(own) == ""
    assert cover_words(own) == "Tides: A year, Ann, Press"


def test_the_role_is_the_pictures() -> None:
    made = cover(book("Tides"), "images/cover.svg")
    assert (made.get("role"), made.get("aria-label"), made[0].get("role")) == (None, "Cover", "doc-cover")
