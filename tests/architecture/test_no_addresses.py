"""No file of ours names a package registry's host, a path of the machine that it was written on, or how it was written.

What is forbidden is spelt in pieces here, or this file would be the first to fail.
"""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOT = r"[.]"
HOSTS = ("py" f"pi{DOT}org", "python" f"hosted{DOT}org", "npm" f"js{DOT}(org|com)", "yarn" f"pkg{DOT}com")
MIRRORS = ("deb" f"{DOT}debian{DOT}org", "nodesource" f"{DOT}com", "maven" f"{DOT}org")
PATHS = ("/(wo" r"rk|far" r"m)/[a-z.]", "/ro" r"ot/[a-z.]", "/tmp/se" "tup")
WORDS = (r"\bC" r"EO\b", "steering" " repo", "before" "-stop", "developers" "-have", "fa" "rm-(studio|bench)")
FORBIDDEN = re.compile("|".join((*HOSTS, *MIRRORS, *PATHS, *WORDS)))


def our_files() -> list[Path]:
    """Every file that is in the repository or could be added to it."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, timeout=900).stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_names_an_address() -> None:
    files = our_files()
    assert files
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in FORBIDDEN.finditer(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert found == []


def test_lock_file_says_what_and_not_from_where() -> None:
    lock = (ROOT / "tests" / "judges" / "npm" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock


def test_constraints_are_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []
    assert not [line for line in lines if line.startswith("publisher=")]


@pytest.mark.parametrize("text", ["https://registry.npm" "js.org/x", "py" "pi.org/simple", "see /wo" "rk/main"])
def test_an_address_is_seen(text: str) -> None:
    assert FORBIDDEN.search(text)
