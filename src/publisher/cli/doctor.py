"""publisher doctor"""

import click

from publisher.cli.findings import UNUSABLE
from publisher.judges import JUDGES
from publisher.paper.needs import missing as page_engine_lacks


@click.command("doctor")
def command() -> None:
    """Say what is missing on this machine, and the command that installs it.

    The judges are needed for `publisher judge` alone. Exit status 2 where an edition cannot be made.
    """
    lacks = page_engine_lacks()
    click.echo(f"pages: {lacks or 'ready'}")
    for judge in JUDGES.values():
        click.echo(f"{judge.name}: {judge.missing() or 'ready'}")
    raise click.exceptions.Exit(UNUSABLE if lacks else 0)
