"""A book's own style rules, each at its place; the themes hold what is asked of a book."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest
from sources import laid

from publisher.publish import examine
from publisher.themes.reflow import hindrances, reorders
from publisher.themes.sheets import StyleRule, colour, own_rules, subject
from publisher.themes.theme import names

BOOK = """\
book: {{title: Tides, language: en-GB, date: 2026-01-05}}
chapters: [chapters/01.md]
theme: {theme}
accessibility: {{contact: {{email: books@example.org}}}}
"""


def written(folder: Path, styles: Mapping[str, str], *, theme: str = "plain") -> Path:
    texts = {"book.yaml": BOOK.format(theme=theme), "chapters/01.md": "# Tides\n\nThey come and go.\n", **styles}
    return laid(folder, texts)


def rules(folder: Path, **styles: str) -> tuple[StyleRule, ...]:
    sheets = {f"styles/{name}.css": text for name, text in styles.items()}
    return own_rules(examine(written(folder, sheets)).book)


def test_a_rule_knows_its_place_and_its_tokens(tmp_path: Path) -> None:
    (rule,) = rules(tmp_path, screen="/* é */ h2,\n  nav > a:hover {\n\tcolor: token(colour.accent) !important }")
    assert rule.selectors == ("h2", "nav > a:hover") and str(rule.span) == "styles/screen.css:1:9"
    (declared,) = rule.declarations
    assert (declared.name, declared.value, colour(declared), declared.important) == (
        "color",
        "#0b4f5c",
        "#0b4f5c",
        True,
    )
    assert str(declared.span) == "styles/screen.css:3:2"


def test_rules_inside_rules_and_queries(tmp_path: Path) -> None:
    css = (
        "@media screen { a { color: red; & b { color: blue } } } @media print { i { color: #123 } } @page { margin: 0 }"
    )
    found = [(rule.selectors[0], rule.printed) for rule in rules(tmp_path, base=css)]
    assert found == [("a", False), ("& b", False), ("i", True), ("@page", False)]


def test_depth_has_an_end(tmp_path: Path) -> None:
    assert len(rules(tmp_path, base="a {" * 400 + "}" * 400)) < 30


@pytest.mark.parametrize(
    ("selector", "chosen"), [("p", "p"), ("nav > ol a:hover", "a:hover"), (".x~p.lead", "p.lead"), ("h1 + p", "p")]
)
def test_what_a_selector_selects(selector: str, chosen: str) -> None:
    assert subject(selector) == chosen


@pytest.mark.parametrize(
    ("css", "moved"),
    [
        ("p { float: left }", True),
        ("p { order: 2 }", True),
        (".a { position: absolute }", True),
        ("p { float: none }", False),
    ],
)
def test_what_may_stand_elsewhere_than_it_is_read(css: str, moved: bool, tmp_path: Path) -> None:
    assert reorders(rules(tmp_path, epub=css)) is moved
    assert not reorders(rules(tmp_path, epub="", screen=css))


@pytest.mark.parametrize("name", tuple(names()))
def test_a_theme_of_ours_has_nothing_that_a_book_may_not_have(name: str, tmp_path: Path) -> None:
    """Taken for a book's own, it gives no finding but those that its other sheets answer."""
    source = Path(str(files("publisher.themes"))) / name
    theme = {f"looks/{name}/{file.name}": file.read_text() for file in source.iterdir() if file.is_file()}
    found = examine(written(tmp_path, theme, theme=f"looks/{name}"))
    assert [f"{each.span} {each.rule.code} {each.message}" for each in found.findings] == []
    assert not any(hindrances(own_rules(found.book)))
