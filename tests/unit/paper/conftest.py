"""The specimen, rendered once for all who ask; the engine as it comes, in each test anew."""

from io import BytesIO

import pikepdf
import pytest
import specimen
from specimen import rendered
from weasyprint.draw import text
from weasyprint.images import SVGImage
from weasyprint.layout import block, inline
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from publisher.paper import drawn_letters, fitted_figures, framed_drawings, hanging_spaces, spaced_lines
from publisher.paper.engine import Rendering

# What the engine's process changes in the engine, which a test that plays its part would change for all after it.
_CHANGED = (
    (line_break, "create_layout", spaced_lines._create_layout),
    (inline, "split_first_line", hanging_spaces._split_first_line),
    (block, "block_level_layout_switch", fitted_figures._switch),
    (SVGImage, "draw", framed_drawings._draw),
    (text, "draw_first_line", drawn_letters._draw_first_line),
    (Stream, "add_group", drawn_letters._add_group),
)


@pytest.fixture(autouse=True)
def _engine_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, name, own in _CHANGED:
        monkeypatch.setattr(owner, name, own)


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
