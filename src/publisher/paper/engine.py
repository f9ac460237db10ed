"""One closed, isolated, reproducible rendering: the engine runs in a process of its own, within limits."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.diagnostics import RenderingFailed
from publisher.files import Files, write
from publisher.model.pages import LostText, PageStart
from publisher.paper import fonts


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a rendering may take, in seconds, and how much address space it may ask for, in bytes."""

    seconds: int = 600
    memory: int = 4 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the engine's process is given."""

    html: str
    stylesheet: str
    resources: Mapping[str, bytes]
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A finished PDF. ``labels`` are the folios, page by page; ``problems`` what the engine complained of.

    ``starts`` tells where each page begins in the text, ``lost`` what nobody sees of it. ``folios`` names, for each id,
    the page on which what it names begins.
    """

    pdf: bytes
    labels: tuple[str, ...]
    starts: tuple[PageStart, ...] = ()
    lost: tuple[LostText, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return len(self.labels)


def render(html: str, *, stylesheet: str, resources: Mapping[str, bytes], limits: Limits = Limits()) -> Rendering:
    """``html`` on pages, tagged, as one file that is PDF/UA-1 and PDF/A-2a; the same input gives the same bytes.

    ``html`` is a whole HTML document with lang and title; ``resources`` are its images by path, relative to it.
    A character without a glyph is a problem; an address outside ``resources`` is not: it raises RenderingFailed,
    as do memory, time and nesting beyond the limits.
    """
    job = pickle.dumps(Job(html=html, stylesheet=stylesheet, resources=dict(resources), limits=limits))
    with TemporaryDirectory(prefix="publisher-") as name:
        folder = Path(name)
        write(Files({"fonts.conf": fonts.configuration(folder)}), folder)
        answer = _answer(job, _environment(folder), limits)
    if isinstance(answer, Rendering):
        return answer
    raise RenderingFailed(str(answer))


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the machine's fonts, time zone, language or chance reaches the page."""
    pinned = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "TMPDIR": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    # Without the second, fontTools writes the hour into each face that it cuts from a variable one.
    return {**os.environ, **pinned, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}


def _answer(job: bytes, environment: Mapping[str, str], limits: Limits) -> object:
    """What the engine's process says: a Rendering, or the words of its failure. The process has ended in any case."""
    # -P: no module is ever taken from the folder that we happen to stand in.
    command = (sys.executable, "-P", "-m", "publisher.paper.child")
    try:
        done = subprocess.run(command, input=job, capture_output=True, env=environment, timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        return _TOO_LONG.format(limits.seconds)
    if done.returncode == -signal.SIGXCPU:
        return _TOO_LONG.format(limits.seconds)
    if done.returncode or not done.stdout:
        return _DIED.format(done.returncode, done.stderr.decode(errors="replace").strip()[-300:])
    return pickle.loads(done.stdout)


_TOO_LONG = "the page engine did not finish within {} seconds"
_DIED = "the page engine ended without an answer (status {}), most likely for want of memory: {}"
