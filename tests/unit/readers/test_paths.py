"""The closed world of one folder: what lies in it is found, and nothing else is ever opened."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from publisher.readers.paths import Escaped, Located, Missing, TooLarge, read, resolve


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with a chapter and pictures, and a secret beside it."""
    folder = tmp_path / "book"
    for name in ("book.yaml", "chapters/01.md", "chapters/near.png", "images/moon.png", "images/near.png", "near.png"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "secret.png").write_text("SECRET")
    (tmp_path / "bookshop").mkdir()
    (tmp_path / "bookshop" / "x.png").write_text("SECRET")
    return folder


@pytest.mark.parametrize(
    ("written", "beside", "path"),
    [
        ("images/moon.png", "", "images/moon.png"),
        ("./images//../images/./moon.png", "", "images/moon.png"),
        ("../images/moon.png", "chapters/01.md", "images/moon.png"),
        ("images/moon.png", "chapters/01.md", "images/moon.png"),
        ("near.png", "chapters/01.md", "chapters/near.png"),
        ("near.png", "book.yaml", "near.png"),
        ("01.md", "chapters/02.md", "chapters/01.md"),
        ("nowhere/../near.png", "chapters/01.md", "chapters/near.png"),
    ],
)
def test_a_file_is_found_beside_its_reader_and_then_in_the_folder(
    book: Path, written: str, beside: str, path: str
) -> None:
    found = resolve(book, written, beside=beside)
    assert found == Located(path=path)
    assert read(book, found, limit=100) == path.encode()


@pytest.mark.parametrize(
    "written",
    [
        "../secret.png",
        "images/../../secret.png",
        "../../../../../../etc/passwd",
        "../bookshop/x.png",
        "../book/images/moon.png",
        "/etc/passwd",
        "//server/share/x.png",
        "file:///etc/passwd",
        "FILE:x.png",
        "https://example.org/x.png",
        "C:/x.png",
        "c:x.png",
        "images\\moon.png",
        "..\\secret.png",
        "\\\\server\\x.png",
        "images/moon.png\0.txt",
        "images/\x1b[2Jmoon.png",
        "con",
        "images/NUL.png",
        "aux/moon.png",
        "com1.svg",
        "lpt9 .png",
    ],
)
def test_a_path_that_leaves_the_folder_is_named(book: Path, written: str) -> None:
    found = resolve(book, written)
    assert isinstance(found, Escaped)
    assert found.message.startswith("'") and "leaves the book's folder: " in found.message
    assert found.message.isprintable()


@pytest.mark.parametrize("written", ["console.png", "images/nullary.png", "auxiliary/x.png", "lpt.png"])
def test_a_name_that_begins_like_a_device_is_a_name(book: Path, written: str) -> None:
    assert isinstance(resolve(book, written), Missing)


def test_two_folders_up_from_a_chapter_is_outside(book: Path) -> None:
    assert isinstance(resolve(book, "../../secret.png", beside="chapters/01.md"), Escaped)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("images/Moon.png", "'images/Moon.png' not found (found 'moon.png': letter case differs)"),
        ("Images/moon.png", "'Images/moon.png' not found (found 'images': letter case differs)"),
        ("images/mon.png", "'images/mon.png' not found (found 'moon.png': a name like it)"),
        ("images/sunset.png", "'images/sunset.png' not found"),
        ("images", "'images' not found (it is a folder)"),
        ("images/moon.png/x", "'images/moon.png/x' not found"),
        ("", "'' not found (it is a folder)"),
        ("x" * 5000, f"'{'x' * 200}' not found"),
    ],
)
def test_a_missing_file_is_named_with_what_lies_there(book: Path, written: str, message: str) -> None:
    found = resolve(book, written)
    assert isinstance(found, Missing)
    assert found.message == message


def test_the_nearer_name_is_the_one_with_a_neighbour(book: Path) -> None:
    found = resolve(book, "images/Moon.png", beside="chapters/01.md")
    assert isinstance(found, Missing)
    assert found.near == "moon.png"


def test_a_name_in_another_form_of_unicode_is_not_that_name(book: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "café.png") for form in ("NFC", "NFD"))
    (book / apart).write_text("x")
    found = resolve(book, composed)
    assert isinstance(found, Missing)
    assert found.near == apart
    assert "form of Unicode" in found.message


def test_a_link_within_the_folder_is_followed(book: Path) -> None:
    (book / "link.png").symlink_to("images/moon.png")
    (book / "pictures").symlink_to(book / "images")
    found = resolve(book, "link.png")
    assert found == Located(path="link.png")
    assert read(book, found, limit=100) == b"images/moon.png"
    assert resolve(book, "pictures/moon.png") == Located(path="pictures/moon.png")


def test_a_link_out_of_the_folder_is_not_followed(book: Path) -> None:
    (book / "link.png").symlink_to("../secret.png")
    (book / "shop").symlink_to(book.parent / "bookshop")
    (book / "chapters" / "images").symlink_to(book.parent)
    (book / "gone.png").symlink_to(book.parent / "gone.png")
    for written in ("link.png", "shop/x.png", "shop/y.png", "gone.png"):
        assert isinstance(resolve(book, written), Escaped)
    assert isinstance(resolve(book, "images/secret.png", beside="chapters/01.md"), Escaped)


def test_a_link_to_nothing_or_to_itself_is_missing(book: Path) -> None:
    (book / "dangling.png").symlink_to("nowhere.png")
    (book / "loop.png").symlink_to("loop.png")
    assert isinstance(resolve(book, "dangling.png"), Missing)
    assert isinstance(resolve(book, "loop.png"), Missing)


def test_the_folder_itself_may_be_a_link(book: Path) -> None:
    alias = book.parent / "alias"
    alias.symlink_to(book)
    found = resolve(alias, "images/moon.png")
    assert isinstance(found, Located)
    assert read(alias, found, limit=100) == b"images/moon.png"


def test_a_pipe_a_device_and_a_socket_are_no_files(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(book / "pipe.png")
    monkeypatch.chdir(book)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.png")
        assert isinstance(resolve(book, "socket.png"), Escaped)
    assert isinstance(resolve(book, "pipe.png"), Escaped)


def test_a_pipe_put_in_the_place_of_a_file_does_not_hang(book: Path) -> None:
    found = resolve(book, "images/moon.png")
    assert isinstance(found, Located)
    (book / "images/moon.png").unlink()
    os.mkfifo(book / "images/moon.png")
    with pytest.raises(FileNotFoundError):
        read(book, found, limit=100)


def test_a_link_put_in_the_place_of_a_file_is_not_followed_out(book: Path) -> None:
    found = resolve(book, "images/moon.png")
    assert isinstance(found, Located)
    (book / "images/moon.png").unlink()
    (book / "images/moon.png").symlink_to(book.parent / "secret.png")
    with pytest.raises(FileNotFoundError):
        read(book, found, limit=100)


def test_a_file_above_its_limit_is_not_read(book: Path) -> None:
    found = resolve(book, "near.png")
    assert isinstance(found, Located)
    assert read(book, found, limit=8) == b"near.png"
    large = read(book, found, limit=7)
    assert large == TooLarge(path="near.png", size=8, limit=7)
    assert large.message == "'near.png' is too large to process safely: 8 bytes; the limit is 7"
