"""Whatever bytes and paths come in: an answer comes out, the same twice, and nothing from outside the folder."""

import io
import posixpath
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from publisher.model.assets import Asset
from publisher.readers.images import read_image
from publisher.readers.paths import Escaped, Located, Missing, resolve


def saved(kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((20, 14)).convert("RGB").save(out, kind, **how)
    return out.getvalue()


EXIF = Image.Exif()
EXIF[0x0112], EXIF[0x013B] = 6, "Planted"
PICTURES = {
    "x.jpg": saved("JPEG", exif=EXIF, comment=b"Planted"),
    "x.png": saved("PNG", exif=EXIF),
    "x.gif": saved("GIF", comment=b"Planted"),
    "x.webp": saved("WEBP", exif=EXIF),
    "x.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><style>/* x */g{fill:url(#a)}</style>'
    b'<g id="a" style="fill:red" data-x="1"><use href="#b"/><a href="https://x.example/">x</a></g></svg>',
}


def settled(data: bytes, path: str) -> None:
    """Reading ends in an Asset or a fault, twice the same, and an Asset has nothing more to lose."""
    found = read_image(data, path=path)
    assert found == read_image(data, path=path)
    if isinstance(found, Asset):
        again = read_image(found.data, path=path)
        assert isinstance(again, Asset)
        assert again.data == found.data
        assert again.stripped == ()


@given(path=st.sampled_from(sorted(PICTURES)), changes=st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4))))
def test_damaged_pictures_are_settled(path: str, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(PICTURES[path])
    for place, new in changes:
        data[place % (len(data) + 1) : place % (len(data) + 1) + len(new)] = new
    settled(bytes(data), path)


@given(path=st.sampled_from(sorted(PICTURES)), end=st.integers(0, 5000), tail=st.binary(max_size=40))
def test_cut_pictures_are_settled(path: str, end: int, tail: bytes) -> None:
    settled(PICTURES[path][: end % len(PICTURES[path])] + tail, path)


NAMES = st.sampled_from(
    "svg g a use image style script text title desc metadata foreignObject set pattern tspan unknown".split()
)
VALUES = st.sampled_from(
    ["#a", "url(#a)", "javascript:x", "http://x.example/", "data:image/png;base64,AA", "/home/x", "\\75rl(x)", "/*x*/a"]
)
ATTRIBUTES = st.dictionaries(st.sampled_from("id href style fill onclick data-x width viewBox src".split()), VALUES)


@st.composite
def drawings(draw: st.DrawFn) -> bytes:
    namespace = "{http://www.w3.org/2000/svg}"

    def grow(parent: etree._Element, depth: int) -> None:
        for _ in range(draw(st.integers(0, 3))):
            child = etree.SubElement(parent, namespace + draw(NAMES), draw(ATTRIBUTES))
            child.text, child.tail = draw(VALUES), draw(st.sampled_from(["", "tail"]))
            if depth < 3:
                grow(child, depth + 1)

    root = etree.Element(namespace + "svg", {"viewBox": "0 0 9 6"}, nsmap={None: namespace[1:-1]})
    grow(root, 0)
    return etree.tostring(root)


@given(data=drawings())
@settings(max_examples=50, deadline=None)
def test_no_drawing_keeps_what_runs_or_fetches(data: bytes) -> None:
    found = read_image(data, path="x.svg")
    settled(data, "x.svg")
    if isinstance(found, Asset):
        root = etree.fromstring(found.data)
        styles = [value for e in root.iter() for name, value in e.attrib.items() if name in ("style", "fill")]
        assert all(e.get("href", "#").startswith("#") for e in root.iter())
        assert not [v for v in styles if "javascript" in v or "url(" in v and "url(#" not in v or "\\" in v]
        assert b'="/home' not in found.data
        assert not [e for e in root.iter() if etree.QName(e).localname in ("script", "set", "foreignObject", "a")]
        assert not [name for element in root.iter() for name in element.attrib if name.startswith(("on", "data-"))]


PARTS = st.sampled_from(["..", ".", "", "a", "b.png", "out", "in", "A", "\0", "C:", "/", "\\", "con", "~"])


@given(parts=st.lists(PARTS, max_size=8), beside=st.sampled_from(["", "a/b.md", "a/a/b.md"]))
def test_no_path_leaves_the_folder(tmp_path_factory: pytest.TempPathFactory, parts: list[str], beside: str) -> None:
    folder = world(tmp_path_factory.getbasetemp())
    found = resolve(folder, "/".join(parts), beside=beside)
    assert isinstance(found, Located | Escaped | Missing)
    if isinstance(found, Located):
        assert found.path == posixpath.normpath(found.path)
        assert (folder / found.path).resolve().is_relative_to(folder.resolve())
        assert (folder / found.path).is_file()


def world(base: Path) -> Path:
    """A folder with a file at two depths, a link within and a link out of it."""
    folder = base / "world" / "book"
    if not folder.exists():
        (folder / "a" / "a").mkdir(parents=True)
        for name in ("b.png", "a/b.png", "a/a/b.png", "../b.png"):
            (folder / name).write_text(name)
        (folder / "out").symlink_to(base)
        (folder / "a" / "out").symlink_to(folder.parent)
        (folder / "in").symlink_to(folder / "a")
    return folder
