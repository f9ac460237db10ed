"""Promise 3, a page list proved: the EPUB's pages are the print edition's pages, to the word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree
from tagged import Content, Element, Reader

from publisher.publish import Examined, examine, write

ROOT = Path(__file__).parents[2]
INLINE = {"Span", "Em", "Strong", "Code", "Quote", "Link", "Reference", "Figure"}
BROKEN = {"span", "em", "strong", "code", "a", "cite", "abbr", "sub", "sup"}
TYPE = "{http://www.idpf.org/2007/ops}type"
EIGHT = 8

MANIFEST = """\
book:
  title: The Long Shore
  language: en-GB
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  slug: shore
  version: "2"
  date: 2026-01-05
  publisher: {name: A small press}
chapters:
  front: [{file: chapters/00.md, role: foreword}, {file: chapters/01.md, role: preface}]
  body:
    - {part: "The Water", chapters: [chapters/02.md, chapters/03.md]}
    - {part: "The Land", chapters: [chapters/04.md, chapters/05.md]}
  back: [{file: chapters/06.md, role: appendix}]
figures:
  moon:
    image: images/moon.svg
    alt: A white disc over a dark sea
    caption: The moon, with a caption
    description: What is seen here takes more than a sentence. The disc is white, and the sea below it is dark.
    kind: diagram
    credit: Drawn for this test
references:
  atlas: {type: book, author: [{family: Writer, given: Ann}], issued: 2001, title: "An Atlas", URL: "https://www.example.org/a"}
  tables: {type: book, author: [{literal: "A Bureau"}], issued: 2002, title: "Tide Tables"}
