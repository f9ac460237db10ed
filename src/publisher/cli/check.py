"""publisher check"""

from pathlib import Path

import click

from publisher.cli.findings import FORMAT, STRICT, examined, show, status
from publisher.reports.counts import counted


@click.command("check")
@FORMAT
@STRICT
@click.pass_obj
def command(folder: Path, form: str, strict: bool) -> None:
    """Find what would leave readers out, and build nothing."""
    found = examined(folder, form)
    show(found.findings, found.book.manuscript.lines, form)
    allowed = f" ({len(found.allowed)} allowed in book.yaml)" if found.allowed else ""
    click.echo(f"{counted(found.findings)}{allowed}.", err=True)
    raise click.exceptions.Exit(status(found.findings, strict=strict))
