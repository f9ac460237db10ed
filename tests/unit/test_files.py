"""The cache gives what was kept, or nothing; and what stands on disk already is not written anew."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from publisher.files import Cache, write

OTHER = Path("/dev/shm")  # another disk than that of most temporary folders


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


def test_what_stands_there_already_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write({"a.txt": b"a", "b/c.txt": b"c"}, out)
    before = {path: path.stat() for path in out.rglob("*.txt")}
    assert write({"a.txt": b"A", "b/c.txt": b"c"}, out) == (out / "a.txt", out / "b/c.txt")
    after = {path: path.stat() for path in out.rglob("*.txt")}
    assert (out / "a.txt").read_bytes() == b"A"
    assert (after[out / "b/c.txt"].st_ino, after[out / "b/c.txt"].st_mtime_ns) == (
        before[out / "b/c.txt"].st_ino,
        before[out / "b/c.txt"].st_mtime_ns,
    )


def test_a_link_to_the_same_bytes_is_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"a")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt").symlink_to(tmp_path / "elsewhere")
    write({"a.txt": b"a"}, tmp_path / "out")
    assert not (tmp_path / "out/a.txt").is_symlink()


def test_a_link_to_another_disk_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "dist").symlink_to(tmp_path / "far" / "away")
    assert write({"a.pdf": b"new"}, tmp_path / "dist") == (tmp_path / "dist" / "a.pdf",)
    assert (tmp_path / "dist").is_symlink()
    assert [path.read_bytes() for path in (tmp_path / "far").rglob("*") if path.is_file()] == [b"new"]


@pytest.mark.skipif(
    not OTHER.is_dir() or OTHER.stat().st_dev == Path("/tmp").stat().st_dev, reason="no second disk here"
)
def test_a_folder_that_is_a_disk_of_its_own_is_written(tmp_path: Path) -> None:
    with TemporaryDirectory(dir=OTHER) as far:
        (tmp_path / "dist").symlink_to(far)
        write({"a.pdf": b"new"}, tmp_path / "dist")
        assert [path.read_bytes() for path in Path(far).iterdir()] == [b"new"]


def test_editions_are_kept_at_the_same_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: cache.keep(f"edition-{number}", "key", bytes(100_000)), range(40)))
    assert all(cache.found(f"edition-{number}", "key") for number in range(40))