notes: {epub: NOTES, print: book}
editions: {epub: {}, pdf: {page: PAGE}}
accessibility: {contact: {email: books@example.org}}
"""
MOON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><circle cx="45" cy="45" r="40" fill="#345"/></svg>'


def sentences(chapter: int, start: int, count: int) -> str:
    """Sentences of which no two are the same, so that a mark at the wrong one is seen."""
    return " ".join(
        f"Sentence {number} of chapter {chapter} speaks of {number * 7 % 97} boats, {number * 13 % 89} nets and *a "
        f"tide* that rises {number * 5 % 11} feet over the well-known rocks"
        + (f" [@{('atlas', 'tables')[number // 6 % 2]}]" if number % 6 == 0 else "")
        + (f"[^{number}]" if number % 10 == 0 else "")
        + "."
        for number in range(start, start + count)
    )


def chapter(number: int) -> str:
    parts = [f"# Chapter number {number}"]
    for section in range(2 if number in (2, 4) else 1):
        start = 1 + section * 60
        parts += [
            f"## Section {section + 1} of {number}",
            *(sentences(number, first, 9) for first in range(start, start + 27, 9)),
            "\n".join(
                f"- Item {item} of chapter {number}, with [place {item} of {number}](https://www.example.org/{item})"
                for item in range(25)
            ),
            "> " + sentences(number, start + 30, 5),
            "::: note\n" + sentences(number, start + 40, 4) + "\n:::",
        ]
    if number == 3:
        parts += ["![moon]", "```\n" + "\n".join(f"line {line} of code" for line in range(45)) + "\n```"]
        rows = "\n".join(f"| Row {row} | what row {row} says | {row * 3} |" for row in range(70))
        parts += [
            f"| Name | Words | Number |\n|---|---|---|\n{rows}\n\n: Rows of many kinds {{#tbl-rows row-headers=1}}"
        ]
        parts += [
            "See @tbl-rows, @fig-moon and [the preface](01.md).",
            "Term\n:   What it means, in a sentence of its own.",
        ]
    text = "\n\n".join(parts)
    notes = (
        f"[^{label}]: Note {label} of chapter {number} says something aside."
        for label in re.findall(r"\[\^(\d+)\]", text)
    )
    return "\n\n".join((text, *dict.fromkeys(notes))) + "\n"


def book(folder: Path, *, page: str = "A5", notes: str = "book") -> Path:
    (folder / "chapters").mkdir(parents=True)
    (folder / "images").mkdir()
    (folder / "images" / "moon.svg").write_bytes(MOON)
    (folder / "book.yaml").write_text(MANIFEST.replace("PAGE", page).replace("NOTES", notes), encoding="utf-8")
    for number in range(7):
        (folder / "chapters" / f"{number:02}.md").write_text(chapter(number), encoding="utf-8")
    return folder


@dataclass
class Built:
    """The two finished files of a book, read by other means than those that wrote them."""

    files: Mapping[str, bytes]

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(next(data for name, data in self.files.items() if name.endswith(".pdf"))))

    @cached_property
    def tree(self) -> Reader:
        return Reader(self.pdf)

    @cached_property
    def epub(self) -> ZipFile:
        return ZipFile(BytesIO(next(data for name, data in self.files.items() if name.endswith(".epub"))))

    def document(self, name: str) -> etree._Element:
        return etree.fromstring(self.epub.read(f"EPUB/{name}"))

    @cached_property
    def pages(self) -> Mapping[str, list[str]]:
        """The words of each page of print that has words of the text, by its label; those that are
        made are left out."""
        texts: dict[int, str] = {}
        for part in self.tree.tree.kids:
            if isinstance(part, Element) and part.type == "Div":  # front, body and back; the rest are pages around them
                for text in written(part, ""):
                    texts[text.page] = texts.get(text.page, "") + text
        labels = {number: str(page.label) for number, page in enumerate(self.pdf.pages)}
        return {labels[number]: told(text) for number, text in sorted(texts.items())}

    @cached_property
    def marks(self) -> Mapping[str, list[str]]:
        """The words behind each mark of the EPUB, by its label."""
        package = self.document("content.opf")
        items = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        names = (items[itemref.get("idref")] for itemref in package.iter("{*}itemref"))
        pieces = [piece for name in names if name != "nav.xhtml" for piece in spoken(self.document(name))]
        places = [place for place, piece in enumerate(pieces) if not isinstance(piece, str)]
        text = {
            place: " ".join("".join(p for p in pieces[place:] if isinstance(p, str))[:6000].split()) for place in places
        }
        return {pieces[place].get("aria-label"): told(text[place]) for place in places}


def written(element: Element, before: str) -> Iterator[Content]:
    """Pieces of marked content in order, with a space before each block; the marks of lists are made, not written."""
    for kid in element.kids:
        if isinstance(kid, Element):
            is_mark = kid.type == "Lbl" and element.types == ["Lbl", "LBody"] and not any(element.every("Note"))
            inner = kid.kids[0] if is_mark and kid.kids else None
            if not (is_mark and isinstance(inner, str) and re.fullmatch(r"•\s*|\d+\.\s*", inner)):
                yield from written(kid, before if kid.type in INLINE else " ")
        elif isinstance(kid, Content):
            piece = Content(before + kid)
            piece.page = kid.page
            yield piece
        before = "" if isinstance(kid, Content) else before


def spoken(element: etree._Element) -> Iterator[str | etree._Element]:
    """The text of a document in order, with a space around each block, and its page marks."""
    if element.get("role") == "doc-pagebreak":
        yield element
        return
    name = etree.QName(element).localname
    space = "" if name in BROKEN else " "
    yield "" if name == "title" else space + (element.text or "")
    for child in element:
        yield from spoken(child)
        yield child.tail or ""
    yield space


def told(text: str) -> list[str]:
    """The first words of a text, without pages and addresses, which print alone has."""
    text = re.sub(r"\s*\((?:page [0-9ivxlc]+|https?:[^)]*)\)", "", text[:6000])
    return text.split()[:EIGHT]


def built(folder: Path) -> Built:
    done = write(examine(folder).book, ("epub", "pdf"))
    assert [(one.failure, one.findings) for one in done if one.failure or one.findings] == []
    return Built({name: data for one in done for name, data in one.files.items()})


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory, made: Mapping[str, bytes]) -> Mapping[str, Built]:
    sizes = {page: built(book(tmp_path_factory.mktemp(page), page=page)) for page in ("A5", "A4")}
    apart = built(book(tmp_path_factory.mktemp("apart"), notes="chapter"))
    return {**sizes, "notes apart": apart, "our own": Built(made)}


BOOKS = ("A5", "A4", "our own")


@pytest.mark.parametrize("name", BOOKS)
def test_each_page_begins_with_the_words_behind_its_mark(name: str, books: Mapping[str, Built]) -> None:
    pages, marks = books[name].pages, books[name].marks
    assert list(marks) == list(pages)
    assert {label: (words, marks[label]) for label, words in pages.items() if words != marks[label][: len(words)]} == {}


def test_the_book_is_long_and_has_pages_of_both_kinds(books: Mapping[str, Built]) -> None:
    assert len(books["A5"].pages) > 40
    assert len([label for label in books["A5"].marks if not label.isdigit()]) > 2
    assert set(re.findall("[ivx]+", " ".join(books["A5"].marks))) == {
        label for label in books["A5"].marks if not label.isdigit()
    }


@pytest.mark.parametrize("name", BOOKS)
def test_labels_are_the_folios(name: str, books: Mapping[str, Built]) -> None:
    folios = {
        text.page: text.strip() for text in books[name].tree.artifacts if re.fullmatch(r"\s*([0-9]+|[ivxlc]+)\s*", text)
    }
    labels = {number: str(page.label) for number, page in enumerate(books[name].pdf.pages)}
    assert folios
    assert {number: labels[number] for number in folios} == folios
    assert list(books[name].pages) == list(dict.fromkeys(books[name].pages))


@pytest.mark.parametrize("name", ("A5", "A4"))
def test_a_link_names_the_folio_that_it_leads_to(name: str, books: Mapping[str, Built]) -> None:
    pdf, names = books[name].pdf, books[name].pdf.Root.Names.Dests.Names
    pages = {page.objgen: str(page.label) for page in pdf.pages}
    folios = {str(names[place]): pages[names[place + 1][0].objgen] for place in range(0, len(names), 2)}
    told = {}
    for link in books[name].tree.tree.every("Link"):
        if said := re.search(r"\(page (\w+)\)$", link.text.strip()):
            [annotation] = [kid for kid in link.kids if isinstance(kid, pikepdf.Dictionary)]
            told[link.text.strip()] = (said[1], folios[str(annotation.Dest)])
    assert len(told) > 2 and any(not folio.isdigit() for _, folio in told.values())
    assert [words for words, (printed, folio) in told.items() if printed != folio] == []


def test_another_size_has_other_pages(books: Mapping[str, Built]) -> None:
    large, small = books["A4"].marks, books["A5"].marks
    assert len(large) < len(small)
    assert {label for label in large if label in small and large[label] != small[label]}


def test_pages_of_notes_are_marked_only_where_both_place_them_alike(books: Mapping[str, Built]) -> None:
    apart = books["notes apart"]
    first = {words[0]: place for place, words in enumerate(apart.pages.values())}
    notes = list(apart.pages)[first["Notes"] : first["References"]]
    assert notes
    assert list(apart.marks) == [label for label in apart.pages if label not in notes]
    assert all(words == apart.marks[label][: len(words)] for label, words in apart.pages.items() if label not in notes)


@pytest.mark.parametrize("name", BOOKS)
def test_the_list_of_pages_leads_to_every_mark(name: str, books: Mapping[str, Built]) -> None:
    [pages] = [nav for nav in books[name].document("nav.xhtml").iter("{*}nav") if nav.get(TYPE) == "page-list"]
    assert pages.get("hidden") is not None
    [listed] = pages.iterfind("{*}ol")
    assert not listed.findall(".//{*}ol")
    assert [link.text for link in listed.iter("{*}a")] == list(books[name].marks)
    for link in listed.iter("{*}a"):
        file, _, id = link.get("href").partition("#")
        [mark] = [made for made in books[name].document(file).iter() if made.get("id") == id]
        assert (mark.get("role"), mark.get(TYPE), mark.get("aria-label")) == ("doc-pagebreak", "pagebreak", link.text)
        holders = {etree.QName(holder).localname for holder in mark.iterancestors()}
        assert not holders & {"a", "h1", "h2", "h3"}
        assert etree.QName(mark.getparent()).localname not in {"ul", "ol", "dl", "table", "thead", "tbody", "tr"}


@pytest.mark.parametrize("name", BOOKS)
def test_readers_older_than_epub_3_have_the_same_ways(name: str, books: Mapping[str, Built]) -> None:
    old, new = books[name].document("toc.ncx"), books[name].document("nav.xhtml")
    listed = {nav.get(TYPE): [way(link) for link in nav.iter("{*}a")] for nav in new.iter("{*}nav")}
    points = {
        tag: [(made.findtext("{*}navLabel/{*}text"), made.find("{*}content").get("src")) for made in old.iter(tag)]
        for tag in ("{*}navPoint", "{*}pageTarget")
    }
    assert list(points.values()) == [listed["toc"], listed["page-list"]]
    assert depth(old.find("{*}navMap"), "{*}navPoint") == depth(new.find(".//{*}nav/{*}ol"), "{*}li") > 0
    assert {page.get("type") for page in old.iter("{*}pageTarget") if not page.get("value")} <= {"front"}
    order = sorted((int(made.get("playOrder")), made.get("id")) for made in old.iter() if made.get("playOrder"))
    assert [number for number, _ in order] == list(range(1, len(order) + 1))
    names = [item.get("href") for item in books[name].document("content.opf").iter("{*}item")]
    files = [
        made.find("{*}content").get("src").partition("#")[0]
        for number, _ in order
        for made in old.iter()
        if made.get("playOrder") == str(number)
    ]
    assert files == sorted(files, key=names.index)


def way(link: etree._Element) -> tuple[str, str]:
    """What a link says, and where it leads from beside the navigation document."""
    target = link.get("href")
    return "".join(link.itertext()), f"nav.xhtml{target}" if target.startswith("#") else target


def depth(listed: etree._Element, tag: str) -> int:
    """How many of ``tag`` stand inside one another."""
    return max((len(list(made.iterancestors(tag))) for made in listed.iter(tag)), default=-1) + 1


@pytest.mark.parametrize("name", BOOKS)
def test_the_source_of_pages_is_named(name: str, books: Mapping[str, Built]) -> None:
    package = books[name].document("content.opf")
    said = {meta.get("property"): meta.text for meta in package.iter("{*}meta") if not meta.get("refines")}
    assert "print PDF" in said["pageBreakSource"]
    assert said["pageBreakSource"] not in {made.text for made in package.iter("{*}identifier")}
    assert {"pageBreakMarkers", "pageNavigation"} <= features(package)


def features(package: etree._Element) -> set[str]:
    return {meta.text for meta in package.iter("{*}meta") if meta.get("property") == "schema:accessibilityFeature"}


def test_without_a_print_edition_there_is_no_list_and_no_claim(tmp_path: Path) -> None:
    folder = book(tmp_path / "book")
    manifest = (
        (folder / "book.yaml")
        .read_text(encoding="utf-8")
        .replace("editions: {epub: {}, pdf: {page: A5}}", "editions: {epub: {}}")
    )
    (folder / "book.yaml").write_text(manifest, encoding="utf-8")
    [one] = write(examine(folder).book, ("epub",))
    [data] = one.files.values()
    with ZipFile(BytesIO(data)) as container:
        texts = {
            name: container.read(name).decode()
            for name in container.namelist()
            if name.endswith((".xhtml", ".opf", ".ncx"))
        }
    assert not [
        name
        for name, text in texts.items()
        if re.search("pagebreak|page-list|pageList|pageBreak|pageNavigation|Page numbers", text)
    ]


def test_what_is_asked_for_changes_no_file(made: Mapping[str, bytes], examined: Examined) -> None:
    """The EPUB alone has the pages that it has beside the PDF."""
    [alone] = write(examined.book, ("epub",))
    assert dict(alone.files) == {"allies.epub": made["allies.epub"]}
