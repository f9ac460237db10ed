"""The program as a key: another library, another key."""

import pytest

from publisher import program
from publisher.paper import kept
from publisher.paper.fonts import faces


@pytest.fixture
def asked_anew() -> None:
    program.program.cache_clear()


def test_the_libraries_that_lay_out_lines_are_named() -> None:
    told = dict(each.split(" ") for each in program.native())
    assert set(told) == {"pango_version_string", "hb_version_string", "lou_version"}
    assert told["pango_version_string"].startswith("1.") and all(told.values())


def test_what_other_libraries_made_is_not_found(monkeypatch: pytest.MonkeyPatch, asked_anew: None) -> None:
    before = program.program(faces()), kept.key("a", stylesheet="b", resources={})
    monkeypatch.setattr(program, "native", lambda: ("pango_version_string 1.0",))
    program.program.cache_clear()
    after = program.program(faces()), kept.key("a", stylesheet="b", resources={})
    program.program.cache_clear()
    assert not set(before) & set(after)


def test_a_library_that_is_not_there_has_no_version() -> None:
    assert program._version("version", ("libnowhere.so.7",)) == ""
    assert program._version("no_such_function", ("libpango-1.0.so.0",)) == ""
