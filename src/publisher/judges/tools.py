"""The programs that judges stand on: where they are, what to do where they are not, and how one is run.

Nothing here knows a judge or a format. A program gets a limited time and a folder of its own; it and all that it
started end with it, and the addresses it is told for the world outside lead nowhere.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOENT
from importlib.util import find_spec
from os import strerror
from pathlib import Path
from signal import SIGKILL, SIGTERM

from publisher.tethered import tethered

COLOUR = re.compile("\x1b\\[[0-9;]*m")
PATIENCE = 600  # seconds that a program may take before its first file is judged: a busy machine is no fault
GRACE = 10  # seconds between asking a program to end and ending it

# A closed door: nothing listens at port 9 of this machine. Chromium does knock, whatever its flags; programs still
# reach the servers that they start for themselves.
NOWHERE = "http://127.0.0.1:9"
CLOSED = {"http_proxy": NOWHERE, "https_proxy": NOWHERE, "all_proxy": NOWHERE, "no_proxy": "127.0.0.1,localhost,::1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a program ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def last_words(self) -> str:
        """The last line of what it complained about, for people."""
        lines = COLOUR.sub("", self.err.strip() or self.out.strip()).splitlines()
        return f"exit {self.code}" + (f": {lines[-1].strip()}" if lines else "")


def home() -> Path:
    """The folder of what no Python package installs: ``PUBLISHER_JUDGES``, else in the user's cache."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("PUBLISHER_JUDGES") or cache / "publisher" / "judges")


def node_modules() -> Path:
    """Where Node's packages are: ``npm/node_modules`` in the judges' home."""
    return home() / "npm" / "node_modules"


def in_package(package: str, *parts: str) -> Path:
    """A file inside an installed Python package, which is not imported; it need not exist."""
    found = find_spec(package)
    folder = Path(found.origin).parent if found and found.origin else Path(package)
    return folder.joinpath(*parts)


def chromium() -> str:
    """The browser: ``PUPPETEER_EXECUTABLE_PATH``, else ``chromium`` of the path, else nothing."""
    return os.environ.get("PUPPETEER_EXECUTABLE_PATH") or shutil.which("chromium") or ""


def no_program(name: str, install: str) -> str:
    """Nothing where the program is on the path, else what to do about it."""
    return "" if shutil.which(name) else f"no {name} on the path; to install it: {install}"


def no_file(path: Path, install: str) -> str:
    """Nothing where the file stands, else what to do about it."""
    return "" if path.is_file() else f"no {path.name}; to install it: {install}"


def no_node_package(name: str, version: str) -> str:
    """Nothing where Node's package stands in the judges' home, else what to do about it."""
    install = f"PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts --prefix {home() / 'npm'} {name}@{version}"
    return "" if (node_modules() / name).is_dir() else f"no {name} in {node_modules()}; to install it: {install}"


def java(driver: str, *, classes: Sequence[Path]) -> tuple[str, ...]:
    """The command that runs one of our drivers, compiled on the way, beside the judge's own classes."""
    source = Path(__file__).parent / "java" / driver
    path = os.pathsep.join(str(jar) for jar in classes)
    # A start that costs little, and a stack as deep as the deepest tag tree.
    return "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-cp", path, str(source)


def python(program: str) -> tuple[str, ...]:
    """The command that runs a few lines in a Python of its own."""
    return sys.executable, "-I", "-c", program


def run(*command: str | Path, folder: Path, seconds: float, environment: Mapping[str, str] | None = None) -> Ending:
    """How the command ended, run in ``folder``, which is its home and holds what it leaves.

    Raises OSError where it cannot start and TimeoutError where it takes longer than ``seconds``.
    """
    surroundings = _surroundings(folder) | dict(environment or {})
    if not shutil.which(command[0], path=surroundings.get("PATH")):
        raise FileNotFoundError(ENOENT, strerror(ENOENT), str(command[0]))
    with subprocess.Popen(
        # Puppeteer closes its browser, which leads a session of its own, only when asked.
        tethered(*map(str, command), signal=SIGTERM),
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TimeoutError(f"no answer within {seconds:g} seconds") from None
        finally:
            _ended(process)
    return Ending(code=process.returncode, out=out, err=err)


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "JAVA_HOME") if name in os.environ}
    return kept | {"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"} | CLOSED


def _ended(process: subprocess.Popen[str]) -> None:
    """The program does not run any more, nor what it started."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, SIGKILL)
