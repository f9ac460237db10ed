"""What fits no page ends in a good page or in a finding, and no word of it is lost in silence."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tagged import Reader

from publisher.publish import Made, examine, write

MANIFEST = """\
book: {title: Hard, language: en-GB, slug: hard, date: 2026-01-05}
chapters: [one.md]
editions: {pdf: {page: A5}}
accessibility: {contact: {email: hard@example.org}}
"""
SENTENCE = "The water was grey that morning and nobody on the quay said what everybody knew about boat {}. "
STORY = "".join(SENTENCE.format(number) for number in range(60))
WORD = "abcdefghij" * 200
FITS = f"""\
# Hard things

| Name | Story |
|---|---|
| Anna | short |
| Boat | {STORY} |
| Cat | end |

: Who lies there {{#tbl-boats}}

Before {WORD} after.

![A wall](wall.png)

![A mast](mast.svg)

The end.
"""
MAST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 900"><path d="M4 0h2v900h-2z"/></svg>'


def made(folder: Path, chapter: str) -> tuple[list[str], Made]:
    """What is found in the book, by its rules, and its print edition."""
    wall = BytesIO()
    Image.new("RGB", (1500, 4500), (90, 120, 140)).save(wall, "PNG")
    (folder / "wall.png").write_bytes(wall.getvalue())
    for name, text in {"book.yaml": MANIFEST, "one.md": chapter, "mast.svg": MAST}.items():
        (folder / name).write_text(text, encoding="utf-8")
    examined = examine(folder)
    [pdf] = write(examined.book, ("pdf",))
    assert not pdf.failure
    return [finding.rule.code for finding in examined.findings], pdf


def heard(text: str) -> str:
    return re.sub("[\u00ad\u200b]", "", text).strip()


def test_rows_words_and_pictures_larger_than_a_page_are_whole(tmp_path: Path) -> None:
    findings, pdf = made(tmp_path, FITS)
    assert findings == [] and pdf.findings == ()
    file = pikepdf.open(BytesIO(pdf.files["hard.pdf"]))
    tree = Reader(file).tree
    [story] = [cell for cell in tree.every("TD") if cell.text.startswith("The water")]
    assert heard(story.text) == STORY.strip() and len({piece.page for piece in story.contents}) > 2
    assert f"Before {WORD} after." in [heard(paragraph.text) for paragraph in tree.every("P")]
    _, _, width, height = map(float, file.pages[0].trimbox)
    boxes = [list(map(float, figure.object.A[0].BBox)) for figure in tree.every("Figure")]
    assert [0 < left < right < width and 0 < bottom < top < height for left, bottom, right, top in boxes] == [True] * 2


@pytest.mark.parametrize("name", ["a#b", "50%25", "who? me", "måne & sol"])
def test_a_picture_may_have_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.svg").write_text(MAST, encoding="utf-8")
    _, pdf = made(tmp_path, f"# One\n\n![A mast on the quay](<{name.replace('%', '%25')}.svg>)\n")
    file = pikepdf.open(BytesIO(pdf.files["hard.pdf"]))
    tree = Reader(file).tree
    assert [figure.object.Alt for figure in tree.every("Figure")][-1] == "A mast on the quay"


def test_forty_lists_in_one_another_are_told(tmp_path: Path) -> None:
    lists = "".join(f"{'    ' * depth}- level {depth}\n" for depth in range(40))
    _, pdf = made(tmp_path, f"# Lists\n\n{lists}\nAfter.\n")
    assert [finding.rule.code for finding in pdf.findings] == ["PRT-01"] and not pdf.files
    assert "'level " in pdf.findings[0].message


@pytest.mark.parametrize("chapter", ["", "<!-- nothing -->\n"])
def test_an_empty_chapter_is_told(chapter: str, tmp_path: Path) -> None:
    findings, _ = made(tmp_path, chapter)
    assert "STR-01" in findings


def test_a_chapter_of_a_title_alone_is_a_page(tmp_path: Path) -> None:
    findings, pdf = made(tmp_path, "# Nothing yet\n")
    assert findings == [] and pdf.findings == ()
    tree = Reader(pikepdf.open(BytesIO(pdf.files["hard.pdf"]))).tree
    assert [heard(title.text) for title in tree.every("H1")][-1] == "Nothing yet"
