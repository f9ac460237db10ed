"""The braille edition: what a finger meets on each line, and that every word of the book is there."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.braille import liblouis as outside
from publisher.braille.cells import BLANK, BOX, BOX_ENDS, TURN, from_ascii
from publisher.braille.reading import pages, read_brf
from publisher.diagnostics import BrailleFailed
from publisher.editions import EDITIONS
from publisher.editions.edition import Options, Printed
from publisher.facts.agreement import disagreements
from publisher.files import Files
from publisher.model.pages import PageStart
from publisher.publish import Examined, examine, write
from publisher.themes.theme import load

BOOK = Path(__file__).parents[2] / "golden" / "constructs" / "book"
MANIFEST = """\
book: {{title: Tides, language: {language}, date: 2026-01-05, publisher: {{name: Harbour Press}}}}
chapters: [a.md]
references:
  survey: {{type: report, author: [{{literal: Harbour Trust}}], issued: 2025, title: Survey, URL: "https://example.org/survey"}}
editions: {{braille: {{{options}}}}}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
REFERENCES = ("⠠⠗⠑⠋⠻⠰⠑⠎", "⠠⠗⠑⠋⠑⠗⠑⠝⠉⠑⠎")
PARAGRAPH = " ".join(["The water rises in the harbour every morning."] * 12)


def book(
    folder: Path, chapter: str, *, options: str = "", language: str = "en-GB", manifest: str = MANIFEST
) -> Examined:
    (folder / "book.yaml").write_text(manifest.format(language=language, options=options), encoding="utf-8")
    (folder / "a.md").write_text(f"# A\n\n{chapter}\n", encoding="utf-8")
    (folder / "sea.svg").write_text(SVG, encoding="utf-8")
    return examine(folder)


def written(examined: Examined, *, options: Options = Options()) -> Printed:
    made = EDITIONS["braille"].write(examined.book, load("plain"), options, {})
    assert isinstance(made, Printed)
    return made


def brf(files: Mapping[str, bytes]) -> bytes:
    [data] = [data for name, data in files.items() if name.endswith(".brf")]
    return data


def text_pages(folder: Path, chapter: str, **more: str) -> Sequence[Sequence[str]]:
    """The pages of the text: those behind the contents."""
    made = written(book(folder, chapter, **more))
    assert not made.lost
    return pages(brf(made.files))[2:]


def lines(folder: Path, chapter: str, **more: str) -> Sequence[str]:
    """The lines of the text, without information lines, its title and the lists behind it."""
    found = [line for page in text_pages(folder, chapter, **more) for line in page[1:]][3:]
    return found[: next(number for number, line in enumerate(found) if line.strip(BLANK) in REFERENCES) - 1]


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(BLANK))


def test_a_file_is_pages_of_ascii_lines(tmp_path: Path) -> None:
    data = brf(written(book(tmp_path, "\n\n".join([PARAGRAPH] * 9))).files)
    assert set(data) <= {*range(0x20, 0x60), 13, 10, 12}
    for page in data.split(b"\f"):
        assert page.endswith(b"\r\n") and page.count(b"\r\n") == page.count(b"\n") <= 25
        assert all(len(line) <= 40 and line == line.rstrip() for line in page.split(b"\r\n"))


def test_the_unicode_copy_has_the_same_cells_and_no_name_of_another_edition(tmp_path: Path) -> None:
    files = written(book(tmp_path, PARAGRAPH)).files
    assert sorted(files) == ["tides-braille.txt", "tides.brf"]
    copy = files["tides-braille.txt"].decode()
    assert re.fullmatch("[\u2800-\u283f\n\f]*", copy)
    assert copy == from_ascii(files["tides.brf"].decode("ascii")).replace("\r", "").replace(" ", BLANK)


def test_the_title_page_says_who_made_the_braille(tmp_path: Path) -> None:
    said = " ".join(read_brf(brf(written(book(tmp_path, "Text.")).files))[:6])
    assert said.startswith(
        "Tides Harbour Press 5 January 2026 Transcribed into UEB grade 2 by software, not proofread by a braille"
    )
    assert "Volume 1 of 1" in said


