"""The types hold, so that a writer that has not learned a new node of the model is named here."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_types_hold_under_strict_mypy() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "src"]
    ending = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert ending.returncode == 0, ending.stdout + ending.stderr
