"""A line ends where its words have no more room, also before a link."""

import inspect

import pytest
from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from publisher.paper import hanging_spaces

TEXT = (
    "Harbour Trust, (2025) <cite>Survey of the Quays</cite>, Harbour Trust Press, Retrieved 2 January 2026, from "
    "<a><span>https://</span><span>example</span></a> and more."
)


def stubs() -> list[str]:
    """Lines that end after a word or two, in paragraphs of many widths."""
    found = []
    for width in range(120, 220, 3):
        style = f"@page {{ size: {width}mm 90mm }} p {{ word-spacing: 5mm }}"  # spaces that are easily too wide
        page = HTML(string=f"<p>{TEXT}").render(stylesheets=[CSS(string=style)]).pages[0]
        lines = [line for line in page._page_box.descendants() if isinstance(line, boxes.LineBox)]
        texts = ["".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)) for line in lines]
        found += [text for text in texts[:-1] if len(text) < 0.4 * max(map(len, texts))]
    return found


def test_no_line_is_a_stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "split_first_line", hanging_spaces._split)
    assert stubs() == []


def test_the_engine_still_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails on the day on which the engine lets spaces hang, and all of this can go."""
    monkeypatch.setattr(inline, "split_first_line", hanging_spaces._split_first_line)
    assert stubs()


def test_the_name_that_we_take_the_place_of() -> None:
    parameters = ["text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum"]
    assert list(inspect.signature(hanging_spaces._split_first_line).parameters) == parameters
