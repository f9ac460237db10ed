"""The specimen, rendered once for all who ask."""

from io import BytesIO

import pikepdf
import pytest
import specimen
from specimen import rendered

from publisher.paper.engine import Rendering


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
