"""What judges said of broken copies of a small book, as they said it, leads to the author's line."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from sources import laid

from publisher.diagnostics import Severity
from publisher.judges.judge import Complaint, Verdict, diagnostics
from publisher.judges.places import locator
from publisher.publish import examine, write
from publisher.source import Span
from publisher.xhtml.provenance import Provenance, provenance

MANIFEST = """\
book: {title: Tides, language: en-GB, date: 2026-01-05, publisher: {name: A small press}}
chapters: [chapters/01-moon.md, chapters/02-sea.md]
figures:
  moon:
    image: images/moon.svg
    alt: The moon over a roof.
    credit: Drawn here
accessibility:
  contact: {email: books@example.org}
"""
CHAPTERS = {
    "chapters/01-moon.md": "# The moon\n\nIt pulls the sea, and the sea goes up.\n\n![moon]\n\n## Why it is so\n\nNobody asked.\n",
    "chapters/02-sea.md": "# The sea\n\n| Place | Metres |\n|-------|--------|\n| North | 3 |\n\n: Heights {#tbl-heights}\n"
    "\n- Sand\n- Salt\n",
}
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><circle cx="1" cy="1" r="1"/></svg>'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Provenance, Mapping[str, bytes]]:
    folder = tmp_path_factory.mktemp("tides")
    laid(folder, {"book.yaml": MANIFEST, **CHAPTERS, "images/moon.svg": MOON})
    book = examine(folder).book
    files = {name: data for one in write(book, ("epub", "pdf")) for name, data in one.files.items()}
    return provenance(book), files


def located(provenance: Provenance | None, file: Path, **complaint: object) -> Span:
    one = Complaint(id="x:1", severity=Severity.ERROR, message="wrong", **complaint)  # type: ignore[arg-type]
    verdict = Verdict(judge="x", file=file, version="1", checks=1, findings=(one,))
    [found] = diagnostics(verdict, locate=locator(provenance))
    return found.span


FAULTS = {
    "a picture": ("EPUB/moon.xhtml", '<img src="images/moon.svg"', Span("book.yaml", 6, 10)),
    "a heading": ("EPUB/moon.xhtml", "<h2", Span("chapters/01-moon.md", 7, 1)),
    "a paragraph": ("EPUB/moon.xhtml", "<p>It pulls", Span("chapters/01-moon.md", 3, 1)),
    "a cell": ("EPUB/sea.xhtml", "<td>North", Span("chapters/02-sea.md", 5, 3)),
    "a list": ("EPUB/sea.xhtml", "<ul", Span("chapters/02-sea.md", 9, 3)),
    "a table": ("EPUB/sea.xhtml", "<table", Span("chapters/02-sea.md", 3, 1)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_line_and_column_of_a_document(
    name: str, made: tuple[Provenance, Mapping[str, bytes]], tmp_path: Path
) -> None:
    document, tag, place = FAULTS[name]
    (tmp_path / "tides.epub").write_bytes(made[1]["tides.epub"])
    with ZipFile(tmp_path / "tides.epub") as container:
        text = container.read(document).decode()
    end = text.index(">", text.index(tag)) + 1  # EPUBCheck names the place behind the start tag
    line, column = text[:end].count("\n") + 1, end - text[:end].rfind("\n")
    assert located(made[0], tmp_path / "tides.epub", where=document, line=line, column=column) == place


def test_a_selector_of_a_document(made: tuple[Provenance, Mapping[str, bytes]], tmp_path: Path) -> None:
    (tmp_path / "tides.epub").write_bytes(made[1]["tides.epub"])
    assert located(made[0], tmp_path / "tides.epub", where="moon.xhtml img") == Span("book.yaml", 6, 10)
    assert located(made[0], tmp_path / "tides.epub", where="sea.xhtml #tbl-heights") == Span("chapters/02-sea.md", 3, 1)


def test_an_object_of_a_pdf(made: tuple[Provenance, Mapping[str, bytes]], tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made[1]["tides.pdf"])) as pdf:
        [figure] = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
        del figure["/Alt"]
        pdf.save(tmp_path / "tides.pdf")
    with pikepdf.open(tmp_path / "tides.pdf") as pdf:
        tags = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing)
        numbers = {str(thing["/S"]): thing.objgen[0] for thing in tags}
    in_order = (
        f"root/document[0]/StructTreeRoot[0](5 0 obj PDStructTreeRoot)/K[2]({numbers['/Figure']} 0 obj SEFigure Figure)"
    )
    assert located(made[0], tmp_path / "tides.pdf", where=in_order) == Span("book.yaml", 6, 10)
    assert located(made[0], tmp_path / "tides.pdf", where=f"object {numbers['/Table']} 0") == Span(
        "chapters/02-sea.md", 3, 1
    )
    assert located(made[0], tmp_path / "tides.pdf", where=f"object {numbers['/H2']} 0") == Span(
        "chapters/01-moon.md", 7, 1
    )


@pytest.mark.parametrize("where", ["", "EPUB/gone.xhtml", "moon.xhtml >>", "root/document[0]", "object 99999 0"])
def test_a_place_that_nobody_knows_is_the_file_s_own(
    where: str, made: tuple[Provenance, Mapping[str, bytes]], tmp_path: Path
) -> None:
    for name in ("tides.epub", "tides.pdf"):
        (tmp_path / name).write_bytes(made[1][name])
        assert located(made[0], tmp_path / name, where=where).file.startswith((name, "chapters/"))
    assert located(None, tmp_path / "tides.epub", where="EPUB/moon.xhtml", line=3, column=2) == Span(
        "tides.epub/EPUB/moon.xhtml", 3, 2
    )
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    assert located(made[0], tmp_path / "broken.pdf", where=where) == Span("broken.pdf")
