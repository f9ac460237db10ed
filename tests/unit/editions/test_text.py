"""The plain text edition: every word, nothing said by looks alone, and lines that fit."""

import re
from pathlib import Path

import pytest
from post import sentences

from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.files import Files
from publisher.publish import Examined, examine
from publisher.themes.theme import load

BOOK = Path(__file__).parents[2] / "golden" / "constructs" / "book"
MANIFEST = """\
book: {title: Tides, language: en, date: 2026-01-05}
chapters: [a.md]
references:
  survey: {type: report, author: [{literal: Harbour Trust}], issued: 2025, title: Survey, URL: "https://example.org/survey"}
  writer: {type: book, author: [{family: Writer, given: Ann}], issued: 1999, title: On Tides}
"""
LONG = "https://example.org/" + "a-very-long-address-that-nobody-types/" * 3


def text_of(folder: Path, chapter: str = "", *, manifest: str = MANIFEST, draft: bool = False) -> str:
    """The plain text of the book in ``folder``, which gets one ``chapter`` where it is given."""
    if chapter:
        (folder / "book.yaml").write_text(manifest, encoding="utf-8")
        (folder / "a.md").write_text(f"# A\n\n{chapter}\n", encoding="utf-8")
    return plain_text(examine(folder), Options(draft=draft))


def plain_text(examined: Examined, options: Options = Options()) -> str:
    """The plain text of a book, and no other edition."""
    files = EDITIONS["text"].write(examined.book, load("plain"), options, {})
    assert isinstance(files, Files)
    [data] = files.values()
    return data.decode("utf-8")


def body(text: str) -> str:
    """What stands in the one chapter, between its title and the next heading of its level."""
    return text.partition("Heading 1: A\n\n")[2].partition("\nHeading 1: ")[0].rstrip("\n")


@pytest.fixture(scope="module")
def constructs() -> str:
    return text_of(BOOK)


def test_lines_fit_and_end_as_they_should(constructs: str) -> None:
    assert not constructs.startswith("\ufeff")
    assert "\r" not in constructs and constructs.endswith("\n") and not constructs.endswith("\n\n")
    assert [line for line in constructs.splitlines() if len(line) > 72 or line != line.rstrip()] == []


def test_nothing_is_drawn_with_signs(constructs: str) -> None:
    assert re.findall(r"([^\w\s])\1{3,}", constructs) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Some *words* and **more**.", "Some words and more."),
        ("One\\\ntwo.", "One\ntwo."),
        ("See [our page](https://example.org/a).", "See our page (https://example.org/a)."),
        ("See [the start](#top).\n\n## Here {#top}", "See the start.\n\nHeading 2: Here"),
        ("<ann@example.org>", "ann@example.org"),
        ("Told [@survey; @writer, p. 2].", "Told (1; 2, p. 2)."),
        ("@survey says.", "Harbour Trust (1) says."),
        ("H<sub>2</sub>O, 10<sup>6</sup>, 1<sup>st</sup>.", "H2O, 10^6, 1st."),
        ("<del>old</del> <ins>new</ins>", "[deleted: old] [inserted: new]"),
        ("<q>Ahoy</q>, she said.", "“Ahoy”, she said."),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢 (kan)"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("UK and UK.\n\n*[UK]: United Kingdom", "UK (United Kingdom) and UK."),
        ("- one\n- two\n    1. three", "- one\n- two\n  1. three"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("Tide\n:   The sea.", "Tide: The sea."),
        ("> Said.", "[Quotation]\n\nSaid.\n\n[Quotation ends]"),
        ('::: {.warning title="Mind"}\nHigh water.\n:::', "[Warning: Mind]\n\nHigh water.\n\n[Warning ends]"),
        ("```\na  b\n    c\n```", "    a  b\n        c"),
        ("one\n\n---\n\ntwo", "one\n\n[Break]\n\ntwo"),
        ("| M | W |\n|---|---|\n| J | 2 |\n\n: High {#tbl-h}", "Table 1: High\n\n- M: J\n  W: 2"),
        ("| M | W |\n|---|---|\n| J |  |", "Table:\n\n- M: J\n  W: –"),
    ],
)
def test_what_is_written_can_be_heard(tmp_path: Path, written: str, read: str) -> None:
    assert body(text_of(tmp_path, written)) == read


def test_rows_below_a_heading_that_spans_them_are_told_it_again(tmp_path: Path) -> None:
    table = """\
<table><thead><tr><th>Place</th><th>Time</th><th>Water</th></tr></thead>
<tbody><tr><th rowspan="2" scope="rowgroup">Quay</th><th>Noon</th><td>4</td></tr>
<tr><th>Night</th><td>1</td></tr></tbody></table>"""
    said = "Table:\n\n- Place: Quay\n  Time: Noon\n  Water: 4\n- Place: Quay\n  Time: Night\n  Water: 1"
    assert body(text_of(tmp_path, table)) == said


