"""Cells, codes and the way back: what liblouis is asked, and what a file of ours says when it is read."""

import os
from pathlib import Path

import pytest

from publisher.braille import liblouis as outside
from publisher.braille.cells import from_ascii, to_ascii
from publisher.braille.code import TABLES, code, like, unnamed
from publisher.braille.liblouis import Liblouis, liblouis, missing
from publisher.braille.reading import known, languages, pages, passages, read_brf
from publisher.diagnostics import BrailleFailed, ToolMissing

EVERY_CELL = "".join(map(chr, range(0x2800, 0x2840)))


def brf(*lines: str) -> bytes:
    return "".join(f"{to_ascii(line)}\r\n" for line in lines).encode("ascii")


def test_each_cell_has_one_character_of_its_own() -> None:
    ascii = to_ascii(EVERY_CELL)
    assert sorted(ascii) == [chr(code) for code in range(0x20, 0x60)]
    assert from_ascii(ascii) == EVERY_CELL == from_ascii(ascii.lower().replace("\x7f", "_"))


def test_the_characters_are_those_of_liblouis() -> None:
    """Its own table of them, from which the names of cells come: a dot pattern is the number of its dots."""
    with liblouis() as louis:
        text = "the knowledge (1) of 20 people’s ships – don’t"
        cells, _ = louis.cells(text, "en-ueb-g2.ctb")
    assert to_ascii(cells) == "! K \"<#A\"> ( #BJ P'S %IPS ,- DON'T"


def test_cells_of_eight_dots_are_refused() -> None:
    with pytest.raises(ValueError):
        to_ascii("⡀")


