"""Every pair of colours in which a theme sets text can be read (WCAG 2.2, 1.4.3)."""

import pytest

from publisher.themes.contrast import Pair, pairs
from publisher.themes.theme import load


@pytest.mark.parametrize("pair", tuple(pairs(load("plain"))), ids=lambda pair: pair.name)
def test_plain_can_be_read(pair: Pair) -> None:
    assert pair.ratio >= 4.5


def test_every_colour_of_text_is_in_a_pair() -> None:
    tokens = load("plain").tokens
    paired = {tokens[key] for key in tokens if key.startswith("contrast.")}
    assert {value for key, value in tokens.items() if key.startswith("colour.")} - paired == {tokens["colour.hairline"]}


@pytest.mark.parametrize(
    ("text", "background", "ratio"),
    [("#767676", "#fff", 4.54), ("#777777", "#ffffff", 4.47), ("#000", "#fff", 21.0), ("#fff", "#fff", 1.0)],
)
def test_ratios_of_the_standard(text: str, background: str, ratio: float) -> None:
    assert int(Pair(name="", text=text, background=background).ratio * 100) / 100 == ratio


@pytest.mark.parametrize("colour", ["red", "#12345", "17181c", "rgb(0, 0, 0)"])
def test_what_is_no_hexadecimal_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError):
        Pair(name="", text=colour, background="#fff").ratio  # noqa: B018
