"""Pages on sheets: what a printer gets reads in order when it has been folded, and lies where it should."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from folding import MM, Word, folded, halves, numbered, words

from publisher.paper.imposition import Sheet, imposed, padded, sides


def sheet(*, creep: float = 0.1) -> Sheet:
    return Sheet(width=297, height=210, creep=creep)


def read(data: bytes, folder: Path, *, language: str = "en") -> list[str]:
    """The words of an imposed booklet of A5, when its sheets have been folded."""
    pages = [halves(page, 148.5) for page in words(data, folder)]
    leaves = folded(pages[::2], pages[1::2], right_to_left=language == "he")
    return [" ".join(word.text for word in page) for page in leaves]


def test_eight_pages() -> None:
    assert list(sides(8)) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert list(sides(8, right_to_left=True)) == [(1, 8), (7, 2), (3, 6), (5, 4)]


def test_blanks_stand_before_the_back_cover() -> None:
    assert padded(5) == (1, 2, 3, 4, 0, 0, 0, 5)
    assert padded(2) == (1, 0, 0, 2)
    assert padded(1) == (1, 0, 0, 0)


@pytest.mark.parametrize("pages", range(1, 65))
def test_a_folded_booklet_reads_in_order(pages: int, tmp_path: Path) -> None:
    language = "he" if pages % 2 else "en"
    leaves = read(imposed(numbered(pages, language=language), sheet()), tmp_path, language=language)
    assert leaves == [f"{number}-begins {number}-ends" if number else "" for number in padded(pages)]


def test_the_inner_sheets_lie_nearer_to_the_fold(tmp_path: Path) -> None:
    sheets = words(imposed(numbered(16), sheet(creep=0.2)), tmp_path)
    for index, page in enumerate(sheets):
        left, right = halves(page, 148.5)
        creep = index // 2 * 0.2
        # A5 is half a millimetre narrower than half of A4, and lies at the fold.
        assert left[0].left == pytest.approx(0.5 + 20 + creep, abs=0.02)
        assert right[0].left == pytest.approx(148.5 + 20 - creep, abs=0.02)
    flat = words(imposed(numbered(16), sheet(creep=0)), tmp_path)
    assert {round(halves(page, 148.5)[1][0].left, 2) for page in flat} == {168.5}


def test_a_page_on_its_side_stands_in_its_half(tmp_path: Path) -> None:
    (fourth, first), (second, third) = (
        halves(page, 148.5) for page in words(imposed(numbered(4, turned=(1, 2)), sheet()), tmp_path)
    )
    assert _stands(first, 148.5) and _stands(second, 0.5)
    assert not _stands(third, 148.5) and not _stands(fourth, 0.5)


def _stands(found: list[Word], left: float) -> bool:
    """Whether the words of a page run upwards, its head at the left, within the half that begins at ``left``."""
    begins, ends = sorted(found)
    upward = all(word.bottom - word.top > word.right - word.left for word in found)
    return (
        upward and left <= begins.left < ends.left and ends.right <= left + 148 and begins.bottom == pytest.approx(190)
    )


def test_a_page_that_is_turned_by_its_reader_and_bleeds(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(numbered(4, width=210, height=148, bleed=3))) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = 270  # on its side in the file, upright when it is read
        out = BytesIO()
        pdf.save(out)
    for side in words(imposed(out.getvalue(), sheet()), tmp_path):
        left, right = halves(side, 148.5)
        assert _stands(left, 0.5) and _stands(right, 148.5)


def test_what_is_imposed_claims_nothing() -> None:
    data = imposed(numbered(8), sheet())
    pdf = pikepdf.open(BytesIO(data))
    assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/OutputIntents"} & pdf.Root.keys()
    assert not {"/Annots", "/StructParents"} & {key for page in pdf.pages for key in page.obj.keys()}
    forms = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"]
    assert len(forms) == 8
    assert not [form for form in forms if b"BDC" in form.read_bytes() or "/StructParents" in form]
    assert len({form.Resources.Font.F.objgen for form in forms}) == 1  # shared, not copied
    xmp = pdf.Root.Metadata.read_bytes()
    assert b"pdfuaid" not in xmp and b"pdfaid" not in xmp and b"PRINT ONLY" in xmp and b"2022-03-29" in xmp
    assert str(pdf.docinfo["/Title"]) == "Tides & Moons (booklet, PRINT ONLY)"
    assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Duplex)) == ("en", "/DuplexFlipShortEdge")
    assert [[float(side) for side in page.mediabox] for page in pdf.pages] == [
        pytest.approx([0, 0, 297 * MM, 210 * MM])
    ] * 4


def test_the_same_pages_give_the_same_bytes() -> None:
    data = numbered(7)
    assert imposed(data, sheet()) == imposed(data, sheet())


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf looks at the file: install qpdf")
def test_qpdf_has_nothing_against_it(tmp_path: Path) -> None:
    (tmp_path / "sheets.pdf").write_bytes(imposed(numbered(6, turned=(3,)), sheet()))
    done = subprocess.run(("qpdf", "--check", tmp_path / "sheets.pdf"), capture_output=True, text=True, timeout=900)
    assert (done.returncode, done.stderr) == (0, "")
