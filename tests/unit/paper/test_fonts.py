"""The faces of print."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from publisher.paper import fonts
from publisher.paper.fonts import FAMILIES, Family, configuration, coverage, faces, lacking, missing, scripts


def files_of(family: Family) -> list[Path]:
    names = {Path(path).name for paths in family.faces.values() for path in paths}
    return [face for face in faces() if face.name in names]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_family_is_here_whole_and_may_be_embedded(family: Family) -> None:
    assert len(files_of(family)) == sum(map(len, family.faces.values()))
    assert all(TTFont(face, lazy=True)["OS/2"].fsType == 0 for face in files_of(family))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_italics_and_bolds_hold_what_the_upright_face_holds(family: Family) -> None:
    # Not the one letter each that Noto Sans has in one of its two files only.
    held = [frozenset(TTFont(face, lazy=True).getBestCmap()) for face in files_of(family)]
    assert len(frozenset.union(*held) - frozenset.intersection(*held)) < 5
    assert held[0] <= coverage()


@pytest.mark.parametrize("family", [family for family in FAMILIES if family.script], ids=lambda family: family.name)
def test_a_family_holds_the_script_that_it_is_there_for(family: Family) -> None:
    held = frozenset(TTFont(files_of(family)[0], lazy=True).getBestCmap())
    assert all(any(code in held for code in block) for block in family.ranges if block.start < 0x10000)


@pytest.mark.parametrize("text", ["Ŵŵ Ŷŷ", "Ελλάδα", "Україна Ґґ", "ő ű ł ı ș", "हिन्दी ।"])
def test_what_is_always_installed_holds_the_scripts_of_europe_and_hindi(text: str) -> None:
    default = [face for family in FAMILIES if not family.script for face in files_of(family)]
    held = frozenset(code for face in default for code in TTFont(face, lazy=True).getBestCmap())
    assert {ord(character) for character in text} <= held


def test_a_family_that_is_not_installed_is_the_one_that_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lacking("م") is None
    monkeypatch.setattr(fonts, "find_spec", lambda package: None if "arabic" in package else object())
    family = lacking("م")
    assert family is not None and family.packages == ("fontpkg-noto-sans-arabic",)
    assert lacking("ש") is lacking("☑") is None


def test_scripts_are_known_by_their_letters() -> None:
    assert {"LATIN", "ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HANGUL"} <= scripts()
    assert "ETHIOPIC" not in scripts()


def test_missing_characters_are_told_once_at_their_first_place() -> None:
    texts = [("Plain words", 1), ("a ☑ and ☐", 2), ("☑ again", 3)]
    assert list(missing(texts)) == [("☑", 2), ("☐", 2)]


def test_what_is_never_drawn_is_never_missing() -> None:
    assert not list(missing([("a\u00ad\u200b\u200d\u2060\ufe0f\n\t\u202f\u2009b", 0)]))


def test_the_configuration_knows_our_faces_only(tmp_path) -> None:
    text = configuration(tmp_path).decode()
    assert all(face.name.replace("[", "?").replace("]", "?") in text for face in faces())
    assert "<rejectfont><glob>*</glob></rejectfont>" in text and "/usr/share/fonts" not in text
