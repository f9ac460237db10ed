"""Rows of a table that have become lists of many values fill their pages, below their caption."""

from io import BytesIO

import pikepdf
import pytest
from specimen import rendered
from tagged import Reader


@pytest.mark.parametrize(("name", "apart"), [("long", False), ("", True)])
def test_a_long_row_begins_below_its_caption(name: str, apart: bool) -> None:
    values = "".join(f"<li>Week {n}: {n}</li>" for n in range(60))
    html = (
        '<html lang="en"><head><title>t</title></head><body><div class="body"><section>'
        '<h1 class="chapter-title">Tables</h1>'
        '<p>Text.</p><div class="stacked"><p class="caption">Boats by the week</p>'
        f'<ul><li class="{name}"><p class="row">Quay</p><ul>{values}</ul></li></ul></div></section></div></body></html>'
    )
    tree = Reader(pikepdf.open(BytesIO(rendered(html).pdf))).tree
    text, caption, row, first = [next(part.contents).page for part in (*tree.every("P"), *tree.every("LI"))][:4]
    assert (caption > text) == apart
    assert caption == row == first or apart
