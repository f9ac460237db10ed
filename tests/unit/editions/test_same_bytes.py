"""The same sources give the same bytes: in any folder, time zone and hash seed, and however a build ends."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
REPORTS = {"report.html", "report.json"}
SOURCES = ("book.yaml", "chapters", "handouts", "images", "styles")


def copied(folder: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "publisher", "-C", str(folder), *words]


def sums(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_folders_two_zones_two_seeds(tmp_path: Path) -> None:
    found = []
    for name, zone, seed in (("a", "Pacific/Auckland", "1"), ("another folder", "America/Lima", "77")):
        (tmp_path / name).mkdir()
        book = copied(tmp_path / name)
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        subprocess.run(command(book, "build"), check=True, env=environment, timeout=900, capture_output=True)
        found.append(sums(book / "dist"))
    assert found[0] == found[1]
    assert {"allies-pack.zip", "allies.epub", "allies.pdf", *REPORTS} < set(found[0])


@pytest.mark.parametrize("seconds", [0.2, 0.7, 1.2, 2.0])
def test_killed_in_mid_build(tmp_path: Path, seconds: float) -> None:
    """What stood there is whole: the old file or the new one, and nothing else."""
    book = copied(tmp_path)
    dist = book / "dist"
    dist.mkdir()
    (dist / "allies.epub").write_bytes(b"old")
    (dist / "allies.pdf").write_bytes(b"old")
    building = subprocess.Popen(
        command(book, "build", "epub", "pdf"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        building.wait(seconds)
    except subprocess.TimeoutExpired:
        building.send_signal(signal.SIGKILL)
        building.wait()
    assert {path.name for path in dist.iterdir()} - REPORTS == {"allies.epub", "allies.pdf"}
    for path, start in ((dist / "allies.epub", b"PK"), (dist / "allies.pdf", b"%PDF-1.7")):
        data = path.read_bytes()
        assert data == b"old" or (data.startswith(start) and len(data) > 10_000)
