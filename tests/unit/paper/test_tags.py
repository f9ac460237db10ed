"""A tag tree for people: one element for each thing, however many pages and lines it runs over."""

import re
from collections.abc import Iterator
from io import BytesIO

import page as page_validation
import pikepdf
import pytest
import specimen
from specimen import rendered
from tagged import Element, Reader

from publisher.paper.engine import Rendering

SHY, ZERO_WIDTH = "\u00ad", "\u200b"


@pytest.fixture(scope="module")
def reader(long_pdf: pikepdf.Pdf) -> Reader:
    return Reader(long_pdf)


def test_the_engine_has_nothing_to_complain_of(long: Rendering) -> None:
    assert [problem for problem in long.problems if "Arabic" not in problem and ".notdef" not in problem] == []


def test_it_conforms_to_pdf_ua_1(short: Rendering) -> None:
    judged = page_validation.validate_pdf_bytes(short.pdf, profile="ua1")
    assert [f.rule_id for f in judged.failures if "notdef" not in f.message.lower()] == []


def test_one_table_with_one_head(reader: Reader) -> None:
    table, other = reader.tree.every("Table")
    assert table.types == ["Caption", "THead", "TBody"]
    assert [len(part.types) for part in table.kids if part.type != "Caption"] == [1, 120]
    assert all(row.types == ["TH", "TD", "TD"] for row in table.every("TR") if row.parent.type == "TBody")
    assert [str(head.object.A[0].Scope) for head in table.every("TH")][:4] == ["/Column", "/Column", "/Column", "/Row"]
    assert [row.types for row in other.every("TR")] == [["TH", "TH"], ["TH", "TH"], ["TH", "TD", "TD"]]


def test_a_cell_names_its_headers(reader: Reader, long_pdf: pikepdf.Pdf) -> None:
    named = long_pdf.Root.StructTreeRoot.IDTree.Names
    texts = {str(head.object.ID): head.text.strip() for head in reader.tree.every("TH")}
    assert sorted(map(str, list(named)[::2])) == sorted(
        [*texts, *(str(n.object.ID) for n in reader.tree.every("Note"))]
    )
    cells = [[texts[str(id)] for id in cell.object.A[0].Headers] for cell in reader.tree.every("TD")]
    assert cells[1] == ["Number", "Row 1"]
    assert cells[-2:] == [["Both", "One", "Row"], ["Both", "Two", "Row"]]


def test_one_list_of_all_items(reader: Reader) -> None:
    ordered = next(found for found in reader.tree.every("L") if found.object.A[0].ListNumbering == "/Decimal")
    assert ordered.types == ["LI"] * 60
    assert all(item.types == ["Lbl", "LBody"] for item in ordered.every("LI"))
    assert [item.text for item in ordered.every("LI")][-1] == "60. Item 60 of the list"


def test_one_paragraph_over_its_pages(reader: Reader) -> None:
    long = [p for p in reader.tree.every("P") if len(p.text) > 5000]
    assert len(long) == 1 and len({page for page, _ in reader.used}) > 20
    assert long[0].text.count(specimen.PROSE.strip()) == 40


def test_a_link_over_lines_is_one(reader: Reader) -> None:
    link = next(link for link in reader.tree.every("Link") if "goes to the web" in link.text)
    annotations = [kid for kid in link.kids if isinstance(kid, pikepdf.Dictionary)]
    assert len(annotations) == 1 and len(annotations[0].QuadPoints) in (16, 24)
    assert (
        link.text == str(annotations[0].Contents) == "a link with stress that goes to the web and runs over a line end"
    )
    assert int(annotations[0].F) == 4


def test_marks_of_citations_lead_to_notes_and_back(reader: Reader) -> None:
    notes = list(reader.tree.every("Note"))
    assert [str(note.object.ID) for note in notes] == ["note-1", "ref-gsi", "ref-law"]
    assert all(note.parent.type == "LBody" and note.parent.parent.types == ["Lbl", "LBody"] for note in notes)
    assert [note.parent.parent.text.split()[0] for note in notes] == ["n1", "(1)", "(2)"]
    led = {
        str(kid.Dest)
        for link in reader.tree.every("Link")
        for kid in link.kids
        if isinstance(kid, pikepdf.Dictionary) and "/Dest" in kid
    }
    assert led >= {"note-1", "ref-gsi", "ref-law", "noteref-1", "cite-gsi-1", "cite-gsi-2", "cite-law-1", "cite-law-2"}
    citations = [link for link in reader.tree.every("Link") if link.types == ["Reference"]]
    assert [link.text for link in citations] == ["(1)", "1", "2", "n1", "(2)"]


def test_no_annotation_is_named_by_its_target(long_pdf: pikepdf.Pdf) -> None:
    annotations = [annotation for page in long_pdf.pages for annotation in page.get("/Annots", [])]
    for annotation in annotations:
        named = str(annotation.Contents)
        assert named and named not in (str(annotation.get("/Dest")), str(annotation.get("/A", {}).get("/URI")))
    assert any(re.fullmatch(r"a, back to citation in Running text, page \d", str(a.Contents)) for a in annotations)


