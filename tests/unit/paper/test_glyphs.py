"""What glyphs stand for."""

from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont

from publisher.paper.fonts import faces
from publisher.paper.glyphs import Meanings

FACE = faces()[0]


@pytest.fixture
def meanings() -> Meanings:
    return Meanings(SimpleNamespace(file_content=FACE.read_bytes(), index=0))


def glyph(character: str) -> int:
    font = TTFont(FACE)
    return font.getGlyphID(font.getBestCmap()[ord(character)])


def test_a_bracket_that_is_turned_round_is_what_it_looks_like(meanings: Meanings) -> None:
    meanings.turned = True
    meanings[glyph(")")] = "("  # from right to left an opening bracket is drawn with the glyph of a closing one
    assert meanings[glyph(")")] == ")"


def test_what_is_not_turned_is_believed(meanings: Meanings) -> None:
    meanings[glyph("a")] = "a"
    meanings.turned = True
    meanings[glyph("b")] = "ب"
    assert (meanings[glyph("a")], meanings[glyph("b")]) == ("a", "ب")


def test_every_glyph_stands_for_something(meanings: Meanings) -> None:
    meanings[7] = ""
    assert meanings[7] == "\u200b"


def test_shown_strings_are_read(meanings: Meanings) -> None:
    meanings.update({0x41: "a", 0x102: "fi"})
    assert meanings.read("<00410102>-12.5<0041>") == "afia"
