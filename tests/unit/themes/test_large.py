"""Any theme re-expressed for large print: no size below the body, nothing slanted, colours that stand out by 7:1."""

import pytest

from publisher.themes.contrast import ENHANCED, pairs
from publisher.themes.large import enlarged
from publisher.themes.theme import load, names


@pytest.mark.parametrize("name", tuple(names()))
def test_no_token_is_smaller_than_the_body(name: str) -> None:
    tokens = enlarged(load(name)).tokens
    assert all(
        float(value.removesuffix("em")) >= 1
        for key, value in tokens.items()
        if key.startswith("size.") and "screen" not in key
    )
    assert (
        tokens["style.emphasis"] == tokens["style.cited-work"] == "normal" and tokens["style.emphasis-weight"] == "bold"
    )
    assert 1.3 <= float(tokens["leading.body"]) <= 1.5


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("font-size: 0.8em", "font-size: 1em"),
        ("font-size:120%", "font-size: 1.2em"),
        ("font-size: 9pt !important", "font-size: 1rem!important"),
        ("font-size: 24pt", "font-size: 2rem"),
        ("font-size: 20px", "font-size: 1.25rem"),
        ("font-size: small", "font-size: 1rem"),
        ("font-size: larger", "font-size: 1.2em"),
        ("font-size: calc(1em - 3pt)", "font-size: 1rem"),
        ("font: italic 8pt serif", ""),
    ],
)
def test_no_rule_makes_letters_smaller(written: str, held: str) -> None:
    css = enlarged(load("plain", {"print.css": f"p.own {{ {written} }}".encode()})).sheets["print"]
    assert "".join(f"p.own {{ {held} }}".split()) in "".join(css.split())


def test_what_large_print_asks_for_outranks_the_book() -> None:
    own = {"tokens.yaml": b"size: {note: 0.8em}\nstyle: {emphasis: italic}\nleading: {body: 1.9}"}
    theme = enlarged(load("plain", own))
    assert (theme.tokens["size.note"], theme.tokens["style.emphasis"], theme.tokens["leading.body"]) == (
        "1em",
        "normal",
        "1.5",
    )


def test_colours_are_darkened_until_they_stand_out() -> None:
    theme = load("plain", {"tokens.yaml": b"colour: {accent: '#0a7d92', quiet: '#777777'}"})
    assert min(pair.ratio for pair in pairs(theme)) < ENHANCED <= min(pair.ratio for pair in pairs(enlarged(theme)))
    assert enlarged(theme).tokens["colour.accent"] in enlarged(theme).sheets["print"]


def test_the_theme_itself_stays_as_it_is() -> None:
    theme = load("plain")
    before = dict(theme.sheets)
    enlarged(theme)
    assert dict(theme.sheets) == before and "large-print" not in set(names())
