"""The pages of handouts: room for a punch and a staple, and lines that are read with ease, on any page."""

import pytest

from publisher.paper.handout_pages import handout_geometry, handout_rules
from publisher.paper.stylesheet import CLEAR, LARGE, Margins, millimetres
from publisher.themes.theme import load

THEME = load("plain")


@pytest.mark.parametrize("page", ["A4", "A4 landscape", "A5", "A5 landscape", "6in 9in", "letter", "A3", "A6"])
@pytest.mark.parametrize(("size", "margins"), [("12pt", CLEAR), ("14pt", CLEAR), ("18pt", LARGE)])
def test_margins_and_lines(page: str, size: str, margins: Margins) -> None:
    try:
        made = handout_geometry(THEME, page, size, margins)
    except ValueError:
        assert page == "A6"
        return
    assert made.inner >= margins.binding - 1e-6 and made.outer >= margins.outer - 1e-6 and made.top >= 15
    assert made.bottom >= 12 + 2 * made.line - 1e-6
    assert made.measure <= millimetres(size) * float(THEME.tokens["measure.longest"].removesuffix("em")) + 1e-6
    assert made.measure <= made.block_width + 1e-6
    assert made.block_height / made.line == pytest.approx(round(made.block_height / made.line))


def test_large_figures_have_a_margin_of_their_own_where_there_is_room() -> None:
    wide, narrow = (handout_geometry(THEME, page, "12pt") for page in ("A4", "A5"))
    assert wide.block_width - wide.measure > 30
    assert narrow.block_width == pytest.approx(narrow.measure)
    assert "height: 0" in handout_rules(wide, "12pt", duplex=True, language="en")
    assert "height: 0" not in handout_rules(narrow, "12pt", duplex=True, language="en")


def test_sheets_printed_on_one_side_are_bound_at_the_left() -> None:
    made = handout_geometry(THEME, "A5", "12pt")
    left = f"@page :left {{ margin-left: {made.inner:.4f}mm"
    assert left in handout_rules(made, "12pt", duplex=False, language="en")
    assert left not in handout_rules(made, "12pt", duplex=True, language="en")


def test_the_page_is_counted_in_the_words_of_the_language() -> None:
    made = handout_geometry(THEME, "A4", "12pt")
    assert '"Seite " counter(page) " von " counter(pages) ""' in handout_rules(
        made, "12pt", duplex=True, language="de-AT"
    )
