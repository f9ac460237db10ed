"""publisher doctor"""

import click

from publisher.braille.liblouis import missing as braille_lacks
from publisher.cli.findings import UNUSABLE
from publisher.judges import JUDGES
from publisher.paper.needs import missing as page_engine_lacks


@click.command("doctor", short_help="Say what is missing on this machine, and what installs it.")
def command() -> None:
    """Say what is missing on this machine, and the command that installs it.

    The judges are needed for `publisher judge` alone. Exit status 2 where an edition cannot be made.
    """
    lacks = {"pages": page_engine_lacks(), "braille": braille_lacks()}
    for name, lack in lacks.items():
        click.echo(f"{name}: {lack or 'ready'}")
    for judge in JUDGES.values():
        click.echo(f"{judge.name}: {judge.missing() or 'ready'}")
    raise click.exceptions.Exit(UNUSABLE if any(lacks.values()) else 0)
