"""Running heads say whole titles, or as much of them as their lines hold, and never half a word."""

from io import BytesIO

import pikepdf
import pytest
from specimen import rendered
from tagged import Reader

from publisher.paper.running_heads import name_heads, shortened
from publisher.xhtml.element import element

LONG = "NGOs and Government: Allies in the Fight against Modern Slavery in the UK"


@pytest.mark.parametrize(
    ("title", "room", "most", "head"),
    [
        ("Tides", 20, 20, "Tides"),
        (LONG, 80, 80, LONG),
        (LONG, 40, 80, "NGOs and Government"),
        ("Part 1 – a history of quays", 20, 40, "Part 1 – a history of quays"),
        ("The slow and the quick tides", 20, 20, "The slow and the …"),
        ("Incomprehensibilities", 12, 12, "…"),
    ],
)
def test_what_has_room(title: str, room: int, most: int, head: str) -> None:
    assert shortened(title, room, most) == head


def test_marks_of_notes_are_no_part_of_a_head() -> None:
    mark = element("a", "1", class_="note-reference")
    root = element("div", element("h1", "Tides", mark), element("h1", "Quays"), element("h2", LONG * 2))
    name_heads(root, 20)
    assert [child.get("data-head") for child in root] == ["Tides", None, None]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_long_titles_stand_in_two_lines_on_the_page(direction: str) -> None:
    text = "<p>Grey water lay there. " * 200
    html = (
        f'<html lang="en" dir="{direction}"><head><title>t</title></head><body><section class="title-page">'
        f'<h1 class="title">{LONG}</h1></section><div class="body"><section>'
        f'<h1 class="chapter-title" data-head="Of boats">Of boats and their owners</h1>{text}</section></div>'
        "</body></html>"
    )
    said = " ".join(Reader(pikepdf.open(BytesIO(rendered(html, "A6").pdf))).artifacts)
    assert LONG.split()[-1] in said and "…" not in said and "Of boats" in said and "owners" not in said
