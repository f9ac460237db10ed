"""qpdf finds every golden book's PDF sound: its objects, cross-references and streams, with no warning."""

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest

from publisher.publish import examine, write

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*/book"))
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"


def check(file: Path) -> subprocess.CompletedProcess[str]:
    if not which("qpdf"):
        (pytest.fail if REQUIRED else pytest.skip)("no qpdf on the path; to install it: apt-get install qpdf")
    return subprocess.run(("qpdf", "--check", file), capture_output=True, text=True, timeout=900)


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.parent.name)
def test_qpdf_has_nothing_against_it(folder: Path, tmp_path: Path) -> None:
    [made] = write(examine(folder).book, ("pdf",))
    [data] = (data for name, data in made.files.items() if name.endswith(".pdf"))
    (tmp_path / "book.pdf").write_bytes(data)
    done = check(tmp_path / "book.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in done.stdout


def test_qpdf_sees_what_is_broken(papers: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(papers["good"].read_bytes().replace(b"startxref", b"startnone"))
    assert check(broken).returncode != 0
