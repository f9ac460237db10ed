"""A theme and a book's own files over it."""

import re

import pytest

from publisher.themes.theme import SHEETS, ThemeFault, load


def test_plain_is_resolved_into_plain_css() -> None:
    theme = load("plain")
    assert set(theme.sheets) == set(SHEETS)
    for name, sheet in theme.sheets.items():
        assert "token(" not in sheet and "var(" not in sheet, name
        assert sheet.count("{") == sheet.count("}"), name


def test_a_book_changes_a_token_and_adds_rules() -> None:
    theme = load(
        "plain", {"tokens.yaml": b"colour: {accent: '#123456'}", "print.css": b"h1 { color: token(colour.accent) }"}
    )
    assert theme.tokens["contrast.accent.text"] == "#123456"
    assert theme.tokens["colour.ink"] == load("plain").tokens["colour.ink"]
    assert theme.sheets["print"].endswith("h1 { color: #123456 }")
    assert theme.sheets["epub"] == load("plain").sheets["epub"].replace("#0b4f5c", "#123456")


def test_the_base_sheet_comes_before_each_other() -> None:
    theme = load("plain")
    assert theme.css("print").startswith(theme.sheets["base"])
    assert theme.css("print").endswith(theme.sheets["print"])


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"print.css": b"a {\n  color: token(colour.acent) }"},
            "styles/print.css:2:10: unknown token 'colour.acent': did you mean",
        ),
        ({"tokens.yaml": b"colour: {ink: token(colour.ink)}"}, "token 'colour.ink' stands for itself"),
        ({"tokens.yaml": b"colour: [red"}, "styles/tokens.yaml:1:13: not YAML"),
        (
            {"tokens.yaml": b"colour: {ink: [red]}"},
            "styles/tokens.yaml:1:1: token 'colour.ink' is neither text nor a number",
        ),
        ({"tokens.yaml": b"red"}, "styles/tokens.yaml:1:1: tokens are a mapping"),
        ({"base.css": b"\xff"}, "styles/base.css:1:1: not UTF-8"),
    ],
)
def test_a_fault_names_its_place(files: dict[str, bytes], said: str) -> None:
    with pytest.raises(ThemeFault, match=re.escape(said)):
        load("plain", files)


@pytest.mark.parametrize("name", ["", "fancy", "../plain", "plain/../plain", "__pycache__"])
def test_no_other_folder_is_a_theme(name: str) -> None:
    with pytest.raises(ThemeFault, match="no theme is called"):
        load(name)


def test_the_epub_sheet_leaves_the_reader_in_charge() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", load("plain").css("epub"), flags=re.DOTALL)
    assert not re.search(
        r"[\s{;]color:|background|[0-9](pt|px|mm|cm|vh|vw)\b|font-family|!important|direction|--", sheet
    )
