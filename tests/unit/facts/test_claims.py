"""A claim holds for the sources that were signed, and for no others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sources import laid

from publisher.editions.edition import Options
from publisher.editions.epub.metadata import metadata
from publisher.facts.claims import discovery, statement
from publisher.facts.conformance import Conformance, conformance
from publisher.facts.display import display
from publisher.facts.facts import facts
from publisher.facts.signature import signature
from publisher.model.book import Book
from publisher.publish import examine

MANIFEST = """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: The moon over a roof., credit: Drawn here}
accessibility:
  contact: {email: books@example.org}
"""
CHAPTER = "# Tides\n\nThe moon pulls teh sea.\n\n![moon]\n\n## Why\n\nSee [there](https://example.org/a).\n"
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><circle cx="1" cy="1" r="1"/></svg>'
CLAIM = "  claim: {{standard: {standard}, by: Kim Doe, on: 2026-01-06, sources: '{sources}'}}\n"


def book(folder: Path, *, manifest: str = MANIFEST, chapter: str = CHAPTER, moon: str = MOON) -> Book:
    laid(folder, {"book.yaml": manifest, "chapters/01.md": chapter, "images/moon.svg": moon})
    return examine(folder).book


@pytest.fixture
def signed(tmp_path: Path) -> str:
    """The manifest, with a claim that is bound to the sources."""
    return MANIFEST + CLAIM.format(standard="WCAG 2.2 AA", sources=signature(book(tmp_path)).sources)


def test_a_signed_claim_holds(tmp_path: Path, signed: str) -> None:
    claimed = conformance(book(tmp_path, manifest=signed))
    assert claimed is not None
    assert claimed.standard == "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    assert (claimed.certifier, claimed.on) == ("A small press", date(2026, 1, 6))


@pytest.mark.parametrize(
    "change",
    [
        lambda chapter: chapter.replace("teh", "the"),
        lambda chapter: chapter.replace("The moon pulls", "The\nmoon pulls"),
    ],
    ids=["a typo", "where a line breaks"],
)
def test_a_typo_does_not_void_it(change: Callable[[str], str], tmp_path: Path, signed: str) -> None:
    assert conformance(book(tmp_path, manifest=signed, chapter=change(CHAPTER)))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("## Why", "### Why"),
        lambda text: text + "\nOne more paragraph.\n",
        lambda text: text.replace("example.org/a", "example.org/b"),
        lambda text: text.replace("moon pulls", "*moon* pulls"),
        lambda text: text.replace("# Tides", "# Tides\n\n> Quoted"),
    ],
    ids=["a level", "a paragraph", "an address", "emphasis", "a quotation"],
)
def test_a_change_of_structure_voids_it(change: Callable[[str], str], tmp_path: Path, signed: str) -> None:
    assert conformance(book(tmp_path, manifest=signed, chapter=change(CHAPTER))) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("over a roof", "over the sea"),
        lambda text: text.replace("en-GB", "en-US"),
        lambda text: text.replace("accessibility:", "editions: {epub: {}}\naccessibility:"),
        lambda text: text.replace("by: Kim Doe", "by: ''"),
        lambda text: text.replace("WCAG 2.2 AA", "WCAG 3"),
        lambda text: text.replace(", publisher: {name: A small press}", ""),
        lambda text: text.replace("sources: 'sha256:", "sources: 'sha256:0"),
    ],
    ids=["an alternative", "the language", "the formats", "the name", "the standard", "the publisher", "the hash"],
)
def test_a_claim_without_its_grounds_is_none(change: Callable[[str], str], tmp_path: Path, signed: str) -> None:
    assert conformance(book(tmp_path, manifest=change(signed))) is None


def test_a_picture_voids_it(tmp_path: Path, signed: str) -> None:
    assert conformance(book(tmp_path, manifest=signed, moon=MOON.replace('r="1"', 'r="2"'))) is None


def test_it_is_written_only_where_no_error_stands(tmp_path: Path, signed: str) -> None:
    made = book(tmp_path, manifest=signed)
    assert Options(green=True).claimed(made) == conformance(made)
    assert Options().claimed(made) is None
    assert Options(green=True, draft=True).claimed(made) is None


def test_the_package_names_who_claims_and_when(tmp_path: Path, signed: str) -> None:
    made = book(tmp_path, manifest=signed)
    told = {each.attributes.get("property", ""): each for each in metadata(made, facts(made), conformance(made))}
    assert told["dcterms:conformsTo"].text == "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    assert told["a11y:certifiedBy"].attributes["refines"] == f"#{told['dcterms:conformsTo'].attributes['id']}"
    assert told["dcterms:date"].attributes["refines"] == f"#{told['a11y:certifiedBy'].attributes['id']}"
    assert "dcterms:conformsTo" not in str(metadata(made, facts(made), None))


def test_statements_for_shops_follow_the_metadata(tmp_path: Path) -> None:
    made = book(tmp_path)
    found = discovery(facts(made), made.manifest)
    ids = {each.id for group in display(found, None) for each in group.statements}
    assert {"conformance-no", "hazards-none", "navigation-toc", "ways-of-reading-nonvisual-reading-readable"} <= ids
    claimed = Conformance(wcag="2.2", level="AA", certifier="A small press", on=date(2026, 1, 6))
    told = {each.id: each.text for group in display(found, claimed) for each in group.statements}
    assert "conformance-no" not in told
    assert told["conformance-details-claim"].endswith("EPUB Accessibility 1.1 WCAG 2.2 Level AA")
    partly = display(replace(found, sufficient=("textual,visual",)), None)
    assert "ways-of-reading-nonvisual-reading-not-fully" in {each.id for group in partly for each in group.statements}


def test_the_statement_says_who_claims(tmp_path: Path, signed: str) -> None:
    made = book(tmp_path, manifest=signed)
    said = statement(facts(made), made.manifest, conformance(made))
    assert "A small press has checked" in said.claim and "6 January 2026" in said.claim
    assert "has not been fully checked" in statement(facts(made), made.manifest).claim


@pytest.mark.parametrize(
    ("styles", "gone"),
    [
        ({"epub.css": "h2 { font-size: 1.2em }"}, set()),
        ({"print.css": "body { font-size: 14px; float: left }"}, set()),
        ({"epub.css": "body { font-size: 14px }"}, {"displayTransformability"}),
        ({"base.css": "figure { float: left }"}, {"readingOrder"}),
        ({"tokens.yaml": "colour: {quiet: '#6f6f6f'}"}, {"highContrastDisplay"}),
        ({"screen.css": "h2 { color: #0b4f5c }"}, {"highContrastDisplay"}),
        ({"tokens.yaml": "colour: {quiet: grey}"}, {"displayTransformability", "readingOrder", "highContrastDisplay"}),
    ],
    ids=["relative", "paper", "fixed", "moved", "5:1", "half a pair", "no look"],
)
def test_a_look_takes_away_what_it_breaks_and_nothing_else(
    styles: dict[str, str], gone: set[str], tmp_path: Path
) -> None:
    plain = discovery(facts(book(tmp_path / "plain")), book(tmp_path / "plain").manifest).features
    for name, text in styles.items():
        (tmp_path / "styled" / "styles").mkdir(parents=True)
        (tmp_path / "styled" / "styles" / name).write_text(text)
    made = book(tmp_path / "styled")
    assert {"displayTransformability", "readingOrder", "highContrastDisplay"} <= set(plain)
    assert set(plain) - set(discovery(facts(made), made.manifest).features) == gone


def test_words_in_a_picture_can_be_neither_enlarged_nor_recoloured(tmp_path: Path) -> None:
    made = book(tmp_path, manifest=MANIFEST.replace("credit: Drawn here", "credit: Drawn here, kind: text"))
    assert not {"displayTransformability", "highContrastDisplay"} & set(discovery(facts(made), made.manifest).features)
