"""Sheets taken as a printer takes them: cut apart at the fold and read as the leaves lie, whatever
their numbers say."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
Side = TypeVar("Side")


class Word(NamedTuple):
    """A word and where it stands on its page, in millimetres from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def folded(
    fronts: Sequence[tuple[Side, Side]], backs: Sequence[tuple[Side, Side]], *, right_to_left: bool
) -> list[Side]:
    """The pages in the order in which they are read when the sheets, outermost first, are folded into one another."""
    near, far = (0, 1) if right_to_left else (1, 0)  # the half of a front on which the book begins, and the other
    order: list[Side] = []
    for front, back in zip(fronts, backs, strict=True):
        order += [
            front[near],
            back[far],
        ]  # turned on the short edge, what is printed behind the right half is at the left
    for front, back in reversed(list(zip(fronts, backs, strict=True))):
        order += [back[near], front[far]]
    return order


def words(data: bytes, folder: Path) -> list[list[Word]]:
    """The words of each page of a PDF, where they are painted."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext says where words stand: install poppler-utils")
    (folder / "sheets.pdf").write_bytes(data)
    told = subprocess.run(
        ("pdftotext", "-bbox", "sheets.pdf", "-"), cwd=folder, check=True, capture_output=True, text=True, timeout=900
    ).stdout
    return [[_word(each) for each in _WORD.findall(page)] for page in told.split("<page ")[1:]]


_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def _word(found: tuple[str, ...]) -> Word:
    left, top, right, bottom = (float(side) / MM for side in found[:4])
    return Word(found[4], left, top, right, bottom)


def halves(sheet: Sequence[Word], fold: float) -> tuple[list[Word], list[Word]]:
    """The words at the left and at the right of the fold, which none of them crosses."""
    assert not [word for word in sheet if word.left < fold < word.right]
    return [word for word in sheet if word.right <= fold], [word for word in sheet if word.left >= fold]


def numbered(
    pages: int,
    *,
    width: float = 148,
    height: float = 210,
    turned: Sequence[int] = (),
    bleed: float = 0,
    language: str = "en",
) -> bytes:
    """A PDF whose n-th page says "n-begins" at its upper and "n-ends" at its lower edge, 20 mm from the left.

    The pages ``turned`` are wider than high.
    """
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(1, pages + 1):
        wide, high = (height, width) if number in turned else (width, height)
        text = "".join(
            f"/Span <</MCID 0>> BDC BT /F 12 Tf {(20 + bleed) * MM:.3f} {(bleed + y) * MM:.3f} Td "
            f"({number}-{what}) Tj ET EMC "
            for y, what in ((high - 10, "begins"), (10, "ends"))
        )
        around = [0, 0, (wide + 2 * bleed) * MM, (high + 2 * bleed) * MM]
        trim = [bleed * MM, bleed * MM, (wide + bleed) * MM, (high + bleed) * MM]
        page = Dictionary(Type=Name.Page, MediaBox=Array(around), TrimBox=Array(trim), StructParents=number)
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = pdf.make_stream(text.encode())
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(trim))])
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
    pdf.Root.Lang = language
    pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L if language == "he" else Name.L2R)
    pdf.docinfo["/Title"] = "Tides & Moons"
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = "D:20220329000000Z"
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