def test_a_draft_says_so(tmp_path: Path) -> None:
    said = read_brf(brf(written(book(tmp_path, "Text."), options=Options(draft=True)).files))
    assert said[0].startswith("Draft: this copy was made in spite of errors")


def test_line_1_has_the_title_and_the_page(tmp_path: Path) -> None:
    every = pages(brf(written(book(tmp_path, PARAGRAPH)).files))
    assert [re.split(f"{BLANK}+", page[0].strip(BLANK)) for page in every[1:3]] == [["⠠⠞⠊⠙⠑⠎", "⠼⠃"], ["⠠⠞⠊⠙⠑⠎", "⠼⠉"]]
    assert all(len(page[0]) == 40 for page in every[1:])


def test_headings_stand_by_level(tmp_path: Path) -> None:
    found = lines(tmp_path, "## Two\n\nWords.\n\n### Three\n\nWords.\n\n#### Four\n\nWords.")
    assert [indent(line) for line in found if line] == [4, 2, 6, 2, 6, 2]
    assert [number for number, line in enumerate(found) if not line] == [2, 5]


def test_a_heading_never_ends_a_page(tmp_path: Path) -> None:
    for count in range(12, 24):
        chapter = "\n\n".join([*["Words."] * count, "## Section\n\n### Below", PARAGRAPH])
        for page in text_pages(tmp_path, chapter):
            assert not any(above == "" and indent(line) >= 4 for above, line in zip(page[-3:], page[-2:])), page


def test_paragraphs_lists_and_definitions_hang(tmp_path: Path) -> None:
    found = lines(tmp_path, f"{PARAGRAPH}\n\n- {PARAGRAPH}\n    - one\n\nTide\n:   {PARAGRAPH}")
    first = found[: found.index("")]
    assert {indent(line) for line in first[1:]} == {0} and indent(first[0]) == 2
    second = found[len(first) + 1 :]
    item = second[: second.index("")]
    assert indent(item[0]) == 0 and {indent(line) for line in item[1:]} == {2}
    assert item[-1] == "⠀⠀⠸⠲⠀⠕⠝⠑" or item[-1] == "⠀⠀⠸⠲⠀⠐⠕"


def test_a_figure_has_its_caption_then_a_note_of_the_transcriber(tmp_path: Path) -> None:
    chapter = '![A low wall](sea.svg "The wall"){description="It is *long*."}\n\n![](sea.svg){.decorative}'
    found = lines(tmp_path, chapter)
    assert found[0] == "⠀⠀⠠⠋⠊⠛⠥⠗⠑⠀⠼⠁⠒⠀⠠⠮⠀⠺⠁⠇⠇"
    assert found[1].startswith("⠀⠀⠈⠨⠣⠠⠊⠍⠁⠛⠑⠒⠀⠠⠁⠀⠇⠪⠀⠺⠁⠇⠇")
    assert found[-1].endswith("⠈⠨⠜") and "".join(found).count("⠈⠨⠣") == "".join(found).count("⠈⠨⠜") == 1


def test_a_table_is_a_list_and_says_so(tmp_path: Path) -> None:
    found = lines(tmp_path, "| Place | High | Low |\n|---|---|---|\n| Quay | 4 | 1 |\n| Bay | 3 | |\n\n: Water")
    rows = found[found.index("") + 1 :]
    assert found[1].startswith("⠀⠀⠈⠨⠣") and found[found.index("") - 1].endswith("⠈⠨⠜")
    assert rows == ["⠠⠏⠇⠁⠉⠑⠒⠀⠠⠟⠥⠁⠽", "⠀⠀⠠⠓⠊⠣⠒⠀⠼⠙", "⠀⠀⠠⠇⠪⠒⠀⠼⠁", "⠠⠏⠇⠁⠉⠑⠒⠀⠠⠃⠁⠽", "⠀⠀⠠⠓⠊⠣⠒⠀⠼⠉", "⠀⠀⠠⠇⠪⠒⠀⠠⠤"]


