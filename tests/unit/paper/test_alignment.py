"""Pieces of lines find their place in the source."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.paper.alignment import SourceText


def test_white_space_between_pieces_is_known() -> None:
    root = ElementTree.fromstring("<p>One <em>two</em>, three\n <b>four</b>five</p>")
    em, b = root
    text = SourceText(root)
    pieces = [
        text.take(*at, "-") for at in ((root, "One"), (em, "two"), (root, ", three"), (b, "four"), (root, "five"))
    ]
    assert [text.spaced(one, next_) for one, next_ in zip(pieces, pieces[1:], strict=False)] == [
        True,
        False,
        True,
        False,
    ]
    assert not text.unused


def test_a_hyphen_of_the_layout_is_told_from_one_of_the_source() -> None:
    root = ElementTree.fromstring("<p>well-known dampf\u00adschiff</p>")
    text = SourceText(root)
    assert [text.take(root, piece, "-").hyphen for piece in ("well-", "known dampf-", "schiff")] == [False, True, False]


def test_what_differs_is_no_piece_and_stays_unused() -> None:
    root = ElementTree.fromstring("<p>seen<!-- not this --> lost</p>")
    text = SourceText(root)
    assert text.take(root, "SEEN", "-") is not None
    assert text.take(root, "other", "-") is None
    assert dict(text.unused) == {root: "lost"}


@given(st.text(st.sampled_from("ab -\u00ad\u200b"), min_size=1, max_size=40), st.data())
def test_any_cutting_of_a_text_is_found_again(words: str, data: st.DataObject) -> None:
    root = ElementTree.Element("p")
    root.text = words
    text = SourceText(root)
    end = 0
    while end < len(words):
        start, end = end, data.draw(st.integers(end + 1, len(words)))
        visible = any(c in "ab-" for c in words[start:end])
        piece = text.take(root, words[start:end], "~")
        assert (piece is not None) == visible and not (piece and piece.hyphen)
    assert not text.unused


@pytest.mark.parametrize(("source", "set_"), [("straße", "STRASSE"), ("Éa", "éa"), ("İ", "i̇")])
def test_letters_may_change_their_case(source: str, set_: str) -> None:
    root = ElementTree.Element("p")
    root.text = source
    text = SourceText(root)
    assert text.take(root, set_, "-") is not None and not text.unused
