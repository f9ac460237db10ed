"""publisher preview"""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import perf_counter

import click
from watchfiles import watch

from publisher.cli.build import cores
from publisher.cli.findings import UNUSABLE, epoch, examined, show
from publisher.diagnostics import ManifestUnreadable
from publisher.examine import Examined, examine
from publisher.preview import Server, preview
from publisher.reports.counts import counted

_OFTEN = 200  # milliseconds


@click.command("preview", short_help="Show the book in your browser, made anew at each save.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.pass_obj
def command(folder: Path, port: int) -> None:
    """Show the book in your own browser: its web pages, its printed pages, the report. Made anew at each save.

    Only this machine is answered, and nothing is put into dist/. Ctrl+C ends it.
    """
    saves = _saves(folder)
    next(saves)  # what is saved from now on is not missed
    first = examined(folder, "concise")
    try:
        server = Server(port)
    except OSError as taken:
        click.echo(f"Cannot serve at port {port}: {taken.strerror}. Choose another with --port.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from taken
    with server:
        _make(server, first, folder)
        Thread(target=server.serve_forever, daemon=True).start()
        click.echo(server.address)
        for saved in saves:
            if saved:
                _make_again(server, folder)


def _saves(folder: Path) -> Iterator[bool]:
    """Whether something of the book was saved, again and again."""
    home = folder.resolve()
    changes = watch(
        home, watch_filter=lambda _, path: is_written(Path(path), home), yield_on_timeout=True, rust_timeout=_OFTEN
    )
    return (bool(seen) for seen in changes)


def is_written(path: Path, home: Path) -> bool:
    """Whether the author writes at ``path``: not what is made, nor what is hidden."""
    return not any(part == "dist" or part.startswith(".") for part in path.relative_to(home).parts)


def _make_again(server: Server, folder: Path) -> None:
    try:
        _make(server, examine(folder, epoch=epoch()), folder)
    except ManifestUnreadable as broken:  # what was shown is shown still
        show((broken.finding,), {}, "concise")


def _make(server: Server, found: Examined, folder: Path) -> None:
    """The server shows the book as it was found, and its findings are told."""
    start = perf_counter()
    server.shown = preview(found, folder, jobs=cores())
    show(server.shown.findings, {}, "concise")
    for name, reason in server.shown.failures.items():
        click.echo(f"{name} failed: {reason}", err=True)
    click.echo(f"Made in {perf_counter() - start:.1f} s: {counted(server.shown.findings)}.", err=True)