def test_a_picture_is_its_words(tmp_path: Path) -> None:
    (tmp_path / "moon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    figures = """\
figures:
  moon: {image: moon.svg, alt: A moon., caption: Tonight, credit: Ann, licence: CC0, description: "It is *full*.",
    source: {title: Her site, url: "https://example.org/"}}
  line: {image: moon.svg, decorative: true}
"""
    said = body(text_of(tmp_path, "![moon]\n\n![line]\n\nA ![small moon](moon.svg).", manifest=MANIFEST + figures))
    assert said == (
        "[Image: A moon.]\nFigure 1: Tonight\nAnn. CC0. Her site (https://example.org/).\n\n"
        "[Image description: It is full.]\n\nA [Image: small moon]."
    )


def test_notes_and_references_say_where_they_are_named(tmp_path: Path) -> None:
    text = text_of(tmp_path, "Words.[^x]\n\n## Later\n\nMore.[^x] [@survey]\n\n[^x]: A note [@survey].\n\n    Its end.")
    assert "Words. [n1]\n" in text
    assert "Heading 1: Notes\n\n[n1] A note (1).\n\n     Its end.\n\n     Back to: a A; b A, Later\n" in text
    assert "(1) Harbour Trust, (2025) Survey, Available at https://example.org/survey" in " ".join(text.split())
    assert "Cited at: a A; b A, Later" in text


def test_labels_that_begin_anew_stand_below_their_chapter(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("[a.md]", "[a.md, b.md]") + "notes: {epub: chapter, print: chapter, web: chapter}\n"
    (tmp_path / "b.md").write_text("# B\n\nMore.[^x]\n\n[^x]: Of B.\n")
    text = text_of(tmp_path, "Words.[^x]\n\n[^x]: Of A.", manifest=manifest)
    assert "Heading 1: A\n\nWords. [n1]\n\nHeading 2: Notes\n\n[n1] Of A.\n     Back to: a A\n" in text
    assert "More. [n1]\n\nHeading 2: Notes\n\n[n1] Of B.\n" in text
    assert "Heading 1: Notes" not in text


def test_an_address_is_never_cut(tmp_path: Path) -> None:
    assert any(LONG in line for line in text_of(tmp_path, f"See [it]({LONG}).").splitlines())


def test_a_line_of_code_goes_on_in_words(tmp_path: Path) -> None:
    """It is broken at spaces alone, and says so; what holds no space stays whole."""
    command = f"git log {' '.join(f'--option-{number}=value' for number in range(9))}"
    said = body(text_of(tmp_path, f"```\nif so:\n    {command}\n    {'x' * 90} y\n```"))
    lines = said.splitlines()
    assert lines[0] == "    if so:" and all(line.startswith("        ") for line in lines[1:])
    assert max(len(line) for line in lines if "xx" not in line) <= 72
    assert [line for line in lines if line.endswith(" [line goes on]")] == [*lines[1:-3], lines[-2]]
    joined = " ".join(line.strip() for line in lines).replace(" [line goes on]", "")
    assert joined == f"if so: {command} {'x' * 90} y"


def test_a_path_is_cut_behind_a_sign(tmp_path: Path) -> None:
    path = "/usr/share/" + "folder-with-a-name/" * 5 + "file.txt"
    first, second = body(text_of(tmp_path, f"`{path}`")).splitlines()
    assert first + second == path and first.endswith("/")


def test_scripts_without_spaces_fit_too(tmp_path: Path) -> None:
    lines = body(text_of(tmp_path, "潮" * 200)).splitlines()
    assert "".join(lines) == "潮" * 200 and max(map(len, lines)) == 72


def test_deep_lists_keep_room_for_words(tmp_path: Path) -> None:
    deep = "\n".join("    " * depth + "- deep word" for depth in range(30))
    assert body(text_of(tmp_path, deep)).count("deep") == 30


def test_headings_are_the_books(constructs: str) -> None:
    titles = re.findall(r"^Heading (\d): (.*)$", constructs, re.MULTILINE)
    assert titles == [
        ("1", "Contents"),
        ("1", "Preface"),
        ("1", "The Water"),
        ("2", "Words"),
        ("3", "Citing"),
        ("3", "Lists"),
        ("2", "Things"),
        ("1", "The Land"),
        ("2", "The Harbour"),
        ("3", "The quay"),
        ("1", "Where it stands"),
        ("1", "Notes"),
        ("1", "References"),
        ("1", "About this book"),
        ("2", "Accessibility of this publication"),
    ]


def test_a_draft_says_so_first(tmp_path: Path) -> None:
    assert text_of(tmp_path, "Words.", draft=True).startswith("Draft: ")


def test_words_of_ours_are_in_the_language_of_the_book(tmp_path: Path) -> None:
    text = text_of(tmp_path, "::: tip\nWort.\n:::", manifest=MANIFEST.replace("language: en", "language: de"))
    assert "Überschrift 1: A\n\n[Tipp]\n\nWort.\n\n[Ende: Tipp]\n" in text


def test_every_sentence_of_our_book_stands_there(examined: Examined) -> None:
    def plain(text: str) -> str:
        return re.sub(r"\((\d|number)\)", "(n)", " ".join(text.split()))

    text = plain(plain_text(examined))
    assert [sentence for sentence in sentences() if plain(sentence) not in text] == []
