"""publisher new"""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from publisher.cli.findings import UNUSABLE
from publisher.files import write


@click.command("new", short_help="Start a book in PATH: one that builds and passes.")
@click.argument("path", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def command(folder: Path, path: Path) -> None:
    """Start a book in PATH: one that builds and passes, to be filled with your own words."""
    place = folder / path
    if place.exists() and any(place.iterdir()):
        raise click.UsageError(f"'{path}' is not empty.")
    today = date.today().isoformat().encode()
    starter = {name: data.replace(b"DATE", today) for name, data in _files(files("publisher.cli") / "starter", "")}
    try:
        write(starter, place)
    except OSError as broken:
        click.echo(f"Cannot write into '{path}': {broken.strerror}.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from broken
    click.echo(f"A book stands in {path}. Next: publisher -C {path} build")


def _files(place: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()
