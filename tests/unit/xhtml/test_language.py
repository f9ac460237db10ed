"""Languages of parts and the way they run."""

import pytest

from publisher.xhtml.language import direction, running, spoken_in


@pytest.mark.parametrize(
    ("language", "runs"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("hi", "ltr"), ("", "ltr")],
)
def test_direction(language: str, runs: str) -> None:
    assert direction(language) == runs


@pytest.mark.parametrize(
    ("language", "around", "attributes"),
    [
        ("ar", "en", {"lang": "ar", "dir": "rtl"}),
        ("en", "ar", {"lang": "en", "dir": "ltr"}),
        ("he", "ar", {"lang": "he", "dir": None}),
        ("fr", "en", {"lang": "fr", "dir": None}),
        ("ar", "ar", {}),
        ("", "ar", {}),
    ],
)
def test_attributes_of_a_part(language: str, around: str, attributes: dict[str, str | None]) -> None:
    assert spoken_in(language, around) == attributes


@pytest.mark.parametrize(
    ("text", "around", "attributes"),
    [
        ("(1945) ميثاق", "en", {"dir": "rtl"}),
        ("(1948) Declaration", "ar", {"dir": "ltr"}),
        ("Declaration", "en", {}),
        ("ميثاق", "he", {}),
        ("1948", "ar", {}),
    ],
)
def test_words_without_a_language_run_as_their_first_letter(text: str, around: str, attributes: dict[str, str]) -> None:
    assert running(text, around) == attributes