def test_a_box_stands_between_lines_across_the_page(tmp_path: Path) -> None:
    found = lines(tmp_path, "::: tip\nBring boots.\n:::")
    assert found == [BOX * 40, "⠀⠀⠠⠞⠊⠏", "⠀⠀⠠⠃⠗⠬⠀⠃⠕⠕⠞⠎⠲", BOX_ENDS * 40]


def test_the_end_of_a_box_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    for count in range(10, 24):
        chapter = "\n\n".join([*["Words."] * count, "::: note\n::: tip\nBring boots.\n:::\n:::", "More."])
        for page in text_pages(tmp_path, chapter):
            assert not page[1].startswith(BOX_ENDS), (count, page)


def test_what_is_not_contracted_says_so(tmp_path: Path) -> None:
    found = "".join(
        lines(tmp_path, "See [le monde libre]{lang=fr}, `the code` and [here](https://example.org/the/path).")
    )
    assert "⠰⠰⠰⠇⠑⠀⠍⠕⠝⠙⠑⠀⠇⠊⠃⠗⠑⠂⠰⠄" in found
    assert "⠰⠰⠞⠓⠑⠀⠰⠰⠉⠕⠙⠑" in found
    assert "⠐⠣⠰⠰⠓⠞⠞⠏⠎⠒⠸⠌⠸⠌⠑⠭⠁⠍⠏⠇⠑⠲⠕⠗⠛⠸⠌⠞⠓⠑⠸⠌⠏⠁⠞⠓⠐⠜⠲" in found.replace(f"⠐{BLANK}", "")


