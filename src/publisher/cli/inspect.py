"""publisher inspect"""

from pathlib import Path

import click
import pikepdf

from publisher.cli.findings import examined
from publisher.cli.places import InFolder
from publisher.model.reading import Tag
from publisher.paper.reading import read_pdf
from publisher.reports.reading import reading
from publisher.reports.tree import as_json, tree
from publisher.xhtml.reading import read_epub

_FORMS = {"tree": tree, "json": as_json}


@click.command("inspect", short_help="Show the book, or a finished FILE, as programs read it.")
@click.argument("file", required=False, type=InFolder(path_type=Path, exists=True, dir_okay=False))
@click.option("--as", "form", type=click.Choice([*_FORMS, "reading"]), help="tree, or reading for a FILE.")
@click.pass_obj
def command(folder: Path, file: Path | None, form: str | None) -> None:
    """Show the book as it is understood, or what a screen reader meets in a finished FILE."""
    if file is None and form == "reading":
        raise click.UsageError("--as reading wants a finished FILE: an .epub or a .pdf.")
    if file is not None and form not in (None, "reading"):
        raise click.UsageError(f"--as {form} shows the book; a FILE is shown --as reading.")
    text = reading(_tags(file)) if file else _FORMS[form or "tree"](examined(folder, "full").book)
    click.echo(text, nl=False)


def _tags(file: Path) -> tuple[Tag, ...]:
    data = file.read_bytes()
    try:
        tags = read_pdf(data) if data.startswith(b"%PDF") else read_epub(data)
    except (ValueError, pikepdf.PdfError) as broken:
        raise click.UsageError(f"'{file}' cannot be read: {broken}.") from broken
    if not tags:
        raise click.UsageError(f"'{file}' has no tags: a screen reader must guess.")
    return tags
