"""Promise 6, handouts that stand alone: two sections with 5 notes, 1 figure, 3 cross-references that leave them."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from sources import laid
from tagged import Reader

from publisher.judges import JUDGES
from publisher.model.reading import Tag, every
from publisher.paper.reading import read_pdf
from publisher.publish import Made, examine, write

ADDRESS = "https://example.org/harbour"
MANIFEST = f"""\
book:
  title: The Harbour and its People
  language: en-GB
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  slug: harbour
  date: 2026-01-05
  publisher: {{name: Harbour Trust}}
chapters: [chapters/01.md, chapters/02.md]
figures:
  wave: {{image: images/wave.svg, alt: Three waves, caption: The waves, credit: Drawn by Ann Wave}}
  boat: {{image: images/boat.svg, alt: A boat with two masts, caption: The boat, credit: Drawn by Bea Boat}}
references:
  survey: {{type: report, title: Survey of the Quays, author: [{{literal: Port Office}}], issued: 2025,
    accessed: 2026-01-02, URL: "https://example.org/survey"}}
  tides: {{type: book, title: On Tides, author: [{{family: Writer, given: Ann}}], issued: 1999}}
  ropes: {{type: book, title: On Ropes, author: [{{family: Roper, given: Cy}}], issued: 1998}}
editions:
  pdf: {{page: A5}}
  web: {{}}
  handout:
    title: Who works on the quay
    date: 2026-02-03
    version: "2"
    sections: [sec-quay, sec-pay]
    url: {ADDRESS}
    max-pages: LIMIT
accessibility: {{contact: {{email: books@example.org, phone: 020 7946 0000, days: 5}}}}
"""
FIRST = """\
# The water

Water comes first.[^1] So does [@ropes].

![wave]

## The quay {#sec-quay}

