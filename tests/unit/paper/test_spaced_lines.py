"""Letters that stand farther apart make no line of a single word."""

import inspect
from collections.abc import Iterator

import pytest
import specimen
from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break

from publisher.paper import spaced_lines

WORDS = " ".join([specimen.PROSE] * 4)


def lengths(width: int) -> Iterator[int]:
    """How many characters each line of a paragraph has, the last one aside."""
    style = f"@page {{ size: 200mm 900mm }} p {{ width: {width}mm; letter-spacing: 0.16em }}"
    page = HTML(string=f"<p>{WORDS}").render(stylesheets=[CSS(string=style)]).pages[0]._page_box
    lines = [line for line in page.descendants() if isinstance(line, boxes.LineBox)]
    texts = ("".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)) for line in lines)
    yield from [len(text) for text in texts][:-1]


def short_lines() -> list[tuple[int, int]]:
    return [
        (width, length)
        for width in range(90, 150, 2)
        for found in [list(lengths(width))]
        for length in found
        if length < 0.6 * max(found)
    ]


def test_no_word_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_break, "create_layout", spaced_lines._layout)
    assert short_lines() == []


def test_the_engine_still_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails on the day on which the engine measures rightly, and all of this can go."""
    monkeypatch.setattr(line_break, "create_layout", spaced_lines._create_layout)
    assert short_lines()


def test_the_name_that_we_take_the_place_of() -> None:
    parameters = ["text", "style", "context", "max_width", "justification_spacing"]
    assert list(inspect.signature(spaced_lines._create_layout).parameters) == parameters
