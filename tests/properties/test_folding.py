"""What must hold of the sheets of every booklet, whatever its length."""

from folding import folded
from hypothesis import given
from hypothesis import strategies as st

from publisher.paper.imposition import padded, sides

PAGES = st.integers(min_value=1, max_value=2000)


@given(PAGES)
def test_whole_sheets_and_blanks_before_the_back_cover(pages: int) -> None:
    order = padded(pages)
    assert len(order) % 4 == 0 and order.count(0) == -pages % 4
    assert [number for number in order if number] == list(range(1, pages + 1))
    assert order[0] == 1
    assert order[-1] == pages or pages == 1


@given(PAGES, st.booleans())
def test_each_page_once_and_each_side_adds_up(sheets: int, right_to_left: bool) -> None:
    pages = 4 * sheets
    made = list(sides(pages, right_to_left=right_to_left))
    assert sorted(page for side in made for page in side) == list(range(1, pages + 1))
    assert {left + right for left, right in made} == {pages + 1}
    assert folded(made[::2], made[1::2], right_to_left=right_to_left) == list(range(1, pages + 1))
    mirrored = sides(pages, right_to_left=not right_to_left)
    assert [(right, left) for left, right in mirrored] == made
