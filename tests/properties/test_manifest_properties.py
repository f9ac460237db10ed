"""Whatever the bytes, a manifest is read, or refused with a finding; every fault and every key has its place."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from publisher.diagnostics import ManifestUnreadable
from publisher.model.manifest import Manifest
from publisher.readers.hints import keys
from publisher.readers.manifest import read_manifest
from publisher.readers.written import WrittenManifest

EVERY_KEY = (Path(__file__).parents[1] / "data/every-key.yaml").read_text(encoding="utf-8")
WORDS = (
    *(key for name in keys(WrittenManifest) for key in (name, *keys(keys(WrittenManifest)[name].hint))),
    *("true", "no", "~", "", "2022-03-29", "12pt", "a.md", "[", "]", "{", "}", "|", ">-", "'", '"', "&a", "*a", "!t"),
    *("- ", ": ", ", ", "\n", "\n  ", "\n    ", "\t", "# ", "é", "\u2028", "\x85", "\r\n", "---\n", "? ", "<<"),
)
yaml_like = some.lists(some.sampled_from(WORDS), max_size=40).map("".join)

leaves = some.sampled_from(["", "a.md", "12pt", "true", "7", "2022-03-29", "none", "[x]"])
entries: some.SearchStrategy[str] = some.recursive(
    leaves,
    lambda inner: some.dictionaries(some.sampled_from(WORDS[:60]), inner, max_size=5).map(
        lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
    ),
    max_leaves=20,
)


def read(data: bytes) -> Manifest | None:
    try:
        return read_manifest(data)
    except ManifestUnreadable as refused:
        check_place(data, refused.finding.span.line, refused.finding.span.column)
        return None


def check_place(data: bytes, line: int, column: int) -> None:
    assert line >= 1 and column >= 1
    text = data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert line <= len(lines)
    assert column <= len(lines[line - 1]) + 1


@given(some.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@settings(max_examples=400)
@given(yaml_like)
def test_anything_like_yaml_is_read_or_refused(text: str) -> None:
    if manifest := read(text.encode()):
        for fault in manifest.faults:
            check_place(text.encode(), fault.span.line, fault.span.column)
            assert fault.message and fault.help


@settings(max_examples=300)
@given(entries)
def test_every_key_of_any_shape_is_read_or_is_a_fault(text: str) -> None:
    manifest = read(text.encode())
    if manifest is None:
        return
    assert list(manifest.faults) == sorted(manifest.faults, key=lambda fault: fault.span)
    assert len(set(manifest.faults)) == len(manifest.faults)
    for place in manifest.places.values():
        assert place.key <= place.end
        check_place(text.encode(), place.value.line, place.value.column)
    if not manifest.book.title or not manifest.book.language or not manifest.chapters:
        assert manifest.faults


@settings(max_examples=60)
@given(some.data())
def test_one_slip_of_the_pen_is_read_or_refused(data: some.DataObject) -> None:
    at = data.draw(some.integers(0, len(EVERY_KEY) - 1))
    slip = data.draw(some.sampled_from(["", " ", "\n", ":", "'", "- ", "{", "x"]))
    text = EVERY_KEY[:at] + slip + EVERY_KEY[at + 1 :]
    if manifest := read(text.encode()):
        assert all(fault.message and fault.help for fault in manifest.faults)