def test_no_table_is_taken_from_the_environment_or_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.ctb").write_text("include en-ueb-g2.ctb\n")
    monkeypatch.setenv("LOUIS_TABLEPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with liblouis() as louis:
        assert louis.table("mine") == "" and louis.table("en-ueb-g2") == "en-ueb-g2.ctb"


@pytest.mark.parametrize("table", sorted(TABLES.values()))
def test_every_table_that_we_name_is_one_of_six_dots(table: str) -> None:
    with liblouis() as louis:
        assert code(table, louis)


def test_a_code_knows_its_plain_table() -> None:
    with liblouis() as louis:
        ueb, welsh, french = (code(name, louis) for name in ("en-ueb-g2", "cy-cy-g2", "fr-bfu-comp6"))
        assert ueb and (ueb.plain, ueb.ueb, ueb.grade) == ("en-ueb-g1.ctb", True, "2")
        assert welsh and (welsh.plain, welsh.ueb, welsh.grade) == ("cy-cy-g1.utb", False, "")
        assert french and french.plain == french.table
        assert code("en-us-comp8", louis) is None and code("en-ueb-g3", louis) is None
        assert "en-ueb-g2" in like("en-ueb-g3", louis)


def test_a_book_in_another_language_names_its_table() -> None:
    assert unnamed("en-GB") == ""
    assert "`table: cy-cy-g2`" in unnamed("cy") and "the table of its language" in unnamed("tlh")


def test_without_the_library_the_command_that_installs_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_library(monkeypatch, tmp_path)
    with pytest.raises(ToolMissing, match="apt-get install liblouis20"), liblouis():
        pass
    assert "apt-get install liblouis20 liblouis-data" in missing()


def without_library(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A machine whose liblouis cannot be loaded."""
    child = folder / "child.py"
    child.write_text("import ctypes\nctypes.CDLL('libnowhere.so.20')\n")
    monkeypatch.setattr(outside, "_CHILD", child)


@pytest.mark.parametrize("gone_before_it_is_asked", [True, False])
def test_a_liblouis_that_dies_is_a_failure_of_braille_and_not_a_hang(gone_before_it_is_asked: bool) -> None:
    with liblouis() as louis:
        louis.process.kill()
        if gone_before_it_is_asked:
            louis.process.wait()
        with pytest.raises(BrailleFailed, match="without an answer"):
            louis.cells("words", "en-ueb-g2.ctb")


def test_a_table_that_is_not_there_is_a_failure() -> None:
    with liblouis() as louis, pytest.raises(BrailleFailed, match="gave up"):
        louis.cells("words", "nowhere.ctb")
    with pytest.raises(BrailleFailed, match="no table 'nowhere'"):
        read_brf(brf("⠓⠊"), table="nowhere")


def test_nothing_of_liblouis_is_left_running() -> None:
    with liblouis() as louis:
        assert isinstance(louis, Liblouis)
    assert louis.process.poll() is not None
    with pytest.raises(ProcessLookupError):
        os.kill(louis.process.pid, 0)


def test_information_lines_turns_and_rules_are_not_read() -> None:
    first = brf("⠀⠀⠀⠠⠎⠑⠁", "", "⠀⠀⠮⠀⠎⠑⠁", "⠤" * 38 + "⠼⠃", "⠕⠏⠢⠎", "⠶" * 40, "⠛" * 40)
    second = brf("⠼⠃⠀⠀⠀⠀⠠⠎⠑⠁⠀⠀⠀⠀⠼⠃", "⠁⠛", "", "⠠⠎⠑⠁⠀⠐⠐⠐⠐⠐⠀⠼⠉")
    data = first + b"\f" + second
    assert len(pages(data)) == 2 and len(pages(data)[0]) == 7
    assert passages(data) == ("⠠⠎⠑⠁", "⠮⠀⠎⠑⠁⠀⠕⠏⠢⠎⠀⠁⠛", "⠠⠎⠑⠁⠀⠼⠉")
    assert read_brf(data) == ("Sea", "the sea opens again", "Sea 3")


def test_a_word_that_goes_on_in_the_next_line_is_one_word() -> None:
    data = brf("⠎⠑⠑⠀⠰⠰⠓⠞⠞⠏⠎⠒⠸⠌⠸⠌⠑⠭⠁⠍⠏⠇⠑⠲⠕⠗⠛⠸⠌⠐", "⠀⠀⠁⠸⠌⠃⠀⠮⠝")
    assert read_brf(data) == ("see https://example.org/a/b then",)


def test_signs_of_emphasis_notes_and_grade_are_no_words() -> None:
    data = brf("⠈⠨⠣⠨⠂⠞⠊⠙⠑⠀⠘⠶⠮⠀⠎⠑⠁⠀⠕⠏⠢⠎⠘⠄⠈⠨⠜⠀⠰⠰⠰⠇⠑⠀⠍⠕⠝⠙⠑⠀⠇⠊⠃⠗⠑⠰⠄⠀⠼⠁⠚⠰⠔⠼⠋")
    assert read_brf(data) == ("tide the sea opens le monde libre 10^6",)


def test_a_letter_between_full_stops_is_a_letter() -> None:
    assert read_brf(brf("⠑⠲⠛⠲⠀⠊⠲⠑⠲⠀⠠⠥⠲⠠⠅⠲⠀⠏⠲⠍⠲⠀⠛⠲")) == ("e.g. i.e. U.K. p.m. go.",)


def test_other_codes_are_read_by_their_own_tables() -> None:
    data = brf("⠠⠮⠀⠐⠷⠗⠥⠄⠍⠊⠗⠠⠐⠾⠂⠀⠦⠐⠷⠓⠑⠄⠩⠇⠺⠍⠠⠐⠾⠴⠀⠯", "⠐⠷⠋⠗⠄⠨⠷⠀⠇⠄⠿⠞⠿⠠⠐⠾⠲")
    assert read_brf(data) == ('The мир, "שלום" and À l\'été.',)
    assert languages(data) == {"ru", "he", "fr"}


def test_words_that_are_known_are_not_guessed() -> None:
    """In French of grade 2, a word may end in the sign that goes on, and stress changes what liblouis reads."""
    table, data = "fr-bfu-g2", brf("⠥⠀⠏⠐", "⠕⠃⠎⠕⠇⠮⠞⠑⠀⠸⠅⠴")
    words = known(("un peu obsolète autre",), (), frozenset(), table=table)
    assert read_brf(data, table=table, words=words) == ("un peu obsolète autre",) != read_brf(data, table=table)
