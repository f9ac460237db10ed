"""publisher review"""

from pathlib import Path

import click

from publisher.cli.findings import UNUSABLE, examined
from publisher.cli.places import InFolder
from publisher.facts.signature import signature
from publisher.files import write
from publisher.publish import recorded, wanted
from publisher.reports.review import review


@click.command("review", short_help="Print what a person must judge, as one HTML page.")
@click.option("--out", type=InFolder(path_type=Path, dir_okay=False), metavar="FILE", help="Where to put the page.")
@click.pass_obj
def command(folder: Path, out: Path | None) -> None:
    """Print what a person must judge as one HTML page: every picture beside its words, and the checklist."""
    found = examined(folder, "full")
    page = review(recorded(found), signature(found.book), wanted(found.book))
    if out is None:
        click.echo(page.decode(), nl=False)
        return
    try:
        write({out.name: page}, out.parent)
    except OSError as broken:
        click.echo(f"Cannot write '{out}': {broken.strerror}.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from broken
    click.echo(str(out))
