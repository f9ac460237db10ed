"""Promise 4, the alt ledger: alternative text arrives, in the author's words, in every edition.

An edition that is added joins with a line in READERS; one that does not show every picture says so there.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from epubs import spine
from pictures import flat_png, svg
from sources import laid

from publisher.facts.alternatives import AlternativeEntry, alternatives
from publisher.model.reading import every
from publisher.paper.reading import read_pdf
from publisher.publish import Examined, Made, examine, report, write

DESCRIPTION = """\
    description: |
      Arrivals fall from nine to three.

      - 2016: nine boats
      - 2020: three boats
"""
MANIFEST = f"""\
book:
  title: Arrivals
  language: en-GB
  slug: arrivals
  date: 2022-03-29
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  publisher: {{name: A small press}}
  cover: {{image: images/cover.png, alt: "Arrivals: a boat without oars"}}
chapters: [chapters/01.md, chapters/02.md]
figures:
  quay:
    image: images/quay.png
    alt: Nine people wait on a quay at night
    caption: Arrivals in 2020
    credit: Kim Lee
    kind: photo
  arrivals:
    image: images/arrivals.svg
    alt: Bars that fall from left to right
    caption: Arrivals by year
{DESCRIPTION}    credit: Kim Lee
    kind: chart
  wave:
    image: images/wave.svg
    decorative: true
  lamp:
    image: images/lamp.png
    alt: A lamp in a “small” window & the sea
    credit: Kim Lee
    kind: illustration
  again:
    image: images/quay.png
    alt: The same quay, empty
    credit: Kim Lee
    kind: photo
accessibility:
  contact: {{email: books@example.org}}
"""
CHAPTERS = {
    "chapters/01.md": """\
# Arrivals

![quay]

They fell, as @fig-arrivals shows.[^lamp]

![arrivals]

![wave]

[^lamp]: Seen from the pier.

    ![lamp]
""",
    "chapters/02.md": """\
# Departures

::: aside
![again]
:::