def test_contents_are_a_table_of_contents(reader: Reader) -> None:
    contents = next(reader.tree.every("TOC"))
    assert contents.types == ["TOCI"] * 5 and contents.kids[1].types == ["Reference", "TOC"]
    assert [entry.text for entry in contents.kids[1].kids] == ["Running text 1", "Lists of several kinds 7"]


def test_figures_say_their_words_once(reader: Reader) -> None:
    figures = list(reader.tree.every("Figure"))
    assert [str(figure.object.Alt) for figure in figures] == [
        "A disc",
        "From black to white",
        "disc",
        "Back to the disc",
    ]
    assert figures[0].types == ["Caption"] and figures[0].kids[-1].text.startswith("Figure 1. A disc, cited (2).")
    left, bottom, right, top = (float(edge) for edge in figures[0].object.A[0].BBox)
    assert 50 < left < right < 420 and 0 < bottom < top < 596 and right - left > 1.5 * (top - bottom)


def test_language_and_expansion(reader: Reader) -> None:
    spans = {str(span.object.Lang): span.text for span in reader.tree.every("Span") if "/Lang" in span.object}
    assert spans == {"fr": "bonjour tout le monde"}
    assert [str(span.object.E) for span in reader.tree.every("Span") if "/E" in span.object] == ["Modern Slavery Act"]
    assert next(p.text for p in reader.tree.every("P") if p.object.get("/Lang") == "ar") == "مرحبا بالعالم"


def test_terms_are_labels_of_their_meanings(reader: Reader) -> None:
    terms = next(found for found in reader.tree.every("L") if found.object.A[0].ListNumbering == "/None")
    assert [item.types for item in terms.kids] == [["Lbl", "LBody"], ["Lbl", "Lbl", "LBody"]]


def test_margins_and_repeated_heads_are_artifacts(reader: Reader, long: Rendering) -> None:
    assert reader.unmarked == []
    assert {"A Specimen of Every Construct", "Running text"} <= set(reader.artifacts)
    assert set(long.labels[6:]) - set(reader.artifacts) == set()
    assert reader.artifacts.count("Words") > 3 and reader.tree.text.count("Words") == 2
    assert any(set(artifact) == {" ", "."} for artifact in reader.artifacts)


def test_every_piece_of_content_has_one_owner(reader: Reader, long_pdf: pikepdf.Pdf) -> None:
    assert sorted(reader.used) == sorted(reader.contents) and len(set(reader.used)) == len(reader.used)
    tree = list(long_pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in tree[::2]]
    assert keys == sorted(set(keys)) and int(long_pdf.Root.StructTreeRoot.ParentTreeNextKey) == keys[-1] + 1
    for number, page in enumerate(long_pdf.pages):
        owners = tree[2 * int(page.StructParents) + 1]
        assert len(owners) == sum(1 for at, _ in reader.contents if at == number)


def test_what_is_heard_is_what_was_written(reader: Reader) -> None:
    """Apart from list numbers, bullets, quotation marks and page numbers, which nobody wrote."""
    body = specimen.book(rows=120, items=60, sentences=40).partition("<body>")[2]
    body = re.sub(r"<nav.*?</nav>", "<h1>Contents</h1>", body, flags=re.DOTALL)
    written = re.sub(r"<[^>]+>", "", re.sub(r"</?(p|h\d|li|td|th|dt|dd|figcaption|caption)\b[^>]*>", " ", body))
    heard = re.sub(r" \(page \d+\)|[“”]|\u200b", "", " ".join(blocks(reader.tree)))
    assert heard.split() == written.split()


def blocks(element: Element) -> Iterator[str]:
    """The text of each block; of lists, what the items say."""
    own = "".join(kid.text if isinstance(kid, Element) else kid for kid in element.kids if _in_line(kid))
    if element.type != "Lbl" or not re.fullmatch(r"[0-9]+\. |•\W+", own):
        yield own
    for kid in element.kids:
        if isinstance(kid, Element) and not _in_line(kid) and kid.type != "TOC":
            yield from (
                blocks(kid) if kid.type != "Figure" else (text for c in kid.every("Caption") for text in blocks(c))
            )


def _in_line(kid: object) -> bool:
    inline = {"Span", "Em", "Strong", "Code", "Quote", "Link", "Reference"}
    return isinstance(kid, str) or isinstance(kid, Element) and kid.type in inline and not any(kid.every("Figure"))


def test_a_word_broken_at_a_soft_hyphen_is_whole() -> None:
    word = "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft"
    text = f'<div class="body"><section><p>{f"{word} " * 30}</p></section></div>'
    html = f'<html lang="de"><head><title>t</title></head><body>{text}</body></html>'
    pdf = rendered(html, "A6").pdf
    text = Reader(pikepdf.open(BytesIO(pdf))).tree.text
    assert text.replace(SHY, "").split() == [word.replace(SHY, "")] * 30
    assert SHY in text
