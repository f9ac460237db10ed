"""A chapter's title has company on its page, however large what follows it is."""

from io import BytesIO

import pikepdf
import pytest
from specimen import rendered
from tagged import Reader

LONG = "Grey water lay there, and nobody was asked. " * 10
TITLE = '<h1 class="chapter-title">The harbour, and<br>all that became<br>of it since</h1>'


PICTURE = f'<figure><img src="images/disc.svg" alt="A disc"><figcaption><p>{LONG}</p></figcaption></figure>'
BOX = f'<section class="box">{f"<p>{LONG}</p>" * 3}</section>'
NOTES = f'<section class="notes"><h1>Notes</h1><ol class="notes"><li><p>{LONG * 3}</p></li></ol></section>'


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="body"><section class="chapter">{TITLE}{PICTURE}</section></div>',
        f'<div class="body"><section class="chapter">{TITLE}{BOX}</section></div>',
        f'<div class="back">{NOTES}</div>',
    ],
    ids=["picture", "box", "notes"],
)
def test_no_title_stands_alone(body: str) -> None:
    html = f'<html lang="en"><head><title>t</title></head><body>{body}</body></html>'
    tree = Reader(pikepdf.open(BytesIO(rendered(html).pdf))).tree
    [title] = tree.every("H1")
    pages = [part.page for part in tree.contents]
    assert pages.count(next(title.contents).page) > len(list(title.contents))
