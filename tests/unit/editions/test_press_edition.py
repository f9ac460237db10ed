"""The print shop's file as an edition, and the look of print in the dyslexia-friendly theme."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from press_profile import press_profile
from sources import laid

from publisher.paper.reading import read_pdf
from publisher.publish import Made, examine, write

BOOK = """\
book: {{title: Tides & Moons, language: en-GB, date: 2022-03-29, slug: tides, publisher: {{name: A small press}}}}
chapters: [chapters/01.md]
theme: {theme}
editions:
  pdf: {{page: A4, size: 12pt}}
  press: {press}
accessibility: {{contact: {{email: books@example.org}}}}
"""
CHAPTER = (
    "# Tides\n\nThe *moon* pulls the sea, says [the almanac](https://example.org/).\n\n"
    + "It comes and it goes away again, as it always did. " * 40
)


def made(
    folder: Path,
    name: str,
    *,
    theme: str = "plain",
    press: str = "{profile: press.icc}",
    profile: bytes = press_profile(),
) -> Made:
    files = {
        "book.yaml": BOOK.format(theme=theme, press=press).encode(),
        "chapters/01.md": CHAPTER.encode(),
        "press.icc": profile,
    }
    laid(folder, files)
    return next(one for one in write(examine(folder).book, (name,)) if one.edition.name == name)


def test_the_press_edition_is_a_file_of_its_own(tmp_path: Path) -> None:
    one = made(tmp_path, "press", press="{page: 6in 9in, size: 12pt, bleed: 5mm, marks: false, profile: press.icc}")
    assert not one.failure and list(one.files) == ["tides-press.pdf"]
    pdf = pikepdf.open(BytesIO(one.files["tides-press.pdf"]))
    assert str(pdf.docinfo["/Title"]) == "Tides & Moons (for the press)"
    assert [float(side) for side in pdf.pages[0].obj.TrimBox] == pytest.approx([0, 0, 432, 648], abs=0.01)
    bleed = 5 / 25.4 * 72
    assert [float(side) for side in pdf.pages[0].obj.BleedBox] == pytest.approx(
        [-bleed, -bleed, 432 + bleed, 648 + bleed], abs=0.01
    )


def test_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path / "a", "press").files == made(tmp_path / "another folder", "press").files


def test_without_a_profile_nobody_guesses(tmp_path: Path) -> None:
    assert "needs the ICC profile of the press" in made(tmp_path, "press", press="{page: A5}").failure


@pytest.mark.parametrize("theme", ["plain", "dyslexia-friendly"])
def test_a_cream_page_is_not_printed_by_the_press(theme: str, tmp_path: Path) -> None:
    pdf = pikepdf.open(BytesIO(made(tmp_path, "press", theme=theme).files["tides-press.pdf"]))
    assert not any(_is_filled(page) for page in pdf.pages)


def test_dyslexia_friendly_print(tmp_path: Path) -> None:
    one = made(tmp_path, "pdf", theme="dyslexia-friendly")
    pdf = pikepdf.open(BytesIO(one.files["tides.pdf"]))
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.obj.Resources.Font.values()}
    assert fonts and not [font for font in fonts if "Italic" in font or "Oblique" in font]
    assert all(_is_filled(page) for page in pdf.pages)  # cream, on every page
    assert "It comes and it goes away again" in " ".join(tag.words for tag in read_pdf(one.files["tides.pdf"]))


def _is_filled(page: pikepdf.Page) -> bool:
    """Whether a rectangle as large as the page is painted, before anything else and as no part of the text."""
    width, height = (float(side) / 0.75 for side in page.obj.TrimBox[2:])
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "re":
            _, _, wide, high = map(float, instruction.operands)
            if abs(wide) >= width - 1 and abs(high) >= height - 1:
                return True
        if str(instruction.operator) == "BT":
            return False
    return False
