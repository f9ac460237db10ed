"""Manifests that attack: each ends in one finding, within its time, and nothing is unfolded or run."""

import time

import pytest

from publisher.diagnostics import ManifestUnreadable
from publisher.readers.manifest import read_manifest

MILLION = 1_000_000
SECONDS = 10.0  # generous: the slowest takes two

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
