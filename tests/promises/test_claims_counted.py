"""Promise 5: claims are counted, never asserted. Take one fact away, and what was said of it goes,
everywhere at once."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import cast
from zipfile import ZipFile

import pytest
from epubs import documents, package
from lxml import html
from PIL import Image
from sources import laid

from publisher.diagnostics import Severity
from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.facts.signature import signature
from publisher.files import Files
from publisher.publish import examine, green, write
from publisher.themes.theme import theme_of

MANIFEST = """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: The moon over a roof., credit: Drawn here}
  coast:
    image: images/coast.svg
    alt: A coast with three bays.
    description: From north to south a wide bay, a narrow one and an estuary.
    kind: map
    credit: Drawn here
references:
  survey: {type: report, title: A survey, author: [{literal: Harbour Trust}], issued: 2025, URL: "https://example.org/"}
accessibility:
  contact: {email: books@example.org}
editions: {epub: {}, pdf: {page: A5}}
"""
CHAPTER = """\
# Tides

The moon pulls the sea [@survey]. They call it [la marée]{lang=fr}.

![moon]

## The coast

![coast]

### High water

| Place | Metres |
|-------|--------|
| North | 3      |

: Heights {#tbl-heights}
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h{}"/></svg>'


LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the finished files say of themselves: the package, to catalogues, and the imprint, to
    people; and the web."""

    package: frozenset[tuple[str, str]]
    web: frozenset[tuple[str, str]]
    web_page: str
    summary: frozenset[str]
    statement: frozenset[str]


def laid_out(
    folder: Path, *, manifest: str = MANIFEST, chapter: str = CHAPTER, more: Mapping[str, bytes] = MappingProxyType({})
) -> Path:
    drawings = {
        f"images/{name}.svg": DRAWING.format(width).encode() for width, name in enumerate(("moon", "coast"), start=1)
    }
    return laid(folder, {"book.yaml": manifest.encode(), "chapters/01.md": chapter.encode(), **drawings, **more})


def told(folder: Path) -> Told:
    files = {name: data for made in write(examine(folder).book, ("epub", "web")) for name, data in made.files.items()}
    page = html.fromstring(files["tides-web.html"])
    [catalogued] = map(json.loads, page.xpath("//script[@type='application/ld+json']/text()"))
    imprint = documents(files["tides.epub"])["imprint.xhtml"]
    metadata = frozenset(
        (str(each.get("property") or each.tag), each.text or "") for each in package(files["tides.epub"])[0]
    )
    summary = next(text for name, text in metadata if name == "schema:accessibilitySummary")
    return Told(
        web=frozenset(as_in_a_package(catalogued)),
        web_page=" ".join(page.text_content().split()),
        package=frozenset(pair for pair in metadata if pair[0] != "schema:accessibilitySummary"),
        summary=frozenset(sentence.strip(" .") for sentence in summary.split(". ")),
        statement=frozenset("".join(map(str, line.itertext())) for line in imprint.iter("{*}li")),
    )


def as_in_a_package(catalogued: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What schema.org's Book says of accessibility, in the words of the package."""
    for name in ("accessMode", "accessibilityFeature", "accessibilityHazard"):
        yield from ((f"schema:{name}", value) for value in cast(list[str], catalogued[name]))
    for senses in cast(list[dict[str, list[str]]], catalogued["accessModeSufficient"]):
        yield "schema:accessModeSufficient", ",".join(senses["itemListElement"])
    languages = catalogued["inLanguage"]
    yield from (
        (LANGUAGE, language) for language in ([languages] if isinstance(languages, str) else cast(list[str], languages))
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(laid_out(tmp_path_factory.mktemp("whole")))


Change = Callable[[str], str]
OF_PAGES = frozenset({"Page numbers are those of the print edition."})  # the web edition has none
OF_TAGS = "The PDF is tagged: assistive technology is told what is a heading, a list, a table, a note or a picture."
FEATURE, SUFFICIENT = "schema:accessibilityFeature", "schema:accessModeSufficient"


HAZARD = "schema:accessibilityHazard"
MOVES = "Pictures move in: Tides. Nobody has said whether they flash."


def playing() -> bytes:
    """A picture that changes once a second."""
    stream = BytesIO()
    first, second = Image.new("L", (3, 2), 0), Image.new("L", (3, 2), 255)
    first.save(stream, "GIF", save_all=True, append_images=[second], duration=1000)
    return stream.getvalue()


@dataclass(frozen=True, kw_only=True)
class Case:
    """A fact that is taken away, and what must go with it and come for it."""

    manifest: Change = str
    chapter: Change = str
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    lost: frozenset[tuple[str, str]] = frozenset()
    gained: frozenset[tuple[str, str]] = frozenset()
    unsaid: frozenset[str]
    said: frozenset[str] = frozenset()
    in_summary: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


CASES = {
    "an alternative": Case(
        manifest=lambda text: text.replace("alt: The moon over a roof., ", ""),
        lost=frozenset({(FEATURE, "alternativeText"), (SUFFICIENT, "textual")}),
        unsaid=frozenset({"All 2 pictures have a description in words."}),
        said=frozenset({"1 of 2 pictures has no description."}),
        in_summary=(frozenset(), frozenset({"1 of 2 pictures has no description"})),
    ),
    "a long description": Case(
        manifest=lambda text: "".join(row for row in text.splitlines(True) if "description:" not in row),
        lost=frozenset({(FEATURE, "longDescription"), (SUFFICIENT, "textual")}),
        unsaid=frozenset({"Maps, charts and diagrams have long descriptions."}),
        said=frozenset({"1 of 1 maps, charts and diagrams have no long description."}),
        in_summary=(
            frozenset({"Pictures that need it have a long description in a section at the end of the chapter"}),
            frozenset({"1 of 1 maps, charts and diagrams have no long description"}),
        ),
    ),
    "the headings of a table": Case(
        chapter=lambda text: text.replace("| Place | Metres |", "|       |        |"),
        unsaid=frozenset({"All tables have headings."}),
        said=frozenset({"1 of 1 tables have no headings."}),
    ),
    "a language": Case(
        chapter=lambda text: text.replace("[la marée]{lang=fr}", "la marée"),
        lost=frozenset({(LANGUAGE, "fr")}),
        unsaid=frozenset({"Words in another language are marked, so that a voice can speak them."}),
    ),
    "a heading's step": Case(
        chapter=lambda text: text.replace("## The coast", "**The coast**"),
        lost=frozenset({(FEATURE, "structuralNavigation")}),
        unsaid=frozenset({"Headings follow each other without a gap."}),
        said=frozenset({"In places, headings leave out a level."}),
    ),
    "the page list": Case(
        manifest=lambda text: text.replace(", pdf: {page: A5}", ""),
        lost=frozenset(
            {
                (FEATURE, "pageBreakMarkers"),
                (FEATURE, "pageNavigation"),
                ("pageBreakSource", "Tides, print PDF, 2026-01-05"),
            }
        ),
        unsaid=OF_PAGES | {OF_TAGS},
        in_summary=(frozenset({"Page numbers match the PDF print edition; blank pages are left out"}), frozenset()),
    ),
    "contrast": Case(
        files={"styles/tokens.yaml": b"colour: {quiet: '#6f6f6f'}"},
        lost=frozenset({(FEATURE, "highContrastDisplay")}),
        unsaid=frozenset({"On a screen, text stands out from its background by 8.4:1 or more."}),
        said=frozenset({"On a screen, text stands out from its background by 5:1 or more."}),
    ),
    "stillness": Case(
        manifest=lambda text: text.replace("images/moon.svg", "images/moon.gif"),
        files={"images/moon.gif": playing()},
        lost=frozenset({(HAZARD, "none")}),
        gained=frozenset({(HAZARD, "unknown")}),
        unsaid=frozenset({"Nothing flashes, moves or sounds."}),
        said=frozenset({MOVES}),
        in_summary=(frozenset(), frozenset(MOVES.rstrip(".").split(". "))),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_said_of_a_fact_goes_with_it_and_nothing_else(name: str, whole: Told, tmp_path: Path) -> None:
    case = CASES[name]
    manifest, chapter = case.manifest(MANIFEST), case.chapter(CHAPTER)
    assert (manifest, chapter) != (MANIFEST, CHAPTER) or case.files
    left = told(laid_out(tmp_path, manifest=manifest, chapter=chapter, more=case.files))
    assert (whole.package - left.package, left.package - whole.package) == (case.lost, case.gained)
    assert (whole.statement - left.statement, left.statement - whole.statement) == (case.unsaid, case.said)
    assert (whole.summary - left.summary, left.summary - whole.summary) == case.in_summary
    assert left.web == {pair for pair in left.package if pair[0] in {name for name, _ in whole.web}}
    assert [line for line in left.statement - OF_PAGES if line not in left.web_page] == []
    assert [line for line in case.unsaid if line in left.web_page] == []


def test_the_whole_book_says_the_same_everywhere(whole: Told) -> None:
    assert whole.web == {pair for pair in whole.package if pair[0] in {name for name, _ in whole.web}}
    assert [line for line in whole.statement - OF_PAGES if line not in whole.web_page] == []


SIGNED = "  claim: {{standard: WCAG 2.2 AA, by: Kim Doe, on: 2026-01-06, sources: '{sources}'}}\n"
OF_CLAIM = "A small press has checked this publication."


def claims(folder: Path, *, green: bool = True) -> tuple[bool, bool, bool]:
    """Whether the package, its imprint and the web page claim anything."""
    book = examine(folder).book
    options, theme = Options(green=green), theme_of(book)
    made = [EDITIONS[name].write(book, theme, options, {}) for name in ("epub", "web")]
    files = {name: data for each in made if isinstance(each, Files) for name, data in each.items()}
    with ZipFile(BytesIO(files["tides.epub"])) as container:
        package, imprint = container.read("EPUB/content.opf"), container.read("EPUB/imprint.xhtml")
    return b"dcterms:conformsTo" in package, OF_CLAIM.encode() in imprint, OF_CLAIM.encode() in files["tides-web.html"]


@pytest.fixture
def signed(tmp_path: Path) -> str:
    """The manifest with a claim that is bound to the sources."""
    return MANIFEST.replace(
        "editions:", SIGNED.format(sources=signature(examine(laid_out(tmp_path)).book).sources) + "editions:"
    )


def test_a_claim_stands_on_green_checks(signed: str, tmp_path: Path) -> None:
    laid_out(tmp_path, manifest=signed)
    assert green(examine(tmp_path).findings)
    assert claims(tmp_path) == (True, True, True)
    assert claims(tmp_path, green=False) == (False, False, False)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("by: Kim Doe, ", ""),
        lambda text: text.replace("on: 2026-01-06, ", ""),
        lambda text: text.replace("sha256:", "sha256:0"),
        lambda text: text.replace("A coast with three bays.", "A coast with four bays."),
        lambda text: text.replace("contact:", "hazards: [flashing]\n  contact:"),
    ],
    ids=["the name", "the date", "the hash", "an alternative", "a hazard"],
)
def test_a_claim_without_its_grounds_is_refused(change: Change, signed: str, tmp_path: Path) -> None:
    laid_out(tmp_path, manifest=change(signed))
    assert claims(tmp_path) == (False, False, False)
    assert not green(examine(tmp_path).findings)


def test_a_file_that_does_not_bear_it_out_carries_no_claim(
    signed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out(tmp_path, manifest=signed)
    monkeypatch.setattr(
        "publisher.publish.differences", lambda book, finished: {name: ("a fault of ours",) for name in finished}
    )
    [made] = write(examine(tmp_path).book, ("epub",), options=Options(green=True))
    with ZipFile(BytesIO(made.files["tides.epub"])) as container:
        assert b"conformsTo" not in container.read("EPUB/content.opf")


def test_a_hand_written_value_that_contradicts_is_refused(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("images/moon.svg", "images/moon.gif").replace("contact:", "hazards: none\n  contact:")
    laid_out(tmp_path, manifest=manifest, more={"images/moon.gif": playing()})
    found = examine(tmp_path).findings
    assert "MTA-04" in [finding.rule.code for finding in found] and not green(found)


def test_a_typo_is_told_and_voids_nothing(signed: str, tmp_path: Path) -> None:
    """MTA-07: a change of substance is an error, one of words a warning."""
    laid_out(tmp_path, manifest=signed, chapter=CHAPTER.replace("pulls the sea", "pulls the seas"))
    [finding] = [each for each in examine(tmp_path).findings if each.rule.code == "MTA-07"]
    assert finding.severity is Severity.WARNING and claims(tmp_path) == (True, True, True)
    laid_out(tmp_path, manifest=signed, chapter=CHAPTER + "\nOne more paragraph.\n")
    [finding] = [each for each in examine(tmp_path).findings if each.rule.code == "MTA-07"]
    assert finding.severity is Severity.ERROR and claims(tmp_path) == (False, False, False)
