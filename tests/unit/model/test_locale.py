"""The words that are ours."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from publisher.model.locale import _LANGUAGES, _WORDS, day_in_words, every_wording, in_words, words_language

SOURCE = Path(__file__).parents[3] / "src" / "publisher"
ASKING = {"say": 0, "words": 0, "in_words": 1}  # functions, and where the English words stand among their arguments


def asked() -> Iterator[str]:
    """Every text of ours that is asked for by its words, in the program and in its templates."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                argument = node.args[ASKING[name]] if len(node.args) > ASKING.get(name, 99) else None
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
    for path in SOURCE.rglob("*.xhtml"):
        yield from re.findall(r'\bsay\("([^"]+)"', path.read_text(encoding="utf-8"))


def test_all_that_is_asked_for_is_known() -> None:
    assert set(asked()) <= set(_WORDS)
    assert len(set(asked())) > 25


def test_every_wording_is_all_of_them_without_values() -> None:
    said = every_wording("de")
    assert {"Abbildung ", "Inhalt", "Draft: "} & set(said) == {"Abbildung ", "Inhalt"}
    assert not any(set("{}\0") & set(piece) for piece in said)


def written() -> Iterator[str]:
    """Every text that stands in the program, and those that the templates ask for."""
    for path in SOURCE.rglob("*.py"):
        if path.name not in ("locale.py", "accessibility_words.py"):
            tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            yield from (node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from asked()


def test_all_that_is_known_is_used() -> None:
    days = set(list(_WORDS)[-13:])
    assert set(_WORDS) - days - set(written()) == set()


@pytest.mark.parametrize("english", _WORDS)
def test_every_language_has_all_words_and_puts_in_as_much(english: str) -> None:
    translations = _WORDS[english]
    assert len(translations) == len(_LANGUAGES) and all(translations)
    assert {text.count("{}") for text in translations} == {english.count("{}")}


@pytest.mark.parametrize(
    ("language", "said", "in_language"),
    [
        ("en-GB", "Figure 2", "en-GB"),
        ("de-CH", "Abbildung 2", "de-CH"),
        ("es", "Figura 2", "es"),
        ("FR", "Figure 2", "FR"),
        ("ar", "Figure 2", "en"),
        ("cy", "Figure 2", "en"),
    ],
)
def test_a_language_is_there_whole_or_in_english(language: str, said: str, in_language: str) -> None:
    assert in_words(language, "Figure {}", 2) == said
    assert words_language(language) == in_language


def test_words_that_are_not_ours_are_refused() -> None:
    with pytest.raises(KeyError):
        in_words("en", "Figure 2")


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", date(2022, 3, 24), "24 March 2022"),
        ("de", date(2022, 3, 24), "24. März 2022"),
        ("es", date(2022, 3, 24), "24 de marzo de 2022"),
        ("fr", date(2022, 3, 24), "24 mars 2022"),
        ("fr", date(2022, 3, 1), "1er mars 2022"),
        ("ja", date(2022, 12, 1), "1 December 2022"),
    ],
)
def test_days(language: str, day: date, said: str) -> None:
    assert day_in_words(language, day) == said


def test_the_print_sheet_says_page_as_we_do() -> None:
    css = (SOURCE / "themes" / "plain" / "print.css").read_text(encoding="utf-8")
    for language in ("en", *_LANGUAGES):
        [rule] = [line for line in css.splitlines() if f"cross-reference:lang({language})" in line]
        assert in_words(language, "page {}", "").strip() in rule
