"""What a finished file does not bear out is told, and nothing is claimed of it."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sources import laid

from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.facts.finished import all_read_back, differences, read_back
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.reading import every
from publisher.publish import Examined, Made, examine, recorded, write
from publisher.themes.theme import theme_of

FILES = {
    "book.yaml": """\
book: {title: Tides, language: en-GB, slug: tides, date: 2026-01-05}
chapters: [chapters/01.md]
figures:
  moon: {image: images/moon.svg, alt: "A moon [half] over the roof of a house that stands far away from every other one", credit: Drawn}
accessibility: {contact: {email: books@example.org}}
editions: {epub: {}, web: {}, text: {}, pdf: {page: A5}}
""",
    "chapters/01.md": """\
# Tides

The moon pulls [la mer]{lang=fr}.

## Why

- In a list

    ![moon]

| A | B |
|---|---|
| 1 | 2 |

: Heights
""",
    "images/moon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><circle cx="1" cy="1" r="1"/></svg>',
}
ALT = "A moon [half] over the roof of a house that stands far away from every other one"


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    folder = tmp_path_factory.mktemp("book")
    laid(folder, FILES)
    return examine(folder)


@pytest.fixture(scope="module")
def files(examined: Examined) -> Mapping[str, bytes]:
    made = write(examined.book, ("epub", "web", "text", "pdf"))
    assert [one.failure for one in made] == [""] * 4
    return {name: data for one in made for name, data in one.files.items()}


def without_pages(book: Book) -> Mapping[str, bytes]:
    """The files that need no page engine."""
    made = [EDITIONS[name].write(book, theme_of(book), Options(), {}) for name in ("epub", "web")]
    return {name: data for each in made if isinstance(each, Files) for name, data in each.items()}


def test_every_file_says_the_words_of_its_pictures(files: Mapping[str, bytes]) -> None:
    said = {name: [tag.alternative for tag in every(tags) if tag.role == "Figure" and tag.alternative == ALT]
            for name, tags in all_read_back(files).items()}  # fmt: skip
    assert said == {name: [ALT] for name in ("tides.epub", "tides-web", "tides-web.html", "tides.txt", "tides.pdf")}


def test_forms_that_nobody_reads_back_say_nothing() -> None:
    assert read_back("style.css", b"p { margin: 0 }") == ()
    assert read_back("tides-booklet-PRINT-ONLY.pdf", b"no PDF at all") == ()


def test_a_whole_book_is_borne_out(examined: Examined) -> None:
    assert differences(examined.book, all_read_back(without_pages(examined.book))) == {}


def test_pages_that_are_not_marked_are_missed(examined: Examined, files: Mapping[str, bytes]) -> None:
    missing = differences(examined.book, all_read_back(files))  # a book that knows no pages
    assert set(missing) == {"tides.epub"} and "and the print edition has 0" in missing["tides.epub"][0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("over the roof", ""), f"no picture says '{ALT}'"),
        (lambda text: text.replace("<th ", "<td ").replace("</th>", "</td>"), "1 of 1 tables have no headings"),
        (lambda text: text.replace("h2", "h4"), "headings leave out a level"),
        (lambda text: text.replace('lang="fr"', 'lang="en"'), "nothing is marked as 'fr'"),
    ],
    ids=["an alternative", "headings of a table", "a step", "a language"],
)
def test_a_fault_of_ours_is_told_and_refuses_the_claim(
    change: Callable[[str], str], said: str, examined: Examined
) -> None:
    good = without_pages(examined.book)
    files = {
        "tides.epub": _changed(good["tides.epub"], change),
        "tides-web.html": change(good["tides-web.html"].decode()).encode(),
    }
    assert differences(examined.book, all_read_back(files)) == {name: (said,) for name in files}
    made = Made(edition=EDITIONS["epub"], seconds=0, files=Files(files))
    record = recorded(examined, [made], options=Options(green=True))
    assert record.claimed is None and set(record.differences) == set(files)


def _changed(epub: bytes, change: Callable[[str], str]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(epub)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()) if name.endswith("chapter-01.xhtml") else data)
    return stream.getvalue()


def test_a_broken_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no EPUB"):
        read_back("tides.epub", b"nothing")
