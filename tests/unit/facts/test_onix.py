"""The product for the book trade says what the package document says, in the trade's codes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from sources import laid

from publisher.facts.claims import discovery
from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts, facts
from publisher.facts.onix import NAMESPACE, onix
from publisher.model.book import Book
from publisher.publish import examine

MANIFEST = """\
book:
  title: Tides & bays
  subtitle: A coast
  language: en-GB
  identifier: "urn:isbn:9780306406157"
  date: 2026-01-05
  publisher: {name: A small press}
  contributors: [{name: Kim Doe, sort: "Doe, Kim"}, {name: Lee Roe, role: trl}]
  description: About the sea.
  subjects: [sea]
  series: {name: Coasts, number: 2}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: The moon over a roof., kind: map, description: "A roof, a moon.", credit: Drawn here}
accessibility: {contact: {email: books@example.org}}
"""
CHAPTER = "# Tides\n\nThe moon pulls [la mer]{lang=fr}.\n\n![moon]\n"
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h1"/></svg>'
CLAIMED = Conformance(
    wcag="2.2", level="AA", certifier="A small press", on=date(2026, 1, 6), report="https://example.org/"
)


def read(folder: Path, manifest: str = MANIFEST) -> Book:
    laid(folder, {"book.yaml": manifest, "chapters/01.md": CHAPTER, "images/moon.svg": MOON})
    return examine(folder).book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return read(tmp_path_factory.mktemp("book"))


def product(book: Book, true: Facts, claimed: Conformance | None = None) -> etree._Element:
    return etree.fromstring(onix(book, true, claimed))


def told(product: etree._Element, name: str) -> list[str]:
    return [each.text or "" for each in product.iter(f"{{{NAMESPACE}}}{name}")]


def features(product: etree._Element, kind: str = "09") -> dict[str, str]:
    """Code and words of each feature of a kind."""
    found = (feature for feature in product.iter(f"{{{NAMESPACE}}}ProductFormFeature") if feature[0].text == kind)
    return {feature[1].text or "": feature[2].text or "" if len(feature) > 2 else "" for feature in found}


def test_it_says_whose_book_it_is(book: Book) -> None:
    made = product(book, facts(book))
    assert told(made, "IDValue") == ["9780306406157"] and told(made, "PublisherName") == ["A small press"]
    assert told(made, "TitleText") == ["Coasts", "Tides & bays"] and told(made, "Subtitle") == ["A coast"]
    assert list(zip(told(made, "ContributorRole"), told(made, "PersonName"))) == [
        ("A01", "Kim Doe"),
        ("B06", "Lee Roe"),
    ]
    assert told(made, "LanguageCode") == ["eng", "fre"] and told(made, "Date") == ["20260105"]
    assert told(made, "ProductContentType") == ["07"]


def test_its_accessibility_is_that_of_the_package(book: Book) -> None:
    true = facts(book)
    found = features(product(book, true))
    assert set(found) == {"00", "10", "11", "13", "14", "15", "26", "29", "30", "32", "36", "37", "52", "99"}
    assert found["00"] == discovery(true, book.manifest).summary and found["99"] == "books@example.org"
    assert features(product(book, true), "12") == {"00": ""}


@pytest.mark.parametrize(
    ("gone", "codes"),
    [
        ({"described": 0}, {"14", "52"}),
        ({"long_descriptions": 0}, {"15", "52"}),
        ({"headings_in_order": False}, {"29"}),
        ({"text_in_pictures": 1}, {"10", "26", "36", "37"}),
    ],
    ids=["an alternative", "a description", "a step", "words in a picture"],
)
def test_a_fact_takes_its_codes_with_it(gone: dict[str, int], codes: set[str], book: Book) -> None:
    true = facts(book)
    left = features(product(book, replace(true, **gone)))  # type: ignore[arg-type]
    assert set(features(product(book, true))) - set(left) == codes


def test_pages_and_a_claim_have_codes(book: Book) -> None:
    found = features(product(book, replace(facts(book), pages=3), CLAIMED))
    assert {"19", "41", "04", "82", "85"} <= set(found)
    assert (found["90"], found["91"], found["96"]) == ("A small press", "20260106", "https://example.org/")


def test_without_an_isbn_or_a_publisher_there_is_none(tmp_path: Path) -> None:
    for said in ('identifier: "urn:isbn:9780306406157"', "publisher: {name: A small press}"):
        made = read(tmp_path, MANIFEST.replace(f"  {said}\n", ""))
        assert onix(made, facts(made), None) == b""


def test_the_same_book_gives_the_same_bytes(book: Book) -> None:
    assert onix(book, facts(book), CLAIMED) == onix(book, facts(book), CLAIMED)
