"""Words of other languages in a book of braille: which code writes them, and how they are read back."""

from collections.abc import Iterator

import pytest

from publisher.braille.code import code
from publisher.braille.languages import LANGUAGES, named, table
from publisher.braille.liblouis import Liblouis, liblouis
from publisher.braille.stretches import Codes, codes
from publisher.model.language_names import ENGLISH


@pytest.fixture(scope="module")
def louis() -> Iterator[Liblouis]:
    with liblouis() as found:
        yield found


@pytest.fixture(scope="module")
def english(louis: Liblouis) -> Codes:
    known = code("en-ueb-g2", louis)
    assert known
    return codes(known, louis, "en-GB")


def parts(text: str, english: Codes, said: str = "", *, whole: bool = False) -> list[tuple[str, str]]:
    return [(each.language, each.text) for each in english.stretches(text, said=said, whole=whole)]


def test_every_language_has_its_table_and_its_name(louis: Liblouis) -> None:
    assert [language for language in sorted(LANGUAGES) if not table(language, louis)] == []
    assert set(ENGLISH) == LANGUAGES


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("They said мир to all.", ("ru", "мир")),
        ("They said Слава Україні! to all.", ("uk", "Слава Україні")),
        ("They said (سلام، يا) to all.", ("ar", "سلام، يا")),
        ("They said ژن، ژیان to all.", ("fa", "ژن، ژیان")),
        ("They said שָׁלוֹם to all.", ("he", "שָׁלוֹם")),
        ("They said Ελευθερία ή θάνατος to all.", ("el", "Ελευθερία ή θάνατος")),
        ("They said 自由 to all.", ("zh", "自由")),
        ("They said 國 to all.", ("zht", "國")),
    ],
)
def test_words_in_other_letters_have_the_code_of_their_script(
    text: str, other: tuple[str, str], english: Codes
) -> None:
    before, behind = text.split(other[1])
    assert parts(text, english) == [("", before), other, ("", behind)]


@pytest.mark.parametrize("text", ["An angle of π, or Ω, or Δt.", "Łódź, naïve, “x” – ½ … №", "新しい", "😀"])
def test_signs_accents_and_what_nobody_can_write_stay(text: str, english: Codes) -> None:
    assert parts(text, english) == [("", text)]


def test_what_is_said_goes_before_what_is_likely(english: Codes) -> None:
    assert parts("мир", english, "uk") == [("uk", "мир")]
    assert parts("мир 1917!", english, "bg-BG") == [("bg", "мир 1917!")]
    assert parts("日本", english, "ja") == [("", "日本")]
    assert parts("мир", english, "en") == [("ru", "мир")]


def test_latin_letters_keep_the_books_signs_but_for_whole_blocks(english: Codes) -> None:
    """UEB (2013) §13.5 and §13.6; a language without a table stays with UEB."""
    assert parts("liberté", english, "fr") == [("", "liberté")]
    assert parts("liberté", english, "fr", whole=True) == [("fr", "liberté")]
    assert parts("xorriyad", english, "so", whole=True) == [("", "xorriyad")]


def test_a_chinese_text_has_the_code_of_its_place() -> None:
    assert [named(tag) for tag in ("zh", "zh-Hans-CN", "zh-TW", "zh-Hant", "zh-HK", "yue", "ja", "x-klingon")] == [
        *("zh", "zh", "zht", "zht", "yue", "yue", "", "")
    ]


@pytest.mark.parametrize("name", ["fr-bfu-comp6", "no-no-g0", "cs-g1", "da-dk-g16", "fi", "hu-hu-g1", "en-ueb-g2"])
def test_a_blank_is_no_braille_for_what_a_table_does_not_know(name: str, louis: Liblouis) -> None:
    """Some tables write one sign, or nothing, for all that they lack."""
    assert louis.lacks(louis.table(name), "a?日😀") == {"日", "😀"}


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("en-ueb-g2", "„so‚ ₹5 10⁹", "“so‘ INR 5 10^9"),
        ("es-g1", "2⅔ œuvre Ørsted → 5 °C", "2 2/3 oeuvre Orsted -> 5 oC"),
        ("cy-cy-g2", "• ≤ «Straße» ١٢", "- <= “Straße” 12"),
        ("el", "τι; (“1”)", 'τι\u037e ("1")'),
        ("it-it-comp6", "l’e-book – €5, 5 €.", "l'e\u00adbook \u00ad EUR 5, 5 EUR."),
        ("he-IL", "[n1]", "(n1)"),
    ],
)
def test_what_a_table_lacks_is_written_otherwise(name: str, text: str, written: str, louis: Liblouis) -> None:
    known = code(name, louis)
    assert known
    assert "".join(codes(known, louis, "").fitting.fit(text, known.table)) == written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "السلام عليكم، يا أصدقاء!"),
        ("bg", "Здравей, свят 12"),
        ("cy", "Mae hen wlad fy nhadau yn annwyl i mi, gwlad beirdd a chantorion."),
        ("el", "Ελευθερία ή θάνατος. Πού είσαι; 1821"),
        ("fr", "Liberté, égalité: l'été à Noël."),
        ("he", "שלום עולם, מה נשמע? 5"),
        ("pl", "Wolność, żółć"),
        ("ru", "слава друзьям! 1917 г."),
        ("sr", "Здраво свете"),
        ("uk", "слава друзі! ґанок 2022"),
        ("ur", "آزادی زندہ باد"),
    ],
)
def test_words_of_other_codes_come_back(language: str, text: str, english: Codes) -> None:
    written = english.louis.cells("".join(english.fitting.fit(text, english.table(language))), english.table(language))
    assert english.words(written[0], language) == text.replace(";", "\u037e" if language == "el" else ";")
