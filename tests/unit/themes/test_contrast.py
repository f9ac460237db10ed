"""Every pair of colours in which a theme sets text can be read (WCAG 2.2, 1.4.3)."""

import pytest

from publisher.themes.contrast import Pair, pairs, tint
from publisher.themes.theme import load, names

THEMES = tuple(names())


@pytest.mark.parametrize(("name", "pair"), [(name, pair) for name in THEMES for pair in pairs(load(name))])
def test_every_theme_can_be_read(name: str, pair: Pair) -> None:
    assert pair.ratio >= 7  # WCAG 2.2, 1.4.6: more than is asked of a book
    assert pair.name.startswith("dark-") or tint(pair.text) >= 70


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_text_is_in_a_pair(name: str) -> None:
    tokens = load(name).tokens
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


@pytest.mark.parametrize(
    ("text", "background"), [("#9a9a9a", "#ffffff"), ("#7cc6d2", "#fbf5e2"), ("#444444", "#14171a")]
)
def test_the_colour_that_is_proposed_passes_and_the_one_before_does_not(text: str, background: str) -> None:
    pair = Pair(name="", text=text, background=background)
    passing = Pair(name="", text=pair.passing(4.5), background=background)
    assert pair.ratio < 4.5 <= passing.ratio < 4.8


def test_a_ratio_is_shown_cut_off() -> None:
    assert Pair(name="", text="#777777", background="#ffffff").shown == "4.47:1"


@pytest.mark.parametrize(("colour", "black"), [("#000", 100), ("#ffffff", 0), ("#4a4d55", 70), ("#808080", 50)])
def test_black_on_a_black_only_printer(colour: str, black: int) -> None:
    assert tint(colour) == black