On the quay[^1] they work, as @fig-wave and @sec-law say, and as [the water](01.md) does.[^2]
See [the harbour](https://example.org/harbour), [the survey](https://example.org/survey), [the boats](https://example.org/boats)
and [the boats again](https://example.org/boats), and write to [the office](mailto:books@example.org).

![boat]

### By night

By night they work too[^2] [@survey], as @sec-pay says.[^three]

## The quay beyond

Nobody works there.

[^1]: A note of the quay.

[^2]: A second note, which cites [@tides].

[^three]: A third note.
"""
SECOND = """\
# The law {#sec-law}

There is a law.

## The pay {#sec-pay}

The pay[^1] is low.[^2] PARAGRAPH

[^1]: A note of the pay.

[^2]: Another note of the pay.
"""
LONG = " ".join(f"Nobody on the quay was paid for the hour numbered {number}." for number in range(1, 120))
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 20h60v5H0z"/></svg>'


def book(folder: Path, *, limit: int = 4, paragraph: str = "It is paid on Fridays.") -> Path:
    files = {
        "book.yaml": MANIFEST.replace("LIMIT", str(limit)),
        "chapters/01.md": FIRST,
        "chapters/02.md": SECOND.replace("PARAGRAPH", paragraph),
        "images/wave.svg": DRAWING,
        "images/boat.svg": DRAWING,
    }
    return laid(folder, files)


@dataclass(frozen=True)
class Handout:
    """A finished handout, read back."""

    data: bytes
    pdf: pikepdf.Pdf
    reader: Reader
    tags: tuple[Tag, ...]

    @property
    def words(self) -> str:
        return words(" ".join(tag.words for tag in self.tags))


def words(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Made]:
    examined = examine(book(tmp_path_factory.mktemp("harbour")))
    assert examined.findings == ()
    done = write(examined.book, ("pdf", "handout"))
    assert [(one.failure, one.findings) for one in done] == [("", ())] * 2
    return {one.edition.name: one for one in done}


def read(data: bytes) -> Handout:
    pdf = pikepdf.open(BytesIO(data))
    return Handout(data=data, pdf=pdf, reader=Reader(pdf), tags=read_pdf(data))


@pytest.fixture(scope="module", params=["harbour-handout.pdf", "harbour-handout-large-print.pdf"])
def handout(request: pytest.FixtureRequest, made: Mapping[str, Made]) -> Handout:
    return read(made["handout"].files[request.param])


def test_it_is_a_document_of_its_own(handout: Handout, made: Mapping[str, Made]) -> None:
    assert str(handout.pdf.docinfo.Title).startswith("Who works on the quay")
    assert handout.words.startswith("Harbour Trust Who works on the quay From")
    assert "3 February 2026, Version 2" in handout.words
    assert all(f"Page {page} of {len(handout.pdf.pages)}" in handout.reader.artifacts for page in (1, 2))
    with handout.pdf.open_metadata() as own, pikepdf.open(BytesIO(made["pdf"].files["harbour.pdf"])) as whole:
        assert own["dc:identifier"] != whole.open_metadata()["dc:identifier"]


def test_its_text_is_the_sections_alone(handout: Handout) -> None:
    said = handout.words
    assert [said.find(text) >= 0 for text in ("On the quay", "By night they work", "The pay", "Fridays")] == [True] * 4
    assert [said.find(text) for text in ("Water comes first", "Nobody works there", "There is a law")] == [-1] * 3
    levels = [(tag.role, words(tag.words)) for tag in every(handout.tags) if re.fullmatch("H[1-6]", tag.role)]
    assert levels == [
        ("H1", "Who works on the quay"), ("H2", "The quay"), ("H3", "By night"), ("H2", "The pay"), ("H2", "Notes"),
        ("H2", "References"), ("H2", "Other formats"),
    ]  # fmt: skip


def test_notes_and_references_are_numbered_from_one(handout: Handout) -> None:
    notes = {tag.id: words(tag.words) for tag in every(handout.tags) if tag.role == "Note"}
    assert len([id for id in notes if id.startswith("note-")]) == 5
    labels = [words(tag.words) for tag in every(handout.tags) if tag.role == "Lbl"]
    assert [label for label in labels if re.fullmatch(r"n\d+", label)] == ["n1", "n2", "n3", "n4", "n5"]
    assert [label for label in labels if re.fullmatch(r"\(\d+\)", label)] == ["(1)", "(2)"]
    assert [id for id in notes if id.startswith("ref-")] == ["ref-tides", "ref-survey"]
    assert "Ropes" not in handout.words


def test_what_leaves_it_names_the_page_of_the_book(handout: Handout, made: Mapping[str, Made]) -> None:
    folios = made["pdf"].folios
    told = re.sub("[“”]", "", handout.words)
    for said, id in (("Figure 1", "fig-wave"), ("The law", "sec-law"), ("the water", "chapter-01")):
        assert f"{said} (see page {folios[id]} of The Harbour and its People)" in told
    assert len({folios[id] for id in ("fig-wave", "sec-law", "chapter-01")}) > 1
    assert "The pay (page " in told  # what is in it is found in it


def test_only_its_own_pictures_are_credited(handout: Handout) -> None:
    alternatives = [str(figure.object.Alt) for figure in handout.reader.tree.every("Figure")]
    assert alternatives == ["A boat with two masts", f"QR code: opens {ADDRESS}"]
    assert "Figure 1. The boat" in handout.words
    assert "Bea Boat" in handout.words and "Ann Wave" not in handout.words


def test_every_address_is_printed_once(handout: Handout) -> None:
    said = handout.words.replace(" ", "")
    for address in (ADDRESS, "https://example.org/survey", "https://example.org/boats", "books@example.org"):
        assert said.count(address) == 1, address
    assert f"Scanortype:{ADDRESS}" in said


def test_the_code_opens_what_is_printed_beside_it(handout: Handout) -> None:
    pages = [
        pypdfium2.PdfDocument(handout.data)[number].render(scale=4).to_pil() for number in range(len(handout.pdf.pages))
    ]
    [code] = [code for page in pages for code in zxingcpp.read_barcodes(page)]
    assert code.text == ADDRESS
    corners = [code.position.top_left, code.position.top_right]
    side = (corners[1].x - corners[0].x) / 4 / 72 * 25.4  # millimetres
    assert 20 <= side <= 25


def test_it_tells_of_formats_that_there_are(handout: Handout) -> None:
    assert "The whole of" in handout.words and "standard print, web pages." in handout.words
    assert "braille" not in handout.words and "audio" not in handout.words
    assert "ask us: books@example.org, telephone 020 7946 0000. We answer within 5 working days." in handout.words


def test_its_tag_tree_is_for_people(handout: Handout) -> None:
    """What test_tag_tree.py holds of the book: every piece in one tag, margins in none, ways to and fro."""
    reader, pdf = handout.reader, handout.pdf
    assert Counter(reader.used) == Counter(reader.contents.keys())
    assert reader.unmarked == []
    names = [str(note.object.ID) for note in reader.tree.every("Note")]
    assert len(names) == len(set(names)) == 7
    places = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    links = [kid for link in reader.tree.every("Link") for kid in link.kids if isinstance(kid, pikepdf.Dictionary)]
    assert {str(link.Dest) for link in links if "/Dest" in link} <= places
    running = (
        "".join(map(str, tag.children))
        for tag in every(handout.tags)
        if all(isinstance(kid, str) for kid in tag.children)
    )
    assert not [text for text in running if "  " in text.strip()]


def test_sheets_are_printed_on_both_sides_and_stapled(handout: Handout) -> None:
    """An even number of pages; nothing in the corner of the staple, nor in the margin that is bound."""
    pages = [page for page in pypdfium2.PdfDocument(handout.data)]
    assert len(pages) % 2 == 0
    for number, page in enumerate(pages):
        ink = page.render(scale=1).to_pil().convert("L").point(lambda value: 255 * (value < 250))
        width, height = ink.size
        corner, bound = 15 / 25.4 * 72, 20 / 25.4 * 72 - 1
        assert ink.crop((0, 0, int(corner), int(corner))).getbbox() is None
        inner = (0, 0, int(bound), height) if number % 2 == 0 else (width - int(bound), 0, width, height)
        assert ink.crop(inner).getbbox() is None, number


def test_what_spills_is_told_where_the_limit_stands(tmp_path: Path) -> None:
    examined = examine(book(tmp_path, limit=2, paragraph=LONG))
    [made] = write(examined.book, ("handout",))
    [finding] = made.findings
    assert (finding.rule.code, str(finding.span)) == ("PRT-02", "book.yaml:26:16")
    spilled = re.fullmatch(r"\d pages, 2 allowed; '(.*)' spilled", finding.message)
    assert spilled and " ".join(spilled[1].split()) in LONG and len(spilled[1].split()) == 5
    assert not made.files


def test_verapdf_passes_both_standards_on_it(handout: Handout, tmp_path: Path) -> None:
    judge = JUDGES["verapdf"]
    if why := judge.missing():
        required = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"
        (pytest.fail if required else pytest.skip)(f"{judge.title}: {why}")
    (tmp_path / "handout.pdf").write_bytes(handout.data)
    [verdict] = judge.judge(tmp_path / "handout.pdf")
    assert verdict.findings == ()
    assert verdict.passed
