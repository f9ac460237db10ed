"""What TYP-07 says on a machine without the extra faces."""

from collections.abc import Iterator

import pytest
from five_scripts import BOOK

from publisher.assembly import assemble
from publisher.checks.typ07_font_problem import check
from publisher.paper import fonts
from publisher.readers.manuscript import read_manuscript

CACHES = (fonts.faces, fonts.coverage, fonts.scripts)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only what every installation has is installed."""
    extra = {package for family in fonts.FAMILIES if family.script for package in family.faces}
    monkeypatch.setattr(fonts, "find_spec", lambda package: None if package in extra else object())
    for cache in CACHES:
        cache.cache_clear()
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.mark.usefixtures("bare")
def test_each_script_is_said_once_with_the_package_that_holds_it() -> None:
    found = list(check(assemble(read_manuscript(BOOK))))
    assert [finding.message.partition(":")[0].removeprefix("the faces of print have no ") for finding in found] == [
        "Arabic characters",
        "Hebrew characters",
        "Chinese, Japanese or Korean characters",
    ]
    assert [(finding.span.file, finding.span.line, finding.span.column) for finding in found] == [
        ("chapters/ar.md", 1, 3),
        ("chapters/he.md", 1, 3),
        ("chapters/ja.md", 1, 3),
    ]
    helps = [finding.help for finding in found]
    assert helps == [
        "install them: pip install 'publisher[fonts]', or fontpkg-noto-sans-arabic alone",
        "install them: pip install 'publisher[fonts]', or pylopdf-fonts-he alone",
        "install them: pip install 'publisher[fonts]', or noto-cjk-sans-jp-regular noto-cjk-sans-jp-bold alone",
    ]


def test_nothing_is_said_where_the_faces_are_installed() -> None:
    assert list(check(assemble(read_manuscript(BOOK)))) == []
