"""A sheet in pieces: each at its place, all that there is, and the guilty one found among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.source import Span
from publisher.themes.closing import closed
from publisher.themes.pieces import at, guilty, inside, pieces, without

SHEET = """\
/* ours */
h1 { color: red; margin: 0 }
@media print {
  p { flaot: right /* no */ ; color: blue }
}
"""


def said(sheet: str) -> list[tuple[str, str]]:
    return [(str(piece.span), piece.said) for piece in pieces({"a.css": sheet})]


def test_rules_and_what_is_in_them() -> None:
    sheets = {"a.css": SHEET}
    first, second = pieces(sheets)
    assert (first.span, first.said) == (Span("a.css", 2, 1), "h1 { color: red; margin: 0 }")
    [paragraph] = inside(second, sheets)
    assert [(piece.span, piece.said) for piece in inside(paragraph, sheets)] == [
        (Span("a.css", 4, 7), "flaot: right"),
        (Span("a.css", 4, 31), "color: blue"),
    ]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("}\n", [("a.css:1:1", "}")]),
        ("h1 {}\n}\n", [("a.css:1:1", "h1 {}"), ("a.css:2:1", "}")]),
        ("p { color: red", [("a.css:1:1", "p { color: red")]),
        ("p", [("a.css:1:1", "p")]),
        ("/* nothing */", []),
    ],
)
def test_what_is_broken_is_a_piece_too(sheet: str, expected: list[tuple[str, str]]) -> None:
    assert said(sheet) == expected


def test_what_is_left_out_moves_nothing() -> None:
    sheets = {"a.css": SHEET, "b.css": "p {}"}
    first, *_ = pieces(sheets)
    fewer = without(sheets, (first,))
    assert "h1" not in fewer["a.css"] and fewer["b.css"] == "p {}"
    assert [piece.span for piece in pieces(fewer)] == [piece.span for piece in pieces(sheets)][1:]


def test_the_smallest_piece_at_a_place() -> None:
    found = at({"a.css": SHEET}, "a.css", 4, 9)
    assert found and found.said == "flaot: right"
    assert at({"a.css": SHEET}, "a.css", 1, 2) is None


NAMES = [f"x{number}" for number in range(12)]


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_the_guilty_declaration_is_found_wherever_it_stands(rules: list[list[str]], data: st.DataObject) -> None:
    sheet = "".join(
        f"@media all {{ p {{ {'; '.join(f'{name}: 1' for name in rule)} }} }}\n"
        if number % 2
        else f"p {{ {'; '.join(f'{name}: 1' for name in rule)} }}\n"
        for number, rule in enumerate(rules)
    )
    bad = data.draw(st.sampled_from(sorted({name for rule in rules for name in rule})))
    sheets = {"a.css": "h1 {}", "b.css": sheet}
    found, words = guilty(sheets, "first", lambda tried: "broken" if f"{bad}:" in tried["b.css"] else "")
    assert found.said == f"{bad}: 1"
    assert sheet[found.start :].startswith(f"{bad}:") and sheet.index(f"{bad}:") == found.start
    assert words in ("first", "broken")


@pytest.mark.parametrize(
    "sheet",
    [
        "}", "p {", "@media print { p { color: red", 'p { content: "a', "p { content: 'a", "/* a", "p", "@layer a", "p {}",
        "", "@page { @top-left {", "p { width: calc(1px + (", "p { background: url(x", "a { b[c", "p{}}}}}",
    ],
)  # fmt: skip
def test_no_sheet_swallows_the_next(sheet: str) -> None:
    following = "h1 { color: red }"
    last = pieces({"a.css": f"{closed(sheet)}\n{following}"})[-1]
    assert last.said == following


@pytest.mark.parametrize("sheet", ["p { color: red }", "@layer a;\n", "/* a */", "p {} /* '{ */", ""])
def test_a_sheet_that_is_whole_is_left_as_it_is(sheet: str) -> None:
    assert closed(sheet) == sheet
