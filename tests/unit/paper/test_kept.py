"""A rendering that is kept is the one that would be made anew."""

from pathlib import Path

import pytest

from publisher.files import Cache
from publisher.paper import kept
from publisher.paper.engine import Rendering
from publisher.paper.kept import key, packed, render_once, unpacked

PAGE = '<!DOCTYPE html><html lang="en"><head><title>Small</title></head><body><p id="a">Words</p></body></html>'


def test_packed_and_unpacked_it_is_the_same(short: Rendering) -> None:
    made = unpacked(packed(short))
    assert (made.pdf, made.labels, made.starts) == (short.pdf, short.labels, short.starts)


def test_the_engine_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    first = render_once(PAGE, stylesheet="", resources={}, name="pdf", cache=cache)
    monkeypatch.setattr(kept, "render", lambda *_, **__: pytest.fail("asked again"))
    assert render_once(PAGE, stylesheet="", resources={}, name="pdf", cache=cache) == first


def test_whatever_lies_there_the_pages_are_right(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    made_from = key(PAGE, stylesheet="", resources={})
    right = render_once(PAGE, stylesheet="", resources={}, name="pdf", cache=None)
    for nonsense in (b"", b"\x80\x04.", b"[]\n%PDF", b'{"labels": [], "starts": [{"label": 1}]}\n%PDF'):
        cache.keep("pdf", made_from, nonsense)
        assert render_once(PAGE, stylesheet="", resources={}, name="pdf", cache=cache) == right


def test_what_loses_words_is_not_kept(tmp_path: Path) -> None:
    done = render_once(PAGE, stylesheet="p { display: none }", resources={}, name="pdf", cache=Cache(tmp_path))
    assert done.lost and not list(tmp_path.iterdir())


def test_every_part_of_the_input_is_in_the_key() -> None:
    keys = {
        key("a", stylesheet="b", resources={}),
        key("ab", stylesheet="", resources={}),
        key("a", stylesheet="b", resources={"c": b"d"}),
        key("a", stylesheet="b", resources={"cd": b""}),
    }
    assert len(keys) == 4
