"""Promise 1, a tag tree for people: one tag for one thing, however many pages it runs over."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from sources import laid
from tagged import Element, Reader

from publisher.judges import JUDGES
from publisher.model.reading import Tag, every
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write

SENTENCE = "The water of the harbour was grey that morning, and nobody on the quay said what everybody knew"
LONG = " ".join(f"{SENTENCE}, number {number}." for number in range(1, 86))
LINK = (
    "a link whose words are so many that they run over more than two lines of a narrow page, from its beginning in the "
    "first of them through the whole of the second, to its end in the third"
)
MANIFEST = """\
book:
  title: A Harbour Book
  language: en-GB
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  slug: harbour
  date: 2026-01-05
  publisher: {name: A small press}
chapters: [chapters/01.md, chapters/02.md]
editions: {pdf: {page: A5}}
accessibility: {contact: {email: books@example.org}}
"""
FIRST = f"""\
# The Harbour

{LONG}

Somebody said [bonjour tout le monde]{{lang=fr}} to us.[^1] We followed [{LINK}](02.md#sec-things), and came back.[^two]

![](../images/wave.svg){{.decorative}}

[^1]: A note of two paragraphs.

    The second of them.

[^two]: Another note.
"""
SECOND = """\
# Things in it {#sec-things}

ITEMS

ROWS

: What lies there {#tbl-boats row-headers=1}

After the table we say it once more.[^1]

![A boat with two masts](../images/boat.svg)

[^1]: A note of the second chapter.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 20h60v5H0z"/></svg>'
ITEMS = [f"item {number} of the list, of a few words" for number in range(1, 61)]
ROWS = [
    (f"Boat {number}", f"lies at berth {number * 7} and leaves on day {number}", f"{number * 3} m")
    for number in range(1, 121)
]


def book(folder: Path) -> Path:
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (("Name", "What it does", "Length"), ("---",) * 3, *ROWS))
    second = SECOND.replace("ITEMS", "\n".join(f"- {item}" for item in ITEMS)).replace("ROWS", rows)
    drawings = dict.fromkeys(("images/wave.svg", "images/boat.svg"), DRAWING)
    return laid(folder, {"book.yaml": MANIFEST, "chapters/01.md": FIRST, "chapters/02.md": second, **drawings})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished PDF."""
    folder = book(tmp_path_factory.mktemp("harbour"))
    [made] = write(examine(folder).book, ("pdf",))
    assert (made.failure, made.findings) == ("", ())
    (folder / "harbour.pdf").write_bytes(made.files["harbour.pdf"])
    return folder / "harbour.pdf"


@pytest.fixture(scope="module")
def pdf(file: Path) -> pikepdf.Pdf:
    return pikepdf.open(file)


@pytest.fixture(scope="module")
def reader(pdf: pikepdf.Pdf) -> Reader:
    return Reader(pdf)


@pytest.fixture(scope="module")
def tags(file: Path) -> tuple[Tag, ...]:
    return read_pdf(file.read_bytes())


def pages_of(element: Element) -> set[int]:
    return {content.page for content in element.contents}


def words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def test_the_book_has_what_the_promise_names(pdf: pikepdf.Pdf, reader: Reader) -> None:
    assert [round(float(length)) for length in pdf.pages[0].trimbox] == [0, 0, 420, 595]  # A5
    [table] = reader.tree.every("Table")
    assert len(pages_of(table)) > 3
    [paragraph] = [found for found in reader.tree.every("P") if len(found.text) > 5000]
    assert len(pages_of(paragraph)) >= 4


def test_one_table_with_one_head(reader: Reader) -> None:
    [table] = reader.tree.every("Table")
    assert table.types == ["Caption", "THead", "TBody"]
    [head], [body] = (list(table.every(part)) for part in ("THead", "TBody"))
    assert (head.types, body.types) == (["TR"], ["TR"] * 120)
    assert [
        tuple(words(cell.text) for cell in row.kids if isinstance(cell, Element)) for row in body.every("TR")
    ] == ROWS


def test_one_list_of_all_items(reader: Reader) -> None:
    [listed] = [found for found in reader.tree.every("L") if len(found.types) > 20]
    assert listed.types == ["LI"] * 60
    assert [words(body.text) for body in listed.every("LBody")] == ITEMS
    assert len(pages_of(listed)) > 1


def test_one_paragraph(reader: Reader) -> None:
    [paragraph] = [found for found in reader.tree.every("P") if SENTENCE in words(found.text)]
    assert words(paragraph.text) == words(LONG)


def test_one_link(reader: Reader, pdf: pikepdf.Pdf) -> None:
    [link] = [found for found in reader.tree.every("Link") if "so many that they run" in words(found.text)]
    annotations = [kid for kid in link.kids if isinstance(kid, pikepdf.Dictionary)]
    assert len(annotations) == len(pages_of(link))
    assert sum(len(annotation.get("/QuadPoints", range(8))) // 8 for annotation in annotations) >= 3
    assert words(link.text).startswith(LINK)
    assert all(str(annotation.Contents).startswith(LINK) for annotation in annotations)


def test_each_note_is_reachable_both_ways(reader: Reader, pdf: pikepdf.Pdf) -> None:
    notes = list(reader.tree.every("Note"))
    names = [str(note.object.ID) for note in notes]
    assert len(notes) == len(set(names)) == 3
    ids = list(pdf.Root.StructTreeRoot.IDTree.Names)
    assert set(names) <= set(map(str, ids[::2]))
    places = targets(pdf)
    marks = [link for link in reader.tree.every("Link") if link.types == ["Reference"] and link.parent.type != "TOCI"]
    for note, mark in zip(notes, marks, strict=True):
        [there] = [kid for kid in mark.kids if isinstance(kid, pikepdf.Dictionary)]
        assert places[str(there.Dest)][0] in pages_of(note)
        [back] = [kid for link in note.every("Link") for kid in link.kids if isinstance(kid, pikepdf.Dictionary)]
        assert places[str(back.Dest)][0] in pages_of(mark)


def targets(pdf: pikepdf.Pdf) -> dict[str, tuple[int, ...]]:
    """The page of each named place."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    names = list(pdf.Root.Names.Dests.Names)
    return {str(name): (pages[place[0].objgen],) for name, place in zip(names[::2], names[1::2], strict=True)}


def test_the_language_of_a_part_is_said(tags: tuple[Tag, ...]) -> None:
    assert [(tag.language, words(tag.words)) for tag in every(tags) if tag.language == "fr"] == [
        ("fr", "bonjour tout le monde")
    ]


def test_pictures_have_words_and_decoration_is_none(reader: Reader) -> None:
    assert [str(figure.object.get("/Alt", "")) for figure in reader.tree.every("Figure")] == ["A boat with two masts"]


def test_margins_and_repeated_heads_are_artifacts(reader: Reader, pdf: pikepdf.Pdf) -> None:
    kept = Counter(words(text) for text in reader.artifacts)
    labels = [str(page.label) for page in pdf.pages]
    assert kept["A Harbour Book"] > 3 and kept["The Harbour"] > 1 and kept["Things in it"] > 2
    [table] = reader.tree.every("Table")
    assert kept["What it does"] == len(pages_of(table)) - 1
    assert sum(kept[label] for label in labels) >= len(labels) - 5  # title, imprint and blank pages show none
    assert reader.unmarked == []


def test_every_piece_belongs_to_one_tag(reader: Reader, pdf: pikepdf.Pdf) -> None:
    """Every marked content is in the tree once, and its page finds the same tag by the parent tree."""
    assert Counter(reader.used) == Counter(reader.contents.keys())
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for number, page in enumerate(pdf.pages):
        listed = owners[int(page.StructParents)]
        mcids = [mcid for at, mcid in reader.contents if at == number]
        assert sorted(mcids) == list(range(len(listed)))
        for mcid, owner in enumerate(listed):
            assert (number, mcid) in set(content_of(owner, pdf))


def content_of(element: pikepdf.Object, pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for kid in element.K:
        if isinstance(kid, int):
            yield pages[element.Pg.objgen], kid
        elif "/MCID" in kid:
            yield pages[kid.Pg.objgen], int(kid.MCID)


def test_the_text_in_the_order_of_tags_is_that_of_the_source(tags: tuple[Tag, ...]) -> None:
    """Whole words, in their order, with one space between two."""
    read = words(" ".join(tag.words for tag in tags))
    place = 0
    said = "Somebody said bonjour tout le monde to us."
    for text in (LONG, said, LINK, *ITEMS, *(" ".join(row) for row in ROWS), "A note of two paragraphs."):
        found = read.find(words(text), place)
        assert found >= 0, f"{text[:60]!r} is not where it should be"
        place = found
    running = ("".join(tag.children) for tag in every(tags) if all(isinstance(child, str) for child in tag.children))
    assert not [text for text in running if "  " in text.strip()]


def test_verapdf_passes_both_standards_on_it(file: Path) -> None:
    judge = JUDGES["verapdf"]
    if why := judge.missing():
        required = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"
        (pytest.fail if required else pytest.skip)(f"{judge.title}: {why}")
    [verdict] = judge.judge(file)
    assert verdict.findings == ()
    assert verdict.passed
