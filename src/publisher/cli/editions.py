"""publisher editions"""

import click

from publisher.editions import EDITIONS


@click.command("editions")
def command() -> None:
    """List the editions that can be made."""
    for edition in EDITIONS.values():
        click.echo(f"{edition.name:<12} {edition.title}")
