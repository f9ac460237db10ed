"""REF-10 on books whose tables have been broken."""

from dataclasses import replace
from pathlib import Path

import pytest

from publisher.checks.ref10_noteref_name import check
from publisher.model.book import Book
from publisher.publish import examine

GOLDEN = Path(__file__).parents[2] / "golden/constructs/book"


@pytest.fixture(scope="module")
def book() -> Book:
    return examine(GOLDEN).book


def said(book: Book) -> list[str]:
    return [finding.message for finding in check(book)]


def test_a_good_book_has_none(book: Book) -> None:
    assert book.notes and said(book) == []


def test_two_notes_of_one_label(book: Book) -> None:
    first, second, *others = book.notes
    twice = replace(second, label=first.label, ways_back=())
    assert said(replace(book, notes=(first, twice, *others))) == [f"Two links are both called 'Note {first.label}'"]


def test_two_ways_back_of_one_letter(book: Book) -> None:
    first, *others = book.notes
    way = first.ways_back[0]
    twice = replace(first, ways_back=(way, replace(way, id="another")))
    (told,) = said(replace(book, notes=(twice, *others)))
    assert told.startswith("Two links are both called 'a, back to mark of note")


def test_a_mark_without_words(book: Book) -> None:
    first, *others = book.notes
    assert said(replace(book, notes=(replace(first, label="", ways_back=()), *others))) == [
        "A link that reads '' is called 'Note '"
    ]
