"""Margins, measure and lines from the size of the page."""

import re
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagged import Reader

from publisher.paper.engine import render
from publisher.paper.stylesheet import Margins, dimensions, geometry, page_rules
from publisher.themes.theme import load

LINE, MEASURE = 6.0, 125.0  # 12 pt on 17 pt


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ("A0", (841, 1189)),
        ("A4", (210, 297)),
        ("a6", (105, 148)),
        ("A10", (26, 37)),
        ("B5", (176, 250)),
        ("C4", (229, 324)),
        ("JIS-B5", (182, 257)),
        ("a5 landscape", (210, 148)),
        ("landscape A5", (210, 148)),
        ("6in 9in", (152.4, 228.6)),
        ("120mm", (120, 120)),
        ("9in 6in portrait", (152.4, 228.6)),
    ],
)
def test_any_page_size_of_css(page: str, size: tuple[float, float]) -> None:
    assert dimensions(page) == pytest.approx(size)


@pytest.mark.parametrize(
    "page", ["", "A9", "A4 A5", "6", "20em 30em", "landscape", "1mm 2mm 3mm", "6in;9in", "A7", "5cm"]
)
def test_what_holds_no_page_is_refused(page: str) -> None:
    with pytest.raises(ValueError):
        geometry(page, line=LINE, measure=MEASURE)


def test_a4_and_a5_are_those_of_the_design() -> None:
    a4, a5 = (geometry(page, line=LINE, measure=MEASURE) for page in ("A4", "A5"))
    assert (a4.width - a4.inner - a4.outer, a4.inner) == pytest.approx((125, 34))
    assert a5.width - a5.inner - a5.outer == pytest.approx(108, abs=0.1)


@given(st.floats(95, 450), st.floats(140, 600), st.floats(5, 10), st.sampled_from([20.0, 25.0]))
def test_the_block_is_whole_lines_between_margins_that_hold(
    width: float, height: float, line: float, binding: float
) -> None:
    page = geometry(f"{width:.3f}mm {height:.3f}mm", line=line, measure=25 * line, margins=Margins(binding=binding))
    assert page.inner >= binding and page.outer >= 14.999 and page.top >= 15 and page.bottom >= 15
    assert page.outer >= page.inner or page.inner == binding
    assert page.width - page.inner - page.outer <= 25 * line + 0.001
    assert page.block_height / line == pytest.approx(round(page.block_height / line))


def test_binding_edges_are_mirrored() -> None:
    rules = page_rules(load("plain"), "A4", "12pt", bleed="3mm", marks=True)
    margins = {
        side: re.search(rf"@page :{side} {{ margin-left: (\S+); margin-right: (\S+) }}", rules)
        for side in ("left", "right")
    }
    assert margins["left"].groups() == margins["right"].groups()[::-1]
    assert margins["right"][1] == "34.0467mm"
    assert "bleed: 3mm; marks: crop" in rules


def test_words_are_broken_only_where_the_book_asks_for_it() -> None:
    theme = load("plain")
    assert "hyphens: auto" not in page_rules(theme, "A5", "12pt") + theme.css("print")
    assert "hyphens: auto" in page_rules(theme, "A5", "12pt", hyphenate=True)
    assert "hyphens" not in theme.css("epub").replace("hyphens: manual", "")


def test_no_word_is_cut_in_two_where_elements_are_nested() -> None:
    """The engine takes a word in an element in an element for the first of its line, and may break
    that one anywhere."""
    words = "A short note with <em>emphasis</em>, citing <a href='#x'>another</a> <span>Understanding it</span> in <em>italics</em>."
    lines = "".join(
        f"<p style='width: {width}px'>So <span lang='fr'>{words}</span></p>" for width in range(150, 330, 4)
    )
    html = f"<html lang='en'><head><title>T</title></head><body><h1 id='x'>T</h1>{lines}</body></html>"
    css = f"{load('plain').css('print')}\n{page_rules(load('plain'), 'A4', '12pt')}"
    pdf = pikepdf.open(BytesIO(render(html, stylesheet=css, resources={}).pdf))
    runs = [text.strip() for text in Reader(pdf).contents.values()]
    for word in ("emphasis", "another", "italics"):
        assert runs.count(word) == 45, word
