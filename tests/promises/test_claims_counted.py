"""Promise 5: claims are counted, never asserted. Take one fact away, and what was said of it goes, everywhere at once."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from lxml import etree, html

from publisher.publish import examine, write

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
    """What the finished files say of themselves: the package, to catalogues, and the imprint, to people; and the web."""

    package: frozenset[tuple[str, str]]
    web: frozenset[tuple[str, str]]
    web_page: str
    summary: frozenset[str]
    statement: frozenset[str]


def told(folder: Path, *, manifest: str = MANIFEST, chapter: str = CHAPTER) -> Told:
    drawings = {f"images/{name}.svg": DRAWING.format(width) for width, name in enumerate(("moon", "coast"), start=1)}
    for name, text in {"book.yaml": manifest, "chapters/01.md": chapter, **drawings}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    files = {name: data for made in write(examine(folder).book, ("epub", "web")) for name, data in made.files.items()}
    page = html.fromstring(files["tides-web.html"])
    [catalogued] = map(json.loads, page.xpath("//script[@type='application/ld+json']/text()"))
    with ZipFile(BytesIO(files["tides.epub"])) as container:
        package = etree.fromstring(container.read("EPUB/content.opf"))
        imprint = etree.fromstring(container.read("EPUB/imprint.xhtml"))
    metadata = frozenset((str(each.get("property") or each.tag), each.text or "") for each in package[0])
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
    yield from ((LANGUAGE, language) for language in ([languages] if isinstance(languages, str) else cast(list[str], languages)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(tmp_path_factory.mktemp("whole"))


Change = Callable[[str], str]
OF_PAGES = frozenset({"Page numbers are those of the print edition."})  # the web edition has none
FEATURE, SUFFICIENT = "schema:accessibilityFeature", "schema:accessModeSufficient"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A fact that is taken away, and what must go with it and come for it."""

    manifest: Change = str
    chapter: Change = str
    lost: frozenset[tuple[str, str]] = frozenset()
    unsaid: frozenset[str]
    said: frozenset[str] = frozenset()
    in_summary: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


CASES = {
    "an alternative": Case(
        manifest=lambda text: text.replace("alt: The moon over a roof., ", ""),
        lost=frozenset({(FEATURE, "alternativeText"), (SUFFICIENT, "textual")}),
        unsaid=frozenset({"All 2 pictures have a description in words."}),
        said=frozenset({"1 of 2 pictures has no description."}),
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
    ),
    "the page list": Case(
        manifest=lambda text: text.replace(", pdf: {page: A5}", ""),
        lost=frozenset({
            (FEATURE, "pageBreakMarkers"),
            (FEATURE, "pageNavigation"),
            ("pageBreakSource", "Tides, print PDF, 2026-01-05"),
        }),
        unsaid=OF_PAGES,
        in_summary=(frozenset({"Page numbers match the PDF print edition; blank pages are left out"}), frozenset()),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_said_of_a_fact_goes_with_it_and_nothing_else(name: str, whole: Told, tmp_path: Path) -> None:
    case = CASES[name]
    manifest, chapter = case.manifest(MANIFEST), case.chapter(CHAPTER)
    assert (manifest, chapter) != (MANIFEST, CHAPTER)
    left = told(tmp_path, manifest=manifest, chapter=chapter)
    assert (whole.package - left.package, left.package - whole.package) == (case.lost, frozenset())
    assert (whole.statement - left.statement, left.statement - whole.statement) == (case.unsaid, case.said)
    assert (whole.summary - left.summary, left.summary - whole.summary) == case.in_summary
    assert left.web == {pair for pair in left.package if pair[0] in {name for name, _ in whole.web}}
    assert [line for line in left.statement - OF_PAGES if line not in left.web_page] == []
    assert [line for line in case.unsaid if line in left.web_page] == []


def test_the_whole_book_says_the_same_everywhere(whole: Told) -> None:
    assert whole.web == {pair for pair in whole.package if pair[0] in {name for name, _ in whole.web}}
    assert [line for line in whole.statement - OF_PAGES if line not in whole.web_page] == []
