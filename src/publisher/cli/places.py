"""Where commands read and write: paths as they are typed, seen from the folder of ``-C`` (manuscript.md §4)."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from publisher.cli.findings import UNUSABLE
from publisher.files import write


class InFolder(click.Path):
    """A path below the folder that the program works in; one from the root stays what it is."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """``value`` as the rest of the program can open it. Fails for one without a name."""
        if not os.fspath(value):
            self.fail("it is empty.", param, ctx)
        return super().convert(Path(ctx.obj or "" if ctx else "") / value, param, ctx)


def start(files: Mapping[str, bytes], path: Path) -> None:
    """The ``files`` of a new book stand in ``path``; status 2 where they cannot.

    Raises UsageError where something else stands there that is not hidden, as a repository's own folder is.
    """
    try:
        if path.exists() and any(not entry.name.startswith(".") for entry in path.iterdir()):
            raise click.UsageError(f"'{path}' is not empty.")
        write(files, path)
    except OSError as broken:
        click.echo(f"Cannot write into '{path}': {broken.strerror}.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from broken
