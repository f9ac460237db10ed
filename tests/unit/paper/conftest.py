"""The specimen, rendered once for all who ask."""

from io import BytesIO

import pikepdf
import pytest
import specimen

from publisher.paper.engine import Rendering, render
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load


def rendered(html: str, page: str = "A5") -> Rendering:
    theme = load("plain")
    return render(html, stylesheet=theme.css("print") + page_rules(theme, page, "12pt"), resources=specimen.RESOURCES)


@pytest.fixture(scope="session")
def short() -> Rendering:
    return rendered(specimen.book())


@pytest.fixture(scope="session")
def long() -> Rendering:
    """A table of 120 rows, a list of 60 items and a paragraph of four pages."""
    return rendered(specimen.book(rows=120, items=60, sentences=40))


@pytest.fixture(scope="session")
def long_pdf(long: Rendering) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(long.pdf))
