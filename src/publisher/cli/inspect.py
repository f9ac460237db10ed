"""publisher inspect"""

from pathlib import Path

import click

from publisher.cli.findings import examined
from publisher.reports.tree import as_json, tree

_FORMS = {"tree": tree, "json": as_json}


@click.command("inspect")
@click.option("--as", "form", type=click.Choice(list(_FORMS)), default="tree", show_default=True)
@click.pass_obj
def command(folder: Path, form: str) -> None:
    """Show the book as it is understood: every node and its place."""
    click.echo(_FORMS[form](examined(folder, "full").book), nl=False)
