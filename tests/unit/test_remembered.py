"""An edition that was made before: found by all that it was made from, and only where what is kept is sound."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.editions import EDITIONS
from publisher.editions.edition import Options, Printed
from publisher.examine import examine
from publisher.facts.sources import sources
from publisher.files import Cache, Files
from publisher.model.book import Book
from publisher.model.pages import PageStart
from publisher.remembered import key, recall, remember

TEXT = EDITIONS["text"]
MADE = Printed(files=Files({"tides.txt": b"words", "tides-web/a.html": b"<p>\n"}), folios={"a": "1"})


def book(folder: Path, text: str = "The tide turns.") -> Book:
    (folder / "book.yaml").write_text("book: {title: Tides, language: en-GB, date: 2026-01-05}\nchapters: [a.md]\n")
    (folder / "a.md").write_text(f"# Tides\n\n{text}\n")
    return examine(folder).book


def test_it_comes_back_whole(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    start = PageStart(label="i", block="a.md:1:1", offset=3, words="The tide")
    made = replace(MADE, pages=(start,))
    assert recall(TEXT, "key", cache) is None
    assert not remember(TEXT, "key", made, cache)
    found = recall(TEXT, "key", cache)
    assert found == made and found is not None and dict(found.files) == dict(made.files)
    assert recall(TEXT, "another", cache) is None
    assert recall(EDITIONS["epub"], "key", cache) is None
    assert remember(TEXT, "another", made, cache)  # the same has come out of something else


def test_the_key_is_of_all_that_it_is_made_from(tmp_path: Path) -> None:
    first, options = book(tmp_path), Options()
    digest = sources(first.manuscript)
    start = PageStart(label="1", block="a.md:1:1", offset=0, words="The")
    keys = [
        key(TEXT, first, options, {}, sources=digest),
        key(EDITIONS["epub"], first, options, {}, sources=digest),
        key(TEXT, first, Options(draft=True), {}, sources=digest),
        key(TEXT, first, Options(green=True), {}, sources=digest),
        key(TEXT, replace(first, pages=(start,)), options, {}, sources=digest),
        key(TEXT, replace(first, folios={"a": "1"}), options, {}, sources=digest),
        key(TEXT, examine(tmp_path, epoch=86_400).book, options, {}, sources="other"),
        key(TEXT, first, options, {"epub": Files({"tides.epub": b"x"})}, sources=digest),
        key(TEXT, first, options, {"epub": Files({"tides.epub": b"y"})}, sources=digest),
    ]
    assert len(set(keys)) == len(keys)
    assert key(TEXT, book(tmp_path), options, {}, sources=digest) == keys[0]


def test_sources_are_what_files_say(tmp_path: Path) -> None:
    same = sources(book(tmp_path).manuscript)
    assert sources(book(tmp_path).manuscript) == same
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/print.css").write_text("p { margin: 0 }\n")
    styled = sources(book(tmp_path).manuscript)
    assert len({same, styled, sources(book(tmp_path, "The tide turned.").manuscript)}) == 3


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"no JSON",
        b"[]",
        b'{"files": [], "pages": [], "folios": {}}',
        json.dumps({"files": [["../evil.txt", 4]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["/etc/evil", 4]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["a/../../evil", 4]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["tides.txt", 5]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["tides.txt", 3]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["tides.txt", -1]], "pages": [], "folios": {}, "findings": []}).encode(),
        json.dumps({"files": [["tides.txt", 4]], "pages": [], "folios": {}, "findings": [{"code": "XYZ-01"}]}).encode(),
        json.dumps({"files": [["tides.txt", 4]], "pages": [{"label": 1}], "folios": {}, "findings": []}).encode(),
    ],
)
def test_what_somebody_else_put_there_is_not_used(head: bytes, tmp_path: Path) -> None:
    """The sum is right: whoever fills the folder can make one."""
    cache = Cache(tmp_path)
    cache.keep("text-edition", "key", head + b"\nevil")
    assert recall(TEXT, "key", cache) is None


def test_what_is_damaged_is_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    remember(TEXT, "key", MADE, cache)
    kept = tmp_path / "text-edition"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert recall(TEXT, "key", cache) is None
