"""The statement in the language of the book, for its market, and only as far as it is true."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from sources import laid

from publisher.editions.epub.metadata import LANG, metadata
from publisher.facts.claims import discovery, statement
from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts, facts
from publisher.model.book import Book
from publisher.publish import examine
from publisher.xhtml.pages import imprint

MANIFEST = """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
accessibility:
  contact: {email: books@example.org, phone: "1234", days: 1}
  market: [uk, eu]
editions: {epub: {}, pdf: {}, large-print: {}, text: {}}
"""
CLAIMED = Conformance(
    wcag="2.2", level="AA", certifier="A small press", on=date(2026, 1, 6), report="https://example.org/r"
)


def book(folder: Path, manifest: str = MANIFEST, chapter: str = "# Tides\n\nThe moon pulls the sea.\n") -> Book:
    laid(folder, {"book.yaml": manifest, "chapters/01.md": chapter})
    return examine(folder).book


def page(made: Book, claimed: Conformance | None = None) -> etree._Element:
    root = etree.Element("body")
    root.extend(imprint(made, statement(facts(made), made.manifest, claimed)))
    return root


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize(
    ("language", "said", "language_of_it"),
    [
        ("en-GB", "There is no copy protection.", None),
        ("de-CH", "Es gibt keinen Kopierschutz.", None),
        ("es", "No hay protección contra copia.", None),
        ("fr-CA", "Il n’y a pas de protection contre la copie.", None),
        ("cy", "There is no copy protection.", "en"),
        ("ar", "There is no copy protection.", "en"),
    ],
)
def test_it_speaks_the_language_of_the_book_or_english_that_says_so(
    language: str, said: str, language_of_it: str | None, tmp_path: Path
) -> None:
    made = book(tmp_path, MANIFEST.replace("en-GB", language))
    [line] = [each for each in page(made).iter("{*}li", "li") if words(each) == said]
    around = next((each.get("lang") for each in line.iterancestors() if each.get("lang")), None)
    assert around == language_of_it
    [summary] = [
        each for each in metadata(made, facts(made), None) if each.attributes.get("property", "").endswith("Summary")
    ]
    assert summary.attributes.get(LANG) == language_of_it


def test_numbers_are_written_as_the_language_does(tmp_path: Path) -> None:
    assert "8,4:1" in words(page(book(tmp_path, MANIFEST.replace("en-GB", "de"))))


def test_whom_to_ask(tmp_path: Path) -> None:
    asked = "find a problem, ask us: books@example.org, telephone 1234. We answer within one working day. There is no charge."
    assert asked in words(page(book(tmp_path)))
    abroad = words(
        page(book(tmp_path, MANIFEST.replace("market: [uk, eu]", "market: [eu]").replace("days: 1", "days: 3")))
    )
    assert "We answer within 3 working days." in abroad and "no charge" not in abroad
    nobody = words(page(book(tmp_path, MANIFEST.replace('email: books@example.org, phone: "1234", ', ""))))
    assert "ask us" not in nobody


def test_evidence_is_shown_in_the_market_that_asks_for_it(tmp_path: Path) -> None:
    made = book(tmp_path)
    told = dict(statement(facts(made), made.manifest).evidence)
    assert list(told) == [
        "IV (f)(i), text and audio together",
        "IV (f)(ii) and (vi), assistive technology",
        "IV (f)(iii), navigation, structure and layout",
        "IV (f)(iv), other renditions",
        "IV (f)(v), metadata",
        "III (b)(v), type, contrast and spacing",
    ]
    assert told["IV (f)(iv), other renditions"] == ("Formats: standard print, large print, e-book, plain text.",)
    skipped = replace(facts(made), headings_in_order=False)
    assert len(dict(statement(skipped, made.manifest).evidence)["IV (f)(iii), navigation, structure and layout"]) == 1
    home = book(tmp_path, MANIFEST.replace("[uk, eu]", "[uk]"))
    assert statement(facts(home), home.manifest).evidence == ()
    assert "European" not in words(page(home))


def test_a_report_of_the_check_can_be_followed(tmp_path: Path) -> None:
    made = page(book(tmp_path), CLAIMED)
    assert [each.get("href") for each in made.iter("{*}a", "a") if each.text == "https://example.org/r"] == [
        "https://example.org/r"
    ]


def summed(made: Book, **changed: object) -> str:
    true: Facts = replace(facts(made), **changed)  # type: ignore[arg-type]
    return discovery(true, made.manifest).summary


def test_the_summary_says_no_more_than_is_true(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert "long description" not in summed(made)
    some = summed(made, complex=2, long_descriptions=1)
    assert "1 of 2 maps, charts and diagrams have no long description." in some and "Pictures that need it" not in some
    assert "References are numbered" in summed(made, cited=True)
    own = replace(made.manifest, citations=replace(made.manifest.citations, style="author-date.csl"))
    assert "numbered" not in discovery(replace(facts(made), cited=True), own).summary
    assert "Something flashes in: Tides." in discovery(
        replace(facts(made), animated=1, moving_in=("Tides",)),
        replace(made.manifest, accessibility=replace(made.manifest.accessibility, hazards=("flashing",))),
    ).summary  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "modes", "sufficient"),
    [
        ((), ("textual",), ("textual",)),
        (("logo",), ("textual",), ("textual",)),
        (("photo",), ("textual", "visual"), ("textual", "textual,visual")),
        (("", "chart", "graph"), ("textual", "visual", "chartOnVisual"), ("textual", "textual,visual")),
        (("diagram", "text"), ("textual", "visual", "diagramOnVisual", "textOnVisual"), ("textual", "textual,visual")),
    ],
    ids=["nothing", "a sign", "a photograph", "charts", "words in pictures"],
)
def test_the_senses_that_are_spoken_to(
    kinds: tuple[str, ...], modes: tuple[str, ...], sufficient: tuple[str, ...], tmp_path: Path
) -> None:
    made = book(tmp_path)
    found = discovery(replace(facts(made), kinds=kinds, images=len(kinds), described=len(kinds)), made.manifest)
    assert (found.modes, found.sufficient) == (modes, sufficient)
