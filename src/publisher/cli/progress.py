"""How far a build has come: a line for each edition that is done, and on a terminal a bar while it takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TextIO

import click

LONG = 2.0  # seconds before a bar is worth its place
_WIPE = "\r\x1b[K"


@contextmanager
def progress(steps: int, stream: TextIO, *, after: float = LONG) -> Iterator[Callable[[str], None]]:
    """A function that says a line when a step is done. A bar stands below the lines, on a terminal alone."""
    bar = click.progressbar(
        length=steps, label="Editions", file=stream, hidden=True, show_eta=False, show_percent=False, show_pos=True
    )
    one_at_a_time = Lock()

    def reveal() -> None:
        with one_at_a_time:
            bar.hidden = False
            bar.render_progress()

    def tell(line: str) -> None:
        with one_at_a_time:
            click.echo(line if bar.hidden else f"{_WIPE}{line}", file=stream)
            bar.update(1)

    timer = Timer(after, reveal)
    timer.daemon = True
    if stream.isatty():
        timer.start()
    try:
        yield tell
    finally:
        timer.cancel()
        with one_at_a_time:
            bar.render_finish()