def test_a_chapter_or_box_in_another_language_is_in_its_own_code(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("[a.md]", "[{{file: a.md, language: cy}}]")
    found = "".join(lines(tmp_path, "Mae hen wlad.\n\n::: {.note lang=fr}\nLe monde libre.\n:::", manifest=manifest))
    assert "⠐⠷⠉⠽⠄⠠⠍⠁⠑⠀⠓⠑⠝⠀⠺⠇⠁⠙⠲⠠⠐⠾" in found and "⠐⠷⠋⠗⠄⠨⠇⠑⠀⠍⠕⠝⠙⠑⠀⠇⠊⠃⠗⠑⠲⠠⠐⠾" in found


SCRIPTS = """\
They wrote *[мир]{lang=ru}*, “[שלום]{lang=he}” and **[Слава Україні]{lang=uk}**.[^1] Unmarked: (سلام) and Ελευθερία, π.

::: {.quote lang=cy}
Mae hen wlad fy nhadau, enwogion o fri.[^1]
:::

[^1]: The word [Свобода]{lang=bg}, a second time мир.
"""


def test_words_in_other_letters_stand_between_signs_that_name_their_code(tmp_path: Path) -> None:
    """UEB (2013) §14.3: the sign, the letters of the language, dot 3; the signs of stress stand around them."""
    manifest = MANIFEST.replace("[a.md]", "[{{file: a.md, title: Мир}}]")
    made = written(book(tmp_path, SCRIPTS, manifest=manifest))
    cells = made.files["tides-braille.txt"].decode().replace("\n", BLANK)
    for shown in (
        "⠨⠂⠐⠷⠗⠥⠄⠍⠊⠗⠠⠐⠾⠂",
        "⠦⠐⠷⠓⠑⠄⠩⠇⠺⠍⠠⠐⠾⠴⠀⠯",
        "⠘⠶⠐⠷⠥⠅⠄⠎⠇⠁⠺⠁⠀⠥⠅⠗⠁⠹⠝⠽⠠⠐⠾⠘⠄⠲",
        "⠐⠣⠐⠷⠁⠗⠄⠎⠧⠍⠠⠐⠾⠐⠜",
        "⠠⠐⠾⠂⠀⠨⠏⠲",
        "⠠⠐⠾⠀⠨⠣⠝⠼⠁⠨⠜",
    ):
        assert shown in cells, shown
    assert not made.lost


def test_the_front_says_which_other_codes_there_are(tmp_path: Path) -> None:
    said = " ".join(read_brf(brf(written(book(tmp_path, SCRIPTS)).files)))
    names = "ar (Arabic), bg (Bulgarian), cy (Welsh), el (Greek), he (Hebrew), ru (Russian), uk (Ukrainian)"
    assert f"stand between signs that name them: {names}." in said
    assert "other braille codes" not in " ".join(read_brf(brf(written(book(tmp_path, "Plain words.")).files)))


@pytest.mark.parametrize(("language", "table"), [("en", "en-ueb-g2"), ("de", "de-g1"), ("fr", "fr-bfu-comp6")])
def test_words_in_other_letters_come_back_in_their_order(language: str, table: str, tmp_path: Path) -> None:
    """In codes that have no signs for it, brackets and the letters of the language stand around them."""
    examined = book(tmp_path, SCRIPTS, language=language, options=f"table: {table}")
    files = written(examined).files
    read = read_brf(brf(files), table=table)
    [said] = [each for each in read if "שלום" in each]
    order = ("мир", "שלום", "слава україні", "سلام", "Ελευθερία")
    assert sorted(order, key=said.find) == list(order) and all(word in said for word in order), said
    assert any("мир" in each and "Свобода" in each for each in read)
    assert list(disagreements(examined.book, files)) == []
    changed = book(tmp_path, SCRIPTS.replace("Україні", "Америці"), language=language, options=f"table: {table}")
    told = 2 if language == "en" else 0  # the file and its copy in Unicode; other codes are compared by passages
    assert len(list(disagreements(changed.book, files))) == told


def test_chapters_in_another_language_are_named_alike_in_the_contents(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("[a.md]", "[{{file: a.md, language: cy}}]")
    made = written(book(tmp_path, "## Croeso i bawb\n\nTestun.[^1]\n\n[^1]: Nodyn Cymraeg.", manifest=manifest))
    read = read_brf(brf(made.files))
    assert made.files["tides-braille.txt"].decode().count("⠐⠷⠉⠽⠄⠠⠉⠗⠕⠑⠎⠕⠀⠊⠀⠃⠁⠺⠃⠠⠐⠾") == 2
    assert any(each.startswith("[n1] Nodyn Cymraeg. Back to:") for each in read)


def test_lines_that_the_author_ends_are_told_from_lines_that_run_on(tmp_path: Path) -> None:
    """Verse and addresses: each line at the edge, what runs on two cells in; in a list both two cells farther."""
    long = "and a line that has to run on because it is longer than forty cells"
    found = lines(tmp_path, f"Roses are red  \n{long}  \nend.\n\nWords.\n\n- Roses  \n    {long}\n- two")
    assert [indent(line) for line in found if line] == [0, 0, 2, 0, 2, 0, 2, 4, 0]
    assert [number for number, line in enumerate(found) if not line] == [4, 6]


def test_a_remark_of_the_transcriber_holds_no_other(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("A quay.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![A dot](sea.svg) in it.\n")
    manifest = MANIFEST + "figures:\n  quay: {{image: sea.svg, alt: A low wall, description: {{file: d.md}}}}\n"
    found = "".join(lines(tmp_path, "![quay]", manifest=manifest))
    assert found.count("⠈⠨⠣") == found.count("⠈⠨⠜") == 1 and found.endswith("⠈⠨⠜")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("In 2020 15 boats", "⠠⠔⠀⠼⠃⠚⠃⠚⠀⠼⠁⠑⠀⠃⠕⠁⠞⠎"),
        ("from 1,000 2,000 were", "⠋⠀⠼⠁⠂⠚⠚⠚⠀⠼⠃⠂⠚⠚⠚⠀⠶"),
        ("SE1 9XY", "⠠⠠⠎⠑⠼⠁⠀⠼⠊⠠⠠⠭⠽"),
        ("10 000 boats", "⠼⠁⠚⠐⠚⠚⠚⠀⠃⠕⠁⠞⠎"),
        ("on +44 20 7946 0000", "⠕⠝⠀⠐⠖⠼⠙⠙⠐⠃⠚⠐⠛⠊⠙⠋⠐⠚⠚⠚⠚"),
        ("THE 4G AND 5G NETS", "⠠⠠⠮⠀⠼⠙⠠⠛⠀⠠⠠⠯⠀⠼⠑⠠⠛⠀⠠⠠⠝⠑⠞⠎"),
        ("10⁶ m² and 10¹²", "⠼⠁⠚⠰⠔⠼⠋⠀⠍⠰⠔⠼⠃⠀⠯⠀⠼⠁⠚⠰⠔⠼⠁⠃"),
        ("x<sup>n+1</sup> on 1<sup>st</sup>", "⠭⠈⠢⠐⠣⠝⠐⠖⠼⠁⠐⠜⠀⠕⠝⠀⠼⠁⠎⠞"),
    ],
)
def test_numbers_are_not_read_as_others(text: str, cells: str, tmp_path: Path) -> None:
    """A blank between two numbers is no numeric space (UEB 2013 §6.6), and a letter behind a digit no digit (§6.5)."""
    found = "".join(line.strip(BLANK) + BLANK for line in lines(tmp_path, text))
    assert found.replace("⠠⠄", "").strip(BLANK) == cells


def test_words_without_end_take_no_time_without_end(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("Tides,", f"{'Tides and tides ' * 40},")
    nested = "\n\n".join("    " * depth + "- item" for depth in range(20))
    chapter = f"{'x' * 5_000}\n\n{nested}\n\n**{'bold words ' * 1_000}**\n\nhttps://example.org/{'a' * 5_000}"
    made = written(book(tmp_path, chapter, manifest=manifest, options="cells: 20, lines: 10"))
    longest = max(len(line) for data in made.files.values() for line in data.decode().splitlines())
    assert longest == 20 and count_of_pages(made) > 5_000 / 20 / 10


def count_of_pages(made: Printed) -> int:
    """The pages of all volumes."""
    return sum(len(pages(data)) for name, data in made.files.items() if name.endswith(".brf"))


def test_a_long_address_goes_on_behind_a_separator(tmp_path: Path) -> None:
    address = "https://example.org/" + "/".join(["a-long-part", "another", "of-it"] * 4)
    found = lines(tmp_path, f"Read [it]({address}).")
    ends = [from_ascii(line) for line in found if line.endswith("⠐")]
    assert ends and all(re.search("(⠌|⠲|⠤)⠐$", line) for line in ends)
    assert any(address in said for said in read_brf(brf(written(book(tmp_path, f"Read [it]({address}).")).files)))


def test_grade_1_has_no_contractions_and_no_signs_for_that(tmp_path: Path) -> None:
    found = "".join(lines(tmp_path, "The knowledge of `code`.", options="table: en-ueb-g1"))
    assert found == "⠀⠀⠠⠞⠓⠑⠀⠅⠝⠕⠺⠇⠑⠙⠛⠑⠀⠕⠋⠀⠉⠕⠙⠑⠲"


def test_cells_and_lines_are_the_embossers(tmp_path: Path) -> None:
    every = pages(brf(written(book(tmp_path, "\n\n".join([PARAGRAPH] * 4), options="cells: 32, lines: 27")).files))
    assert max(len(line) for page in every for line in page) == 32
    assert max(map(len, every)) == 27


def test_contents_lead_to_braille_pages(tmp_path: Path) -> None:
    chapter = "\n\n".join(["## One", *[PARAGRAPH] * 5, "## Two", PARAGRAPH])
    every = pages(brf(written(book(tmp_path, chapter)).files))
    entries = {line.strip(BLANK).split(BLANK)[0]: line.split(BLANK)[-1] for line in every[1][3:]}
    for title in ("⠠⠐⠕", "⠠⠞⠺⠕"):
        [page] = [page for page in every[2:] if f"{BLANK * 4}{title}" in page]
        assert page[0].split(BLANK)[-1] == entries[title]


def test_a_page_of_print_begins_where_its_word_stands(tmp_path: Path) -> None:
    examined = book(tmp_path, f"First words of all.\n\n{PARAGRAPH}")
    words = "harbour every morning. The".replace(" ", "")
    places = [node.span for node in examined.book.chapters[0].blocks[1:]]
    start = PageStart(label="7", block=str(places[1]), offset=18, words=words)
    paged = replace(
        examined, book=replace(examined.book, pages=(PageStart(label="6", block="a-title", offset=0, words="A"), start))
    )
    found = [line for page in pages(brf(written(paged).files))[2:] for line in page]
    turn = found.index(TURN * 38 + "⠼⠛")
    assert found[turn - 1] == "⠀⠀⠠⠮⠀⠺⠁⠞⠻⠀⠗⠊⠎⠑⠎⠀⠔⠀⠮" and found[turn + 1].startswith("⠓⠜⠃⠳⠗")
    assert found[0].startswith("⠼⠋⠀")  # the page that line 1 names is that of the first words below it


def test_what_has_no_braille_is_told_at_its_place(tmp_path: Path) -> None:
    examined = book(tmp_path, "Words of the sea.\n\nSee [日本]{lang=ja}\nand the 😀 there.", options="")
    assert [lost.words for lost in written(examined).lost] == ["日本", "😀"]
    [made] = write(examined.book, ("braille",))
    assert not made.files and [str(finding.span) for finding in made.findings] == ["a.md:5:6", "a.md:6:9"]
    assert {finding.rule.code for finding in made.findings} == {"PRT-01"} and "(😀)" in made.findings[1].message


def test_what_has_no_braille_in_the_title_is_told_in_the_manifest(tmp_path: Path) -> None:
    examined = book(tmp_path, "Words.", manifest=MANIFEST.replace("title: Tides", "title: 😀 Tides"))
    [made] = write(examined.book, ("braille",))
    assert [(str(finding.span), finding.rule.code) for finding in made.findings] == [("book.yaml:1:15", "PRT-01")]


def test_accents_dashes_and_invisible_signs_are_no_losses(tmp_path: Path) -> None:
    said = "Ångström – naïve…\u00ad \u200bH~2~O “it’s” 10<sup>6</sup> £5 € ½ © Ω π"
    assert not written(book(tmp_path, said)).lost
    spanish = book(tmp_path, "Thérèse come “piñas” – y más…", options="table: es-g1", language="es")
    assert not written(spanish).lost


def test_an_address_in_welsh_keeps_to_six_dots(tmp_path: Path) -> None:
    made = written(book(tmp_path, "Y cyfeiriad yw a@example.org heddiw.", options="table: cy-cy-g2", language="cy"))
    assert not made.lost and brf(made.files).isascii()


def test_a_book_in_another_language_asks_for_its_table(tmp_path: Path) -> None:
    with pytest.raises(BrailleFailed, match="`table: de-g1`"):
        written(book(tmp_path, "Wasser.", language="de"))
    said = " ".join(
        read_brf(brf(written(book(tmp_path, "Wasser.", language="de", options="table: de-g1")).files), table="de-g1")
    )
    assert "inhalt" in said and "wasser" in said


def test_without_liblouis_the_rest_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    child.write_text("raise OSError\n")
    monkeypatch.setattr(outside, "_CHILD", child)
    examined = book(tmp_path, "Words.")
    text, braille = write(examined.book, ("text", "braille"))
    assert text.files and braille.unequipped and "apt-get install liblouis20" in braille.failure


def test_a_long_book_is_parted_between_chapters(tmp_path: Path) -> None:
    """Two volumes of at most 100 pages; each has the notes and references that it names, and its own contents."""
    names = [f"c{number}.md" for number in range(1, 5)]
    manifest = MANIFEST.replace("[a.md]", str(names).replace("'", ""))
    note = "It is told here.[^1] As the survey says.[@survey]\n\n[^1]: A note of {}."
    for name in names:
        text = "\n\n".join(
            [f"# Chapter {name[1]}", note.format(name[1]), *[f"## Section\n\n{PARAGRAPH}\n\n{PARAGRAPH}"] * 34]
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
    examined = book(tmp_path, "", manifest=manifest, options="lines: 25")
    made = written(examined)
    volumes = {name: data for name, data in made.files.items() if name.endswith(".brf")}
    assert list(volumes) == ["tides-volume-1.brf", "tides-volume-2.brf"]
    assert all(len(pages(data)) <= 100 for data in volumes.values())
    first, second = (" ".join(read_brf(data)) for data in volumes.values())
    assert "Volume 1 of 2" in first and "End of volume 1" in first and "Volume 2 of 2" in second
    told = [[number for number in "1234" if f"A note of {number}" in said] for said in (first, second)]
    assert told[0] + told[1] == list("1234") and all(told)
    assert "Harbour Trust" in first and "Harbour Trust" in second
    assert "About this book" in second and "A note of 4" not in first
    assert list(disagreements(examined.book, volumes)) == []


def test_the_same_book_gives_the_same_bytes() -> None:
    """In processes with other seeds of chance."""
    program = (
        "import hashlib, sys; from pathlib import Path; from publisher.publish import examine\n"
        "from publisher.editions import EDITIONS; from publisher.editions.edition import Options\n"
        "from publisher.themes.theme import load\n"
        f"done = EDITIONS['braille'].write(examine(Path({str(BOOK)!r})).book, load('plain'), Options(), {{}})\n"
        "print(hashlib.sha256(b''.join(done.files[name] for name in sorted(done.files))).hexdigest())\n"
    )
    run = [
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, text=True
        )
        for seed in ("1", "2")
    ]
    assert run[0].stdout and run[0].stdout == run[1].stdout, run[0].stderr


# What our table for English does not read back as it was written: "e.g." comes back as "e.go."
LEAST = 0.995


def words(text: str) -> Counter[str]:
    """Words without case, quotation marks and what leads a heading in plain text."""
    bare = re.sub("[’‘']", "", re.sub(r"^Heading \d: ", "", text, flags=re.M))
    return Counter(re.findall(r"\w+", bare.casefold()))


def share(examined: Examined) -> float:
    """How many of the words of the plain text are in the braille, read back."""
    text = EDITIONS["text"].write(examined.book, load("plain"), Options(), {})
    assert isinstance(text, Files)
    told = words(next(iter(text.values())).decode())
    heard = words("\n".join(read_brf(brf(written(examined).files))))
    return 1 - (told - heard).total() / told.total()


def test_the_post_is_read_back(examined: Examined) -> None:
    assert share(examined) >= LEAST


def test_a_book_of_all_sorts_is_read_back(tmp_path: Path) -> None:
    chapter = f"""\
{PARAGRAPH} *Every word of it* is **strong**, says [@survey].[^1] NATO’s 1,500 ships cost £3.50 (€4) on 5 May 2021.

1. An item with `print(x)` and [a page](https://example.org/the/page?of=it&more=1).
2. Mother-in-law, co-operate, O’Brien, McDonald; knowledge/people—children!

![Three boats in a row](sea.svg "The boats"){{description="One is red, two are blue."}}

| Place | High |
|---|---|
| Quay | 4 |

: Water

Il a dit [bonjour tout le monde]{{lang=fr}}, enough; like us, as it was, in his own.

[^1]: A note about receiving, deceiving, conceiving and perceiving.
"""
    assert share(book(tmp_path, chapter)) >= LEAST
