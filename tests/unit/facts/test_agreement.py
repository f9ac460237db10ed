"""Finished files and the book: what every form says of it, and what is found where one says something else."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.examine import examine
from publisher.facts.agreement import disagreements
from publisher.model.book import Book
from publisher.publish import write

MANIFEST = """\
book: {title: Tides, language: en-GB, slug: tides, date: 2026-01-05}
chapters: [a.md]
figures:
  quay: {image: quay.svg, alt: "A quay, e.g. this one", credit: Kim Lee, kind: illustration}
editions: {epub: {}, web: {}, text: {}, braille: {}}
"""
TEXT = """\
# Tides

The knowledgeable, e.g. Kim, *rather* say that H~2~O rises to 10^6^ with the [moon](https://example.org/moon), at *about* 6.[^1]

![quay]

- Every quay has its people, and `no code` of its own.

| Day    | Boats |
|--------|------:|
| Monday | 17    |

::: {.warning title="Beware of the quay"}
It is wet.
:::

Tide
:   What comes and goes.

[^1]: In the evening; see [the chapter](#tides).
"""
FORMS = {"epub": "tides.epub", "web": "tides-web.html", "text": "tides.txt", "braille": "tides.brf"}


def book(folder: Path, text: str = TEXT, manifest: str = MANIFEST) -> Book:
    folder.mkdir(exist_ok=True)
    (folder / "book.yaml").write_text(manifest, encoding="utf-8")
    (folder / "a.md").write_text(
        text.replace("H~2~O", "H<sub>2</sub>O").replace("10^6^", "10<sup>6</sup>"), encoding="utf-8"
    )
    (folder / "quay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6z"/></svg>'
    )
    return examine(folder).book


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    done = write(book(tmp_path_factory.mktemp("tides")), tuple(FORMS))
    assert [one.failure for one in done] == [""] * len(FORMS)
    return {one.edition.name: one.files for one in done}


@pytest.mark.parametrize("edition", FORMS)
def test_every_form_says_what_the_book_says(
    edition: str, files: Mapping[str, Mapping[str, bytes]], tmp_path: Path
) -> None:
    assert list(disagreements(book(tmp_path), files[edition])) == []


@pytest.mark.parametrize("edition", FORMS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rises to", "falls to"),
        ("10^6^", "10^7^"),
        ("has its people", "has no people"),
        ("no code", "new code"),
        ("Monday", "Sunday"),
        ("| 17 ", "| 71 "),
        ("Beware of", "Look at"),
        ("What comes", "That comes"),
        ("In the evening", "In the morning"),
        ("It is wet.", "It is wet.\n\nAnd cold as well."),
    ],
)
def test_one_word_is_enough(
    edition: str, old: str, new: str, files: Mapping[str, Mapping[str, bytes]], tmp_path: Path
) -> None:
    """The file is that of another text: it differs at the line of the passage in which the word stands."""
    assert old in TEXT
    found = list(disagreements(book(tmp_path, TEXT.replace(old, new)), files[edition]))
    assert any(said.startswith(f"{FORMS[edition]} differs from a.md:") for said in found), found


LAST = "\nHome with the flood come all who have waited for it, and whoever was with them.\n"


@pytest.mark.parametrize("edition", FORMS)
def test_a_passage_too_many_is_enough(edition: str, tmp_path: Path) -> None:
    """The file says what the book no longer says."""
    there, gone = book(tmp_path / "there", TEXT + LAST), book(tmp_path / "gone")
    [made] = write(there, (edition,))
    found = list(disagreements(gone, made.files))
    assert found and all(said.endswith("which the book does not say there") for said in found)


@pytest.mark.parametrize("edition", FORMS)
@pytest.mark.parametrize("times", [0, 1])
def test_a_passage_is_said_as_often_as_in_the_book(edition: str, times: int, tmp_path: Path) -> None:
    twice, fewer = book(tmp_path / "twice", TEXT + LAST * 2), book(tmp_path / "fewer", TEXT + LAST * times)
    [made] = write(twice, (edition,))
    assert list(disagreements(twice, made.files)) == []
    assert list(disagreements(fewer, made.files)) != []


@pytest.mark.parametrize("edition", FORMS)
def test_paragraphs_stand_in_their_order(edition: str, tmp_path: Path) -> None:
    before = "The boats that went out with the ebb were all seen from the wall.\n"
    there, turned = (book(tmp_path / name, f"# Tides\n\n{both}") for name, both in _ways(before, LAST))
    [made] = write(turned, (edition,))
    assert list(disagreements(turned, made.files)) == []
    assert all("stands too early" in said for said in disagreements(there, made.files))
    assert list(disagreements(there, made.files)) != []


def _ways(first: str, second: str) -> tuple[tuple[str, str], ...]:
    return ("there", f"{first}{second}"), ("turned", f"{second}\n{first}")


@pytest.mark.parametrize("edition", FORMS)
def test_the_words_of_a_picture_are_enough(
    edition: str, files: Mapping[str, Mapping[str, bytes]], tmp_path: Path
) -> None:
    other = book(tmp_path, manifest=MANIFEST.replace("this one", "that one"))
    found = list(disagreements(other, files[edition]))
    assert f"{FORMS[edition]} differs from book.yaml:4:32: no picture says 'A quay, e.g. that one'" in found


def test_what_is_shown_is_short(files: Mapping[str, Mapping[str, bytes]], tmp_path: Path) -> None:
    [said] = disagreements(
        book(tmp_path, TEXT.replace("rather", ("all " * 40).strip())), {"tides.txt": files["text"]["tides.txt"]}
    )
    assert said.startswith("tides.txt differs from a.md:3:1: the book says 'all all") and len(said) < 200


def test_volumes_are_one_file(files: Mapping[str, Mapping[str, bytes]], tmp_path: Path) -> None:
    whole = files["braille"]["tides.brf"]
    at = whole.index(b"\f") + 1 if whole.count(b"\f") > 1 else len(whole)
    parts = {"tides-volume-1.brf": whole[:at], "tides-volume-2.brf": whole[at:] or whole}
    assert list(disagreements(book(tmp_path), parts)) == []


def test_what_nobody_reads_is_not_compared(tmp_path: Path) -> None:
    machines = {
        "tides-booklet-PRINT-ONLY.pdf": b"no PDF",
        "tides-press.pdf": b"no PDF",
        "tides-audio/01.mp3": b"no sound",
    }
    assert list(disagreements(book(tmp_path), machines)) == []


def test_what_stands_in_a_drawing_is_no_passage(tmp_path: Path) -> None:
    book(tmp_path, manifest=MANIFEST.replace("epub: {}", "epub: {}, pdf: {page: A5}"))
    label = '<text x="9" y="40">The labels of this drawing are words as well</text>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60">{label}</svg>'
    (tmp_path / "quay.svg").write_text(drawn, encoding="utf-8")
    told = examine(tmp_path).book
    (pdf,) = write(told, ("pdf",))
    assert list(disagreements(told, {"tides.pdf": pdf.files["tides.pdf"]})) == []


def test_words_of_a_letter_or_two_are_nothing_too_many(tmp_path: Path) -> None:
    shown = "\n\n".join(f"![A boat, number {number}](quay.svg)" for number in range(12))
    manifest = MANIFEST.replace("credit: Kim Lee", "credit: N Q").replace(
        "figures:",
        "figures:\n  b: {image: quay.svg, alt: A mast, credit: N Q, kind: photo}\n  c: {image: quay.svg, alt: A sail, credit: N Q, kind: photo}",
    )
    told = book(tmp_path, TEXT.replace("![quay]\n", "![quay]\n\n" + "![b]\n\n![c]\n\n" * 5 + shown + "\n"), manifest)
    made = write(told, ("epub", "web", "text"))
    files = {name: data for one in made for name, data in one.files.items()}
    assert files and list(disagreements(told, files)) == []
