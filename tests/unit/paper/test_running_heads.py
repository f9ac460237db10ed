"""The book stands at the head of each verso, the chapter of each recto, on whichever side those lie."""

from io import BytesIO

import pikepdf
import pytest
from specimen import rendered
from tagged import Reader

FRONT = '<section class="title-page"><h1 class="title">Harbours</h1></section>'
TEXT = "<p>Grey water lay there. " * 200
BODY = f'<div class="body"><section><h1 class="chapter-title">Boats</h1>{TEXT}</section></div>'


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_versos_show_the_book_and_rectos_the_chapter(direction: str) -> None:
    html = f'<html lang="en" dir="{direction}"><head><title>t</title></head><body>{FRONT}{BODY}</body></html>'
    made = rendered(html, "A6")
    heads: dict[str, set[int]] = {"Harbours": set(), "Boats": set()}
    for text in Reader(pikepdf.open(BytesIO(made.pdf))).artifacts:
        heads.get(text, set()).add(text.page)
    opening = made.labels.index("1")
    assert opening % 2 == 0
    assert heads["Harbours"] == set(range(opening + 1, made.pages, 2))
    assert heads["Boats"] == set(range(opening + 2, made.pages, 2))