A ![red flag](../images/flag.svg) means no bathing.
""",
}
BOAT = svg('<path d="M0 0h90v60z"/>')
FILES: Mapping[str, bytes] = {
    "book.yaml": MANIFEST.encode(),
    **{path: text.encode() for path, text in CHAPTERS.items()},
    **{f"images/{name}.png": flat_png(1800, 1200) for name in ("cover", "quay", "lamp")},
    **{f"images/{name}.svg": BOAT for name in ("arrivals", "wave", "flag")},
}


@dataclass(frozen=True)
class Heard:
    """What a finished file says: the words for its pictures, and all its words in order."""

    alternatives: Counter[str]
    words: str


def epub(data: bytes) -> Heard:
    """Read without the help of the program: the pictures and the text of the documents in the spine."""
    pages = spine(data)
    pictures = [picture for page in pages for picture in page.iter("{*}img")]
    silent = [picture for picture in pictures if picture.get("alt") == ""]
    assert [picture.get("role") for picture in silent] == ["presentation"]
    words = (" ".join(page.itertext()) for page in pages)
    return Heard(Counter(picture.get("alt") for picture in pictures if picture not in silent), " ".join(words))


def pdf(data: bytes) -> Heard:
    tags = read_pdf(data)
    figures = [tag for tag in every(tags) if tag.role == "Figure"]
    assert all(figure.alternative for figure in figures)  # what is decorative is no Figure
    return Heard(Counter(figure.alternative for figure in figures), " ".join(tag.words for tag in tags))


READERS: Mapping[str, Callable[[bytes], Heard]] = {"epub": epub, "pdf": pdf}


def laid_out(folder: Path, **changed: bytes) -> Path:
    return laid(folder, {**FILES, **changed})


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[AlternativeEntry, ...]:
    return alternatives(examine(laid_out(tmp_path_factory.mktemp("sources"))).book)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Examined, tuple[Made, ...]]:
    """The book in four editions."""
    examined = examine(laid_out(tmp_path_factory.mktemp("book")))
    assert examined.findings == ()
    made = write(examined.book, (*READERS, "web", "text"))
    assert [one.failure for one in made] == [""] * 4
    return examined, made


@pytest.fixture(scope="module")
def finished(done: tuple[Examined, tuple[Made, ...]]) -> Mapping[str, Heard]:
    _, made = done
    return {
        one.edition.name: READERS[one.edition.name](next(iter(one.files.values())))
        for one in made
        if one.edition.name in READERS
    }


def test_the_report_lists_the_words_of_every_file(done: tuple[Examined, tuple[Made, ...]]) -> None:
    examined, made = done
    told = json.loads(report(examined, made)["report.json"])
    assert told["differences"] == {}
    files = {"arrivals.epub", "arrivals.pdf", "arrivals-web.html", "arrivals-web", "arrivals.txt"}
    for picture in told["alternatives"]:
        assert set(picture["read"].values()) == {picture["alt"]}, picture
        assert set(picture["read"]) == files


def test_the_sources_say_all_of_it(entries: tuple[AlternativeEntry, ...]) -> None:
    assert [(entry.key or entry.path, entry.words) for entry in entries] == [
        ("images/cover.png", "Arrivals: a boat without oars"),
        ("quay", "Nine people wait on a quay at night"),
        ("arrivals", "Bars that fall from left to right"),
        ("wave", ""),
        ("lamp", "A lamp in a “small” window & the sea"),
        ("again", "The same quay, empty"),
        ("images/flag.svg", "red flag"),
    ]
    assert [entry.key for entry in entries if entry.decorative] == ["wave"]
    assert [(entry.key, entry.chapters) for entry in entries if entry.path == "images/quay.png"] == [
        ("quay", ("chapter-01",)),
        ("again", ("chapter-02",)),
    ]


@pytest.mark.parametrize("edition", READERS)
def test_words_arrive(edition: str, entries: tuple[AlternativeEntry, ...], finished: Mapping[str, Heard]) -> None:
    assert finished[edition].alternatives == Counter(entry.words for entry in entries if not entry.decorative)


@pytest.mark.parametrize("edition", READERS)
def test_descriptions_arrive(
    edition: str, entries: tuple[AlternativeEntry, ...], finished: Mapping[str, Heard]
) -> None:
    described = [entry for entry in entries if entry.description]
    assert [entry.key for entry in described] == ["arrivals"]
    _, _, after = finished[edition].words.partition("Image descriptions")
    assert all(follows(entry.description.split(), after.split()) for entry in described)


def follows(words: Iterable[str], text: Iterable[str]) -> bool:
    """Whether all ``words`` stand in ``text`` in their order; signs of lists may stand between them."""
    rest = iter(text)
    return all(word in rest for word in words)


@pytest.mark.parametrize(
    ("code", "line", "old", "new"),
    [
        ("IMG-01", "  quay:", "    alt: Nine people wait on a quay at night\n", ""),
        ("IMG-06", "    alt: Arrivals in 2020", "alt: Nine people wait on a quay at night", "alt: Arrivals in 2020"),
        ("IMG-02", "    alt: quay.png", "alt: Nine people wait on a quay at night", "alt: quay.png"),
        ("IMG-09", "    alt: A wave", "    decorative: true", "    alt: A wave of blue ink\n    decorative: true"),
        ("IMG-10", "  arrivals:", DESCRIPTION, ""),
    ],
    ids=["no alt", "alt = caption", "alt = file name", "decorative with alt", "description missing"],
)
def test_a_fault_is_found_once_at_its_line(code: str, line: str, old: str, new: str, tmp_path: Path) -> None:
    assert old in MANIFEST
    text = MANIFEST.replace(old, new, 1)
    number = next(number for number, row in enumerate(text.splitlines(), 1) if row.startswith(line))
    found = examine(laid_out(tmp_path, **{"book.yaml": text.encode()})).findings
    told = [(finding.rule.code, finding.span.file, finding.span.line) for finding in found]
    assert told == [(code, "book.yaml", number)]
