"""A figure that has not quite room is set smaller, and no page is left half empty for it."""

import inspect
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from pictures import svg
from tagged import Reader

from publisher.paper import fitted_figures, framed_drawings
from publisher.paper.engine import render

WORDS = "Grey water lay there, and nobody was asked. "
PICTURE = svg('<rect width="300" height="200" fill="#345"/>', attributes='viewBox="0 0 300 200"')
CSS = "@page { size: 100mm 200mm; margin: 20mm 10mm } body { font-size: 12pt; line-height: 17pt; margin: 0 } "
CSS += "p { margin: 0 } figure { break-inside: avoid; margin: 0 } "
CSS += "figure img { width: 100%; display: block; max-height: 80mm; object-fit: contain }"
CSS += " figcaption { orphans: 3; widows: 3; break-before: avoid }"


def pages(before: int, caption: int, picture: bytes = PICTURE) -> tuple[list[float], list[int]]:
    """The height of the picture in millimetres on each page that has it, and the pages of the caption's words."""
    figure = f'<figure><img src="a.svg" alt="Blue"><figcaption>{"Caption it is. " * caption}</figcaption></figure>'
    html = f'<html lang="en"><head><title>t</title></head><body><p>{"word<br>" * before}</p>{figure}</body></html>'
    made = render(html, stylesheet=CSS, resources={"a.svg": picture})
    pdf = pikepdf.open(BytesIO(made.pdf))
    tree = Reader(pdf).tree
    captions = sorted({part.page for each in tree.every("Caption") for part in each.contents})
    return [round(height) for page in pdf.pages for height in _pictures(page)], captions


def _pictures(page: pikepdf.Page) -> Iterator[float]:
    """The height of each picture's frame."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "re" and float(operands[2]) > 100 and float(operands[0]) == float(operands[1]) == 0:
            yield float(operands[3]) * 25.4 / 96
            return


def test_a_picture_with_room_keeps_its_size() -> None:
    assert pages(4, 1) == ([53], [0])


def test_one_with_a_little_less_gives_way() -> None:
    [height], captions = pages(17, 1)
    assert 0.65 * 53 < height < 53 and captions == [0]


def test_one_with_much_less_begins_the_next_page() -> None:
    assert pages(21, 1) == ([53], [1])


def test_a_figure_longer_than_a_page_goes_on_with_its_caption() -> None:
    heights, captions = pages(6, 60)
    assert heights == [53] and captions == [0, 1]


def test_a_drawing_with_words_keeps_its_size() -> None:
    drawing = PICTURE.replace(b"</svg>", b'<text x="9" y="40" font-size="30">Quay</text></svg>')
    assert pages(17, 1, drawing) == ([53], [1])


def test_nothing_is_seen_beside_the_sheet_of_a_drawing() -> None:
    beside = svg('<circle cx="330" cy="20" r="9" fill="#c00"/>', attributes='viewBox="0 0 300 200"')
    html = '<html lang="en"><head><title>t</title></head><body><img src="a.svg" alt="x" style="{}"></body></html>'
    made = render(
        html.format("width: 70mm; height: 20mm; object-fit: contain; object-position: 0 0"),
        stylesheet=CSS,
        resources={"a.svg": beside},
    )
    import pypdfium2

    image = pypdfium2.PdfDocument(made.pdf)[0].render(scale=1).to_pil().convert("RGB")
    assert (204, 0, 0) not in {colour for _, colour in image.getcolors(1 << 20)}


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (
            fitted_figures._switch,
            "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes "
            "adjoining_margins first_letter_style first_line_style discard max_lines",
        ),
        (framed_drawings._draw, "self stream concrete_width concrete_height _style"),
    ],
)
def test_the_names_that_we_take_the_place_of(function: object, parameters: str) -> None:
    assert list(inspect.signature(function).parameters) == parameters.split()  # type: ignore[arg-type]
