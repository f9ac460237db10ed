"""One closed, isolated, reproducible rendering: the engine runs in a process of its own, within limits."""

import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.diagnostics import RenderingFailed
from publisher.files import Files, write
from publisher.model.pages import FaultyStyle, LostText, PageStart
from publisher.paper import fonts
from publisher.tethered import tethered


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a rendering may take, in seconds of a processor, and how much address space it may ask for, in bytes."""

    seconds: int = 600
    memory: int = 4 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the engine's process is given; ``least`` is the size in points below which no drawing has letters."""

    html: str
    stylesheet: str
    resources: Mapping[str, bytes]
    limits: Limits
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The engine's process is to read style sheets, each by itself and by the name of its file."""

    sheets: Mapping[str, str]
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What the engine does not understand of a style sheet, and where, in characters from 1.

    ``words`` do not say the place, which is another one where sheets stand behind each other.
    """

    file: str
    line: int
    column: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A finished PDF. ``labels`` are the folios, page by page; ``problems`` what the engine complained of.

    ``starts`` tells where each page begins in the text, ``lost`` what nobody sees of it. ``folios`` names, for each id,
    the page on which what it names begins. ``faulty`` are the pieces of the book's own sheets that it is made without.
    """

    pdf: bytes
    labels: tuple[str, ...]
    starts: tuple[PageStart, ...] = ()
    lost: tuple[LostText, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    faulty: tuple[FaultyStyle, ...] = ()

    @property
    def pages(self) -> int:
        return len(self.labels)


def render(
    html: str,
    *,
    stylesheet: str,
    resources: Mapping[str, bytes],
    limits: Limits = Limits(),
    least: float = 0.0,
) -> Rendering:
    """``html`` on pages, tagged, as one file that is PDF/UA-1 and PDF/A-2a; the same input gives the same bytes.

    ``html`` is a whole HTML document with lang and title; ``resources`` are its images by path, relative to it. Letters
    of drawings that would be smaller than ``least`` points are drawn as shapes.
    A character without a glyph is a problem; an address outside ``resources`` is not: it raises RenderingFailed,
    as do memory, time and nesting beyond the limits.
    """
    answer = _asked(Job(html=html, stylesheet=stylesheet, resources=dict(resources), limits=limits, least=least))
    if isinstance(answer, Rendering):
        return answer
    raise RenderingFailed(str(answer))


def complaints(sheets: Mapping[str, str]) -> tuple[Complaint, ...]:
    """What the engine does not understand of style sheets, where it says of what; whatever else is wrong with them."""
    answer = _asked(Reading(sheets=dict(sheets)))
    return answer if isinstance(answer, tuple) else ()


def _asked(job: Job | Reading) -> object:
    """What the engine's process answers, or the words of its failure. The process has ended in any case."""
    with TemporaryDirectory(prefix="publisher-") as name:
        folder = Path(name)
        write(Files({"fonts.conf": fonts.configuration(folder)}), folder)
        return _answer(pickle.dumps(job), _environment(folder), job.limits)


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the machine's fonts, time zone, language or chance reaches the page."""
    pinned = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "TMPDIR": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    # A path without programs: the engine finds its libraries by itself, and need not ask compilers where they are.
    pinned["PATH"] = str(folder)
    # Without the second, fontTools writes the hour into each face that it cuts from a variable one.
    return {**os.environ, **pinned, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}


def _answer(job: bytes, environment: Mapping[str, str], limits: Limits) -> object:
    # -P: no module is ever taken from the folder that we happen to stand in.
    command = tethered(sys.executable, "-P", "-m", "publisher.paper.child")
    patience = _WAITING * limits.seconds
    try:
        done = subprocess.run(command, input=job, capture_output=True, env=environment, timeout=patience)
    except subprocess.TimeoutExpired:
        return _TOO_LONG.format(limits.seconds)
    if done.returncode == -signal.SIGXCPU:
        return _TOO_LONG.format(limits.seconds)
    if done.returncode or not done.stdout:
        return _DIED.format(done.returncode, done.stderr.decode(errors="replace").strip()[-300:])
    return pickle.loads(done.stdout)


PLACE = re.compile(r" at \d+:\d+")  # in the engine's words
TOO_LONG = "the page engine did not finish"
_TOO_LONG = f"{TOO_LONG} within {{}} seconds"
_WAITING = 20  # a busy machine is no fault: the clock on the wall counts only where the process does nothing
_DIED = "the page engine ended without an answer (status {}), most likely for want of memory: {}"
