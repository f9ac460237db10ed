"""Manifests that attack: each ends in one finding, within its time, and nothing is unfolded or run."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from publisher.diagnostics import ManifestUnreadable
from publisher.readers.manifest import read_manifest
from publisher.readers.manuscript import read_manuscript

MILLION = 1_000_000
SECONDS = 30.0  # of a processor: the slowest takes two, on a busy machine four

BOMBS = {
    "aliases": "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
    "flow lists": "[" * MILLION,
    "flow mappings": "{a: " * (MILLION // 4),
    "block lists": "- " * (MILLION // 2),
    "explicit keys": "? " * (MILLION // 2),
    "tag": "a: !!python/object/apply:os.system [echo]",
    "open quote": 'a: "' + "\n" * MILLION,
    "one long key": '"' + "a" * MILLION + '": b',
    "a hundred million bytes": "a" * (100 * MILLION),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_in_one_finding(text: str) -> None:
    started = time.process_time()
    with pytest.raises(ManifestUnreadable):
        read_manifest(text.encode())
    assert time.process_time() - started < SECONDS


def test_a_number_too_long_to_be_one_is_a_wrong_value() -> None:
    days = "9" * 100_000
    text = f"book: {{title: T, language: en}}\nchapters: [a]\naccessibility: {{contact: {{days: {days}}}}}\n"
    (fault,) = read_manifest(text.encode()).faults
    assert len(fault.message) < 100


def a_folder(place: Path) -> None:
    place.mkdir()


def a_broken_link(place: Path) -> None:
    place.symlink_to("nothing.yaml")


def a_link_outside(place: Path) -> None:
    place.symlink_to("/etc/hosts")


def capitals(place: Path) -> None:
    place.with_name("Book.yaml").touch()


def another_ending(place: Path) -> None:
    place.with_name("book.yml").touch()


def nothing(place: Path) -> None:
    pass


NONE: Mapping[Callable[[Path], None], str] = {
    a_folder: "The book.yaml in '{}' cannot be read: it is a folder",
    a_broken_link: "The book.yaml in '{}' cannot be read: it is a link to nothing",
    a_link_outside: "The book.yaml in '{}' cannot be read: it is a link that points outside",
    capitals: "There is no book.yaml in '{}', only 'Book.yaml' (letter case differs)",
    another_ending: "There is no book.yaml in '{}', only 'book.yml' (a name like it)",
    nothing: "There is no book.yaml in '{}'",
}


@pytest.mark.parametrize("put", NONE)
def test_what_is_no_manifest_is_told_as_what_it_is(put: Callable[[Path], None], tmp_path: Path) -> None:
    put(tmp_path / "book.yaml")
    with pytest.raises(ManifestUnreadable) as broken:
        read_manuscript(tmp_path)
    assert broken.value.finding.message == NONE[put].format(tmp_path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("book: {}".encode("utf-16"), "it is UTF-16, not UTF-8"),
        ("book: {title: Café}".encode("latin-1"), "a byte here is not UTF-8"),
        (b"book: {title: \0}", "a character here is not text (U+0000)"),
        (b'book: {title: "A\\u0085B"}', "it holds the character U+0085, which is no text"),
        (b'book: {title: "A\\u2028B"}', "it holds the character U+2028, which is no text"),
        (b"", "it is empty"),
    ],
)
def test_bytes_that_are_no_text_are_told(data: bytes, why: str) -> None:
    with pytest.raises(ManifestUnreadable) as broken:
        read_manifest(data)
    assert broken.value.finding.message == f"The manifest cannot be read: {why}"
