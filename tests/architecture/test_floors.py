"""Imports point down the floors, and the model knows no format: the contracts of pyproject.toml hold."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_imports_keep_the_contracts() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    ending = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert ending.returncode == 0, ending.stdout + ending.stderr
