"""The cache: what it gives is what was kept, or nothing."""

from pathlib import Path

from publisher.files import Cache


def test_it_gives_what_was_kept_for_the_same_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.found("pdf", "one") is None
    cache.keep("pdf", "one", b"pages")
    assert cache.found("pdf", "one") == b"pages"
    assert cache.found("pdf", "another") is None
    cache.keep("pdf", "another", b"other pages")
    assert cache.found("pdf", "one") is None
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["pdf"]


def test_what_is_damaged_is_not_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep("pdf", "key", b"pages")
    for damaged in (b"", b"short", (tmp_path / "pdf").read_bytes()[:-1], (tmp_path / "pdf").read_bytes() + b"x"):
        (tmp_path / "pdf").write_bytes(damaged)
        assert cache.found("pdf", "key") is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder should be")
    cache = Cache(tmp_path / "cache")
    cache.keep("pdf", "key", b"pages")
    assert cache.found("pdf", "key") is None
