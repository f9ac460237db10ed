"""What letters of drawings become on the page: text where they are large enough, shapes where not."""

import inspect
from io import BytesIO

import pikepdf
from pictures import svg
from weasyprint.draw import text
from weasyprint.pdf.stream import Stream

from publisher.paper import drawn_letters
from publisher.paper.engine import render

HTML = (
    '<html lang="en"><head><title>t</title></head><body><p>Of the '
    '<img src="a.svg" alt="Words" style="width: 200pt"></body></html>'
)
DRAWING = svg(
    '<text x="9" y="40" font-size="20">High water</text>'
    '<text x="190" y="90" font-size="8" text-anchor="end">low tide</text>',
    attributes='viewBox="0 0 200 100"',
)


def drawn(least: float) -> list[str]:
    """The operators and the fonts' letters of all that the drawing paints."""
    made = render(HTML, stylesheet="@page { size: A6 }", resources={"a.svg": DRAWING}, least=least)
    assert not made.problems
    pdf = pikepdf.open(BytesIO(made.pdf))
    [page] = pdf.pages
    groups = [form for form in page.resources.XObject.values() if form.Subtype == "/Form"]
    return [str(operator) for part in (page, *groups) for _, operator in pikepdf.parse_content_stream(part)]


def test_letters_that_are_too_small_are_shapes() -> None:
    all_letters, large_alone, none = drawn(0), drawn(16), drawn(21)
    shown = [operators.count("TJ") + operators.count("Tj") for operators in (all_letters, large_alone, none)]
    assert shown[0] - shown[1] == len("low tide")
    assert shown[1] - shown[2] == len("High water")
    assert "c" not in all_letters
    assert [operators.count("c") > 9 for operators in (large_alone, none)] == [True, True]


def test_words_of_a_drawing_are_parted_where_they_are_copied() -> None:
    made = render(HTML, stylesheet="@page { size: A6 }", resources={"a.svg": DRAWING})
    pdf = pikepdf.open(BytesIO(made.pdf))
    [page] = pdf.pages
    shown = [operands for operands, operator in pikepdf.parse_content_stream(page) if str(operator) in ("Tj", "TJ")]
    assert len(shown) == 1 + len("High water")  # one for the paragraph's words


def test_the_names_that_we_take_the_place_of() -> None:
    parameters = ["stream", "textbox", "text_overflow", "block_ellipsis", "matrix"]
    assert list(inspect.signature(drawn_letters._draw_first_line).parameters) == parameters
    assert list(inspect.signature(drawn_letters._add_group).parameters) == ["self", "x", "y", "width", "height"]
    assert "draw_first_line" in text.draw_text.__code__.co_names
    assert Stream.add_group is drawn_letters._add_group  # in this process nothing has been changed
