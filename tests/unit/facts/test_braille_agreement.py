"""Braille and the book, in codes that liblouis does not read back as it wrote them: what is the same closes, what is
not is refused; in other codes than UEB a passage that is missing, or stands elsewhere."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from publisher.examine import examine
from publisher.facts.agreement import disagreements
from publisher.model.book import Book
from publisher.publish import write

MANIFEST = """\
book: {{title: A, language: {language}, slug: tides, date: 2026-01-05}}
chapters: [a.md]
editions: {{braille: {{table: {table}}}}}
"""


class Text(NamedTuple):
    """Three paragraphs, and a word with another that may stand in its place."""

    table: str
    first: str
    second: str
    third: str
    word: str
    other: str


TEXTS: Mapping[str, Text] = {
    "en": Text(
        "en-ueb-g2",
        "The knowledgeable, e.g. Kim, *rather* say that version `1:1.2.0-4~rc1` came **before the other people knew**.",
        "THE BIG BOATS STAYED IN THE HARBOUR, *and then* NATO’s four 4G nets went down with “every” one of them.",
        "H<sub>2</sub>O rises to 10<sup>6</sup> when `dpkg -i` is asked.",
        "rises",
        "falls",
    ),
    "fr": Text(
        "fr-bfu-g2",
        "Il faut que chaque *autre* jour, parce que c’est **tout à fait le même bonheur**, on lise `1:1.2.0`.",
        "L’**œuvre** entière, un peu obsolète, dit « liberté » aux gens *et celui* qui l’*écoute* attend le peuple.",
        "Les bateaux de l’option `c` montent souvent avec la mer.",
        "souvent",
        "rarement",
    ),
    "es": Text(
        "es-g1",
        "El niño comió *mucho pan* en la **acción** del pueblo; ¿qué pasó después? ¡Nada!",
        "La señora Ørsted leyó `1:1.2.0` y *todavía* cantó “canciones” de los años 1917 y 2022 con su œuvre.",
        "Los barcos suben **con la marea** y bajan según él.",
        "suben",
        "caen",
    ),
    "cy": Text(
        "cy-cy-g2",
        "Mae hen wlad *fy nhadau* yn annwyl i mi, **gwlad beirdd a chantorion**, enwogion o fri.",
        "Mae’r tŷ *ar y bryn* ger y môr, a dywedodd rhywun `1:1.2.0` wrth bawb yng Nghymru ddoe.",
        "Mae’r cychod yn codi (gyda’r llanw) bob dydd.",
        "codi",
        "disgyn",
    ),
    "ru": Text(
        "ru-litbrl",
        "Мы сказали good books сегодня, *и потом* New York Times **очень много** людей прочли `1:1.2.0`.",
        "Люди ждут моря, *а оно* приходит в 1917 году с фирмой Google Play и с ещё одной водой.",
        "Лодки поднимаются **вместе с приливом** каждое утро.",
        "поднимаются",
        "опускаются",
    ),
}
CHANGES: Mapping[str, Callable[[Text], tuple[str, ...]]] = {
    "changed": lambda text: (text.first, text.second, text.third.replace(text.word, text.other)),
    "missing": lambda text: (text.first, text.third),
    "doubled": lambda text: (text.first, text.second, text.second, text.third),
    "words swapped": lambda text: (text.first, text.second, _swapped(text.third)),
    "paragraphs swapped": lambda text: (text.second, text.first, text.third),
    "a number": lambda text: (*(each.replace("1:1.2.0", "1:1.2.1").replace("4G", "5G") for each in text[1:4]),),
}


OF_PASSAGES = ("missing", "paragraphs swapped")


def _swapped(text: str) -> str:
    words = text.split()
    return " ".join((*words[:-2], words[-1], words[-2]))


def _book(folder: Path, language: str, paragraphs: tuple[str, ...]) -> Book:
    folder.mkdir(exist_ok=True)
    table = TEXTS[language].table
    (folder / "book.yaml").write_text(MANIFEST.format(language=language, table=table), encoding="utf-8")
    (folder / "a.md").write_text("# A\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return examine(folder).book


def _brf(book: Book) -> Mapping[str, bytes]:
    [made] = write(book, ("braille",))
    assert not made.failure
    return {name: data for name, data in made.files.items() if name.endswith(".brf")}


@pytest.fixture(scope="module", params=TEXTS)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Book]:
    language = str(request.param)
    return language, _book(tmp_path_factory.mktemp(language), language, TEXTS[language][1:4])


def test_the_same_words_close(told: tuple[str, Book]) -> None:
    assert list(disagreements(told[1], _brf(told[1]))) == []


def test_other_words_are_refused(told: tuple[str, Book], tmp_path: Path) -> None:
    """A file that was made of other words than the book's; in most codes a word or two may only have been misread."""
    language, book = told
    others = {change: CHANGES[change](TEXTS[language]) for change in (CHANGES if language == "en" else OF_PASSAGES)}
    assert TEXTS[language][1:4] not in others.values()
    made = {change: _brf(_book(tmp_path / change, language, other)) for change, other in others.items()}
    assert [change for change, files in made.items() if not list(disagreements(book, files))] == []


def test_words_with_the_same_cells_are_one(tmp_path: Path) -> None:
    """In French of grade 2, the letter c in a line of code has the cell of a contraction, and nothing says which."""
    same = _book(tmp_path, "fr", ("La lettre est `c` ici.", "Tout ce jour."))
    assert list(disagreements(same, _brf(same))) == []
