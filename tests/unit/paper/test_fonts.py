"""The faces of print."""

from fontTools.ttLib import TTFont

from publisher.paper.fonts import FAMILIES, configuration, coverage, faces, missing


def test_the_first_family_is_whole_and_may_be_embedded() -> None:
    first = [face for face in faces() if face.name in FAMILIES[0].faces]
    assert len(first) == 4
    assert all(TTFont(face, lazy=True)["OS/2"].fsType == 0 for face in faces())


def test_italics_and_bolds_hold_what_the_upright_face_holds() -> None:
    held = [frozenset(TTFont(face, lazy=True).getBestCmap()) for face in faces() if face.name in FAMILIES[0].faces]
    assert len(set(held)) == 1 and held[0] <= coverage()


def test_missing_characters_are_told_once_at_their_first_place() -> None:
    texts = [("Plain words", 1), ("a ☑ and ☐", 2), ("☑ again", 3)]
    assert list(missing(texts)) == [("☑", 2), ("☐", 2)]


def test_what_is_never_drawn_is_never_missing() -> None:
    assert not list(missing([("a\u00ad\u200b\u200d\u2060\ufe0f\n\t\u202f\u2009b", 0)]))


def test_the_configuration_knows_our_faces_only(tmp_path) -> None:
    text = configuration(tmp_path).decode()
    assert all(face.name.replace("[", "?").replace("]", "?") in text for face in faces())
    assert "<rejectfont><glob>*</glob></rejectfont>" in text and "/usr/share/fonts" not in text
