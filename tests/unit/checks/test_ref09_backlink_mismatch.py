"""REF-09 on books whose tables have been broken: no manuscript has such."""

from dataclasses import replace
from pathlib import Path

import pytest

from publisher.checks.ref09_backlink_mismatch import check
from publisher.model.book import Book
from publisher.publish import examine

GOLDEN = Path(__file__).parents[2] / "golden/constructs/book"


@pytest.fixture(scope="module")
def book() -> Book:
    return examine(GOLDEN).book


def said(book: Book) -> list[str]:
    return [finding.message for finding in check(book)]


def test_a_good_book_has_none(book: Book) -> None:
    assert book.notes and any(entry.ways_back for entry in book.entries)
    assert said(book) == []


def test_a_way_back_too_few(book: Book) -> None:
    cited = next(entry for entry in book.entries if len(entry.ways_back) > 1)
    broken = replace(cited, ways_back=cited.ways_back[1:])
    count = len(cited.ways_back)
    ways = "1 way" if count == 2 else f"{count - 1} ways"
    entries = tuple(broken if entry is cited else entry for entry in book.entries)
    assert said(replace(book, entries=entries)) == [f"{cited.reference.key}: {count} citations, {ways} back"]


def test_a_way_back_to_another_mark(book: Book) -> None:
    first, second, *others = book.notes
    astray = replace(
        first, ways_back=(replace(first.ways_back[0], span=second.ways_back[0].span), *first.ways_back[1:])
    )
    (told,) = said(replace(book, notes=(astray, second, *others)))
    assert told.startswith(f"{first.note.label}: ")


def test_a_way_back_to_an_id_that_is_not_the_marks(book: Book) -> None:
    first, *others = book.notes
    astray = replace(first, ways_back=(replace(first.ways_back[0], id="elsewhere"), *first.ways_back[1:]))
    assert len(said(replace(book, notes=(astray, *others)))) == 1


def test_an_entry_that_is_not_in_the_list(book: Book) -> None:
    cited = next(entry for entry in book.entries if entry.ways_back)
    (told,) = said(replace(book, entries=tuple(entry for entry in book.entries if entry is not cited)))
    assert told.endswith("0 ways back")
