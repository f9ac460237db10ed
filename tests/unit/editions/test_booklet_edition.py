"""A booklet is two files: one to read, and the same pages on sheets that read in order when they are folded."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from folding import Word, folded, halves, words
from sources import laid

from publisher.cli.judge import command
from publisher.paper.reading import read_pdf
from publisher.publish import Made, examine, write

BOOK = """\
book: {{title: Tides & Moons, language: {language}, date: 2022-03-29, slug: tides, publisher: {{name: A small press}}}}
chapters: [chapters/01.md, chapters/02.md]
editions: {{{editions}}}
accessibility: {{contact: {{email: books@example.org}}}}
references: {{almanac: {{type: book, title: Almanac, author: [{{literal: Harbour Trust}}], issued: 2020}}}}
"""
CHAPTERS = {
    "chapters/01.md": "# Tides\n\nThe *moon* pulls the sea [@almanac].\n\n" + "It comes and it goes again. " * 60,
    "chapters/02.md": "# Moons\n\n" + "One is enough for us all. " * 20,
}
TITLE = "Tides & Moons (booklet, PRINT ONLY)"


def tried(folder: Path, files: Mapping[str, str]) -> Made:
    laid(folder, {**CHAPTERS, **files})
    [one] = write(examine(folder).book, ("booklet",))
    return one


def made(folder: Path, editions: str, *, language: str = "en-GB", more: Mapping[str, str] = {}) -> Made:
    one = tried(folder, {"book.yaml": BOOK.format(editions=editions, language=language), **more})
    assert not one.failure
    return one


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return made(tmp_path_factory.mktemp("small"), "booklet: {page: A6, sheet: A5}").files


def pages(data: bytes, folder: Path) -> list[str]:
    return [_letters(page) for page in words(data, folder)]


def leaves(data: bytes, folder: Path, *, fold: float, right_to_left: bool = False) -> list[str]:
    sides = [halves(sheet, fold) for sheet in words(data, folder)]
    return [_letters(page) for page in folded(sides[::2], sides[1::2], right_to_left=right_to_left)]


def _letters(page: Sequence[Word]) -> str:
    """All letters of a page: what tags say of words (/ActualText) changes where they are told apart."""
    return "".join(sorted("".join(word.text.replace(" ", "") for word in page)))


def test_folded_sheets_are_the_pages_that_are_read(small: Mapping[str, bytes], tmp_path: Path) -> None:
    assert list(small) == ["tides-booklet-PRINT-ONLY.pdf", "tides-booklet.pdf"]
    read = pages(small["tides-booklet.pdf"], tmp_path)
    assert len(read) > 8 and len(read) % 4 == 0
    assert leaves(small["tides-booklet-PRINT-ONLY.pdf"], tmp_path, fold=105) == read


def test_blank_pages_say_so_and_stand_before_the_last_section(small: Mapping[str, bytes], tmp_path: Path) -> None:
    read = [" ".join(word.text for word in page) for page in words(small["tides-booklet.pdf"], tmp_path)]
    blank = [number for number, page in enumerate(read) if page == "This page is blank"]
    assert blank and read[blank[-1] + 1].startswith("References") and "Almanac" in read[-1]
    with pikepdf.open(BytesIO(small["tides-booklet.pdf"])) as pdf:
        labels = [page.label for page in pdf.pages]
    start = labels.index("1")  # blank pages are counted like all others
    assert labels[start:] == [str(number) for number in range(1, len(labels) - start + 1)]


def test_only_what_is_read_is_tagged_and_claims_it(small: Mapping[str, bytes]) -> None:
    read, printed = (pikepdf.open(BytesIO(small[f"tides-booklet{end}.pdf"])) for end in ("", "-PRINT-ONLY"))
    assert b"pdfuaid" in read.Root.Metadata.read_bytes() and read_pdf(small["tides-booklet.pdf"])
    assert str(read.docinfo["/Title"]) == "Tides & Moons"
    assert b"pdfuaid" not in printed.Root.Metadata.read_bytes() and "/StructTreeRoot" not in printed.Root
    assert str(printed.docinfo["/Title"]) == TITLE


def test_no_text_comes_near_the_staples(small: Mapping[str, bytes], tmp_path: Path) -> None:
    for sheet in words(small["tides-booklet-PRINT-ONLY.pdf"], tmp_path):
        left, right = halves(sheet, 105)
        assert all(word.right < 105 - 15 for word in left) and all(word.left > 105 + 15 for word in right)


def test_two_folders_give_the_same_bytes(small: Mapping[str, bytes], tmp_path: Path) -> None:
    assert made(tmp_path / "another folder", "booklet: {page: A6, sheet: A5}").files == small


def test_a_book_from_right_to_left_is_bound_at_the_right(tmp_path: Path) -> None:
    files = made(tmp_path, "booklets: {he: {creep: none}}", language="he").files
    assert list(files) == ["tides-booklet-he-PRINT-ONLY.pdf", "tides-booklet-he.pdf"]
    read = pages(files["tides-booklet-he.pdf"], tmp_path)
    assert leaves(files["tides-booklet-he-PRINT-ONLY.pdf"], tmp_path, fold=148.5, right_to_left=True) == read


def test_large_print_is_folded_too(tmp_path: Path) -> None:
    files = made(tmp_path, "large-print: {size: 20pt}, booklet: {of: large-print}").files
    read = pikepdf.open(BytesIO(files["tides-booklet.pdf"]))
    assert str(read.docinfo["/Title"]) == "Tides & Moons (Large print edition, 20 point)"
    assert leaves(files["tides-booklet-PRINT-ONLY.pdf"], tmp_path, fold=148.5) == pages(
        files["tides-booklet.pdf"], tmp_path
    )


def test_handouts_are_folded_on_pages_of_their_own(tmp_path: Path) -> None:
    """Their blanks stand before the last page, in the sheets alone."""
    handouts = (
        "{mp: {title: For your MP, chapters: [chapters/01.md]}, all: {chapters: [chapters/01.md, chapters/02.md]}}"
    )
    booklets = "{mp: {of: mp, page: A6, sheet: A5}, all: {of: handout-all}}"
    files = made(tmp_path, f"handouts: {handouts}, booklets: {booklets}").files
    assert [name for name in files if "PRINT-ONLY" not in name] == ["tides-booklet-all.pdf", "tides-booklet-mp.pdf"]
    for name, fold in (("mp", 105), ("all", 148.5)):
        read = pages(files[f"tides-booklet-{name}.pdf"], tmp_path)
        blanks = [""] * (-len(read) % 4)
        order = leaves(files[f"tides-booklet-{name}-PRINT-ONLY.pdf"], tmp_path, fold=fold)
        assert order == [*read[:-1], *blanks, read[-1]]
    with pikepdf.open(BytesIO(files["tides-booklet-mp-PRINT-ONLY.pdf"])) as pdf:
        assert str(pdf.docinfo["/Title"]) == "For your MP (booklet, PRINT ONLY)"


def test_a_book_of_one_section_has_its_blanks_on_the_sheets_alone(tmp_path: Path) -> None:
    book = (
        BOOK.format(editions="booklet: {}", language="en-GB").replace(", chapters/02.md", "").partition("references")[0]
    )
    files = made(tmp_path, "", more={"book.yaml": book, "chapters/01.md": "# Tides\n\nThe moon pulls the sea.\n"}).files
    read = pages(files["tides-booklet.pdf"], tmp_path)
    assert len(read) % 4
    order = leaves(files["tides-booklet-PRINT-ONLY.pdf"], tmp_path, fold=148.5)
    assert order == [*read[:-1], *[""] * (-len(read) % 4), read[-1]]


def test_a_page_that_holds_no_text_is_no_traceback(tmp_path: Path) -> None:
    book = BOOK.format(editions="pdf: {page: A3, size: 40pt}", language="en-GB")
    assert "too small for its text" in tried(tmp_path, {"book.yaml": book}).failure


def test_a_booklet_that_lacks_words_is_not_written(tmp_path: Path) -> None:
    one = made(tmp_path, "booklet: {}", more={"styles/print.css": "em { display: none }\n"})
    assert not one.files
    assert [(finding.rule.code, str(finding.span)) for finding in one.findings] == [("PRT-01", "chapters/01.md:3:1")]


def test_sheets_promise_nothing_that_a_judge_could_ask_about(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/tides-booklet-PRINT-ONLY.pdf").write_bytes(b"%PDF-1.7")
    asked = CliRunner().invoke(command, obj=tmp_path)
    assert asked.exit_code == 2 and "There is nothing to judge" in asked.output


def test_creep_pushes_no_word_over_the_fold(tmp_path: Path) -> None:
    one = tried(tmp_path, {"book.yaml": BOOK.format(editions="booklet: {creep: 30mm}", language="en-GB")})
    assert not one.files and "with a creep of 30mm move by" in one.failure
