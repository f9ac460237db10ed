"""Letters of drawings in large print: larger where they fit, told where they do not."""

import re

import pytest
from lxml import etree
from pictures import svg

from publisher.paper.drawing_styles import spelled_out
from publisher.paper.lettering import Lettering, lettered
from publisher.paper.letters import labels


def made(inner: str, *, width: float = 400, height: float = 400, sheet: str = "0 0 400 400") -> Lettering:
    drawing = svg(inner, attributes=f'viewBox="{sheet}"')
    return lettered(drawing, width=width, height=height, least=16, better=18)


def sizes(drawing: bytes) -> list[float]:
    return [round(label.smallest, 1) for label in labels(etree.fromstring(drawing))]


def test_letters_that_are_large_enough_stay_as_they_are() -> None:
    drawing = svg('<text x="9" y="30" font-size="17">Tide</text>', attributes='viewBox="0 0 400 400"')
    assert lettered(drawing, width=400, height=400, least=16, better=18) == Lettering(data=drawing, smallest=17)


def test_letters_with_room_are_as_large_as_the_text() -> None:
    assert sizes(made('<text x="9" y="30" font-size="9">Tide</text>').data) == [pytest.approx(18, abs=0.2)]


@pytest.mark.parametrize(
    "style",
    [
        '<style>text { font-size: 5pt }</style><text x="9" y="90">Tide</text>',
        '<style>.t { font: bold 6px "Open Sans", serif }</style><text class="t" x="9" y="90">Tide</text>',
        '<g style="font-size: 7px"><text x="9" y="90">Tide</text></g>',
        '<g font-size="30" transform="scale(0.2)"><text x="45" y="450">Tide</text></g>',
        '<text x="9" y="90" style="font-size: 5px !important"><tspan font-size="3">Tide</tspan></text>',
    ],
)
def test_whoever_sets_the_size(style: str) -> None:
    drawing = spelled_out(svg(style, attributes='viewBox="0 0 400 400"'))
    assert 0 < min(sizes(drawing)) < 10
    assert min(sizes(lettered(drawing, width=400, height=400, least=16, better=18).data)) >= 16


def test_the_sheet_grows_with_what_stands_at_its_edge() -> None:
    end = '<text x="399" y="200" text-anchor="end" font-size="12">0</text>'
    done = made(f'{end}<text x="1" y="8" font-size="9">Top</text>')
    assert not done.words
    left, top, width, height = map(float, str(etree.fromstring(done.data).get("viewBox")).split())
    assert top < 0 and height > 400 and left == 0 and width == 400
    assert min(sizes(done.data)) * 400 / height >= 16


def test_words_that_would_meet_stay_and_are_told() -> None:
    done = made("".join(f'<text x="9" y="{30 + 9 * n}" font-size="8">Line {n}</text>' for n in range(4)))
    assert done.words == ("Line 1", "Line 2", "Line 3")
    assert sizes(done.data) == [16.0, 8, 8, 8]
    assert done.smallest == 8


def test_words_in_a_shape_stay_in_it() -> None:
    shape = '<rect x="60" y="50" width="40" height="20"/>'
    shape += '<text x="80" y="65" text-anchor="middle" font-size="9">Harbour</text>'
    assert made(shape).words == ("Harbour",)
    assert not made(shape.replace('width="40"', 'width="120"').replace('x="80"', 'x="120"')).words


def test_lines_of_one_text_keep_their_distance() -> None:
    text = '<text font-size="9"><tspan x="9" y="40">One</tspan><tspan x="9" dy="{}">Two</tspan></text>'
    assert not made(text.format("1.2em")).words
    assert made(text.format("10")).words == ("One Two",)


@pytest.mark.parametrize(
    "inner",
    [
        '<path id="p" d="M0 90h300"/><text font-size="9"><textPath href="#p">Along the quay</textPath></text>',
        '<text x="9 19 29" y="90" font-size="9">Abc</text>',
        '<defs><g id="g"><text x="9" y="90" font-size="9">Mark</text></g></defs><use href="#g"/>',
        '<text x="10%" y="90" font-size="9">Mark</text>',
    ],
)
def test_what_cannot_be_measured_is_told(inner: str) -> None:
    assert len(made(inner).words) == 1


def test_what_is_not_shown_is_no_matter() -> None:
    hidden = '<g display="none"><text x="9" y="9" font-size="3">Layer</text></g>'
    assert not made(f'{hidden}<text font-size="4"> </text>').words


@pytest.mark.parametrize("transform", ["scale(0)", "scale(1e999)", "rotate(x)", "matrix(1 2)", "translate(1e999)"])
def test_broken_places_stop_nothing(transform: str) -> None:
    made(f'<g transform="{transform}"><text x="1e999" y="9" font-size="4">Quay</text></g>')
    made('<text y="9" font-size="4">Quay</text>', sheet="0 0 1e999 9")


def test_many_labels_are_told_at_once() -> None:
    done = made("".join(f'<text x="{n % 40 * 10}" y="{n // 40 * 10}" font-size="4">n{n}</text>' for n in range(1600)))
    assert len(done.words) == 1600


def test_the_shorthand_is_spelled_out() -> None:
    written = spelled_out(svg("<text style=\"fill:red;font: italic 700 12px/1.2 'A; B', serif\">a</text>")).decode()
    [style] = re.findall('style="([^"]*)"', written)
    assert style == "fill:red;font-style:italic;font-weight:700;font-size:12px;font-family:'A; B', serif"
