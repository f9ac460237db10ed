"""What readers meet: on phones, in the dark, in high contrast, with other spacing, by keyboard; and
nothing is fetched."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

Met = tuple[Mapping[str, Any], ...]
Visit = Callable[..., Met]


@pytest.fixture(scope="module")
def met(visit: Visit, web: Mapping[str, Path]) -> Met:
    """Pages of each kind, as every reader meets them."""
    ours, constructs = web["ours"], web["constructs"]
    return visit(
        ours / "allies-web.html",
        *(
            ours / "allies-web" / name
            for name in ("index.html", "introduction.html", "references.html", "imprint.html")
        ),
        constructs / "the-tides-web.html",
        *(constructs / "the-tides-web" / name for name in ("words.html", "things.html", "notes.html")),
    )


def test_every_reader_was_there(met: Met) -> None:
    ways = {"light", "dark", "narrow", "narrow-dark", "spaced", "contrast", "forced"}
    assert {answer["way"] for answer in met} == ways
    assert len(met) == 9 * len(ways)


def test_axe_has_nothing_against_it(met: Met) -> None:
    assert all(answer["passes"] > 20 for answer in met)
    assert [(answer["file"], answer["way"], answer["violations"]) for answer in met if answer["violations"]] == []


def test_no_page_is_wider_than_the_window(met: Met) -> None:
    """WCAG 1.4.10: 320 px, which is 1280 px at 400 %."""
    assert {answer["window"] for answer in met} == {320, 1280}
    assert [
        (answer["file"], answer["way"], answer["page"]) for answer in met if answer["page"] > answer["window"]
    ] == []


def test_nothing_leaves_the_page(met: Met) -> None:
    for answer in met:
        schemes = {urlsplit(address).scheme for address in answer["asked"]}
        assert schemes <= {"file", "data"}
        if answer["file"].endswith("-web.html"):
            assert [address for address in answer["asked"] if address.startswith("file:")] == [
                Path(answer["file"]).as_uri()
            ]


def test_the_keyboard_meets_the_way_past_the_header_first(met: Met) -> None:
    for answer in met:
        first = answer["first"]
        assert (first["tag"], first["text"]) == ("A", "Skip to the text")
        assert first["outlined"] and first["height"] >= 24 and first["width"] >= 24
        assert answer["behind"], "the skip link leads behind the header"


def test_the_browser_would_see_a_fault(visit: Visit, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text('<!DOCTYPE html><title>x</title><img src="https://example.org/x.png"><p style="width: 900px">Wide')
    bad = next(answer for answer in visit(page) if answer["way"] == "narrow")
    assert bad["page"] > bad["window"]
    assert "https://example.org/x.png" in bad["asked"]
    assert any(found.startswith("image-alt") for found in bad["violations"])
