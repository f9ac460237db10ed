"""A theme and a book's own files over it."""

import re

import pytest

from publisher.themes.theme import SHEETS, ThemeFault, load, names

_CHAIN = b"".join(b"t%d: token(t%d)\n" % (n, n + 1) for n in range(2000))
_BOMB = b"".join(b"t%d: token(t%d) token(t%d)\n" % (n, n + 1, n + 1) for n in range(18)) + b"t18: boom\n"


@pytest.mark.parametrize("name", tuple(names()))
def test_is_resolved_into_plain_css(name: str) -> None:
    theme = load(name)
    assert set(theme.sheets) == set(SHEETS)
    for each, sheet in theme.sheets.items():
        assert "token(" not in sheet and "var(" not in sheet, each
        assert sheet.count("{") == sheet.count("}"), each


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
    css = theme.css("print")
    assert css.index("hyphens: manual") < css.index("@page")
    assert "/*" in theme.sheets["base"] and "/*" not in css  # comments are their authors' own


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"print.css": b"a {\n  color: token(colour.acent) }"},
            "styles/print.css:2:10: unknown token 'colour.acent': did you mean",
        ),
        ({"tokens.yaml": b"colour: {ink: token(colour.ink)}"}, "token 'colour.ink' stands for itself"),
        ({"tokens.yaml": b"colour: [red"}, "styles/tokens.yaml:1:9: not YAML"),
        (
            {"tokens.yaml": b"colour: {ink: [red]}"},
            "styles/tokens.yaml:1:15: token 'colour.ink' is neither text nor a number",
        ),
        ({"tokens.yaml": b"a: &x [1]\nb: *x"}, "not YAML"),
        ({"tokens.yaml": b"a: 1\na: 2"}, "styles/tokens.yaml:2:1: not YAML: the key 'a' stands here a second time"),
        (
            {"tokens.yaml": b"size:\n  note: 9pt"},
            "styles/tokens.yaml:2:9: token 'size.note' is '9pt', and wants 0.5em to 6em",
        ),
        ({"tokens.yaml": b"leading: {body: 0}"}, "token 'leading.body' is '0', and wants 1 to 3"),
        ({"tokens.yaml": b"measure: {longest: 300em}"}, "wants 10em to 60em"),
        (
            {"tokens.yaml": b"colour: {ink: navy}"},
            "styles/tokens.yaml:1:15: token 'colour.ink' is 'navy', and wants a colour",
        ),
        ({"tokens.yaml": b"contrast: {mine: {text: '#123456'}}"}, "token 'contrast.mine.text' lacks its other half"),
        ({"tokens.yaml": _CHAIN}, "20 times"),
        ({"tokens.yaml": _BOMB}, "is longer than 10000 characters"),
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


@pytest.mark.parametrize("name", tuple(names()))
def test_the_epub_sheet_leaves_the_reader_in_charge(name: str) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", load(name).css("epub"), flags=re.DOTALL)
    assert not re.search(
        r"[\s{;]color:|background|[0-9](pt|px|mm|cm|vh|vw)\b|font-family|!important|direction|--", sheet
    )


def test_a_folder_of_the_book_is_a_theme_and_stands_on_plain() -> None:
    theme = load(
        "looks/ours",
        {"tokens.yaml": b"colour: {ink: '#000000'}"},
        folder={"tokens.yaml": b"colour: {accent: '#7a1f3d'}"},
    )
    assert (theme.tokens["colour.accent"], theme.tokens["colour.ink"]) == ("#7a1f3d", "#000000")
    assert theme.tokens["size.note"] == load("plain").tokens["size.note"]
    assert str(theme.responsible("contrast.accent.text")) == "looks/ours/tokens.yaml:1:18"
    assert str(theme.responsible("contrast.body.text")) == "styles/tokens.yaml:1:15"
    assert theme.responsible("contrast.quiet.text") is None


def test_a_folder_extends_the_theme_that_it_names() -> None:
    theme = load("ours", folder={"tokens.yaml": b"extends: dyslexia-friendly", "base.css": b"h2 { margin: 0 }"})
    assert theme.tokens["leading.body"] == "1.5" and theme.sheets["base"].rstrip().endswith("h2 { margin: 0 }")


def test_the_name_of_a_theme_means_the_same_in_every_book() -> None:
    assert load("plain", folder={"tokens.yaml": b"colour: {ink: '#ff0000'}"}) == load("plain")


@pytest.mark.parametrize(
    ("extended", "said"), [("ours", "extends itself"), ("../plain", "no theme is called '../plain'")]
)
def test_what_no_theme_can_extend(extended: str, said: str) -> None:
    with pytest.raises(ThemeFault, match=re.escape(said)) as caught:
        load("ours", folder={"tokens.yaml": f"extends: {extended}".encode()})
    assert str(caught.value.span) == "ours/tokens.yaml:1:10"


def test_dyslexia_friendly_is_what_its_guide_asks_for() -> None:
    theme = load("dyslexia-friendly")
    letter, word = (float(theme.tokens[f"spacing.{name}"].removesuffix("em")) for name in ("letter", "word"))
    assert letter > 0 and word >= 3.5 * letter - 1e-9
    assert float(theme.tokens["leading.body"]) == 1.5
    assert theme.tokens["page.background"] == theme.tokens["colour.paper"] != "#ffffff"
    for name in ("epub", "print", "screen"):
        css = theme.css(name)
        assert ": italic" not in css and ": justify" not in css
        assert {f"letter-spacing: {letter}em", f"word-spacing: {word}em"} <= set(
            re.findall(r"(?:letter|word)-spacing: [\d.]+em", css)
        )
