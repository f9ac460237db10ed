"""publisher new"""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from shlex import quote

import click

from publisher.cli.places import InFolder, start

_IGNORED = ".gitignore"  # what git leaves alone: all that can be made again


@click.command("new", short_help="Start a book in PATH: one that builds and passes.")
@click.argument("path", type=InFolder(path_type=Path, file_okay=False))
def command(path: Path) -> None:
    """Start a book in PATH: one that builds and passes, to be filled with your own words."""
    today = date.today().isoformat().encode()
    starter = {name: data.replace(b"DATE", today) for name, data in _files(files("publisher.cli") / "starter", "")}
    if not (path / _IGNORED).exists():
        starter[_IGNORED] = b"dist/\n.publisher/\n"
    start(starter, path)
    click.echo(f"A book stands in {path}. Next: publisher -C {quote(str(path))} build")


def _files(place: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()
