"""A look that is there and cannot be read is told, and not left out in silence."""

from pathlib import Path

from sources import laid

from publisher.readers.styles import left_out, read_styles

SHEET = "p { color: #111; background: #fff }"


def told(folder: Path) -> list[tuple[str, str]]:
    return [(fault.kind.name, fault.span.file) for fault in left_out(folder)]


def test_a_folder_behind_a_link_that_leaves_the_book_is_one_fault(tmp_path: Path) -> None:
    laid(tmp_path, {"outside/base.css": SHEET, "outside/print.css": SHEET, "book/a.md": ""})
    (tmp_path / "book/styles").symlink_to(tmp_path / "outside")
    assert told(tmp_path / "book") == [("PATH_ESCAPE", "styles/tokens.yaml")] and not read_styles(tmp_path / "book")


def test_a_sheet_behind_such_a_link_is_a_fault(tmp_path: Path) -> None:
    laid(tmp_path, {"outside.css": SHEET, "book/styles/epub.css": SHEET})
    (tmp_path / "book/styles/base.css").symlink_to(tmp_path / "outside.css")
    assert told(tmp_path / "book") == [("PATH_ESCAPE", "styles/base.css")]
    assert set(read_styles(tmp_path / "book")) == {"epub.css"}


def test_a_sheet_that_is_too_large_is_a_fault(tmp_path: Path) -> None:
    laid(tmp_path, {"styles/print.css": f"/*{'x' * 1_000_000}*/"})
    assert told(tmp_path) == [("OVERSIZE", "styles/print.css")]


def test_a_look_that_can_be_read_has_none(tmp_path: Path) -> None:
    laid(tmp_path, {"styles/base.css": SHEET})
    assert told(tmp_path) == []
