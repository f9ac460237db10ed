"""Page labels are the folios."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.paper.conformance import finisher
from publisher.paper.folios import _roman


class Pdf:
    def __init__(self) -> None:
        self.catalog: dict[str, object] = {}


def labelled(labels: list[str]) -> list[str]:
    """What a viewer shows for each page (ISO 32000-1 12.4.2)."""
    pdf = Pdf()
    finisher(labels)(None, pdf)
    numbers = list(pdf.catalog["PageLabels"]["Nums"])
    starts = [*numbers[::2], len(labels)]
    shown: list[str] = []
    for start, end, style in zip(starts, starts[1:], numbers[1::2], strict=False):
        for page in range(end - start):
            number = style["St"] + page
            shown.append(str(number) if style["S"] == "/D" else _roman(number))
    return shown


@given(
    st.lists(
        st.builds(lambda n, roman: _roman(n) if roman else str(n), st.integers(1, 3999), st.booleans()), max_size=30
    )
)
def test_any_folios_come_back(labels: list[str]) -> None:
    assert labelled(labels) == labels


@pytest.mark.parametrize(("number", "numeral"), [(1, "i"), (4, "iv"), (9, "ix"), (49, "xlix"), (1994, "mcmxciv")])
def test_roman_numerals(number: int, numeral: str) -> None:
    assert _roman(number) == numeral


def test_a_folio_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="neither arabic nor roman"):
        labelled(["A-1"])
