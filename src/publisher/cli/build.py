"""publisher build"""

import os
from pathlib import Path

import click

from publisher.cli.findings import ERRORS, FORMAT, STRICT, UNUSABLE, counted, examined, show, status
from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.files import write as put
from publisher.publish import Made, hindrances, wanted, write


@click.command("build")
@click.argument("names", metavar="[EDITION]...", nargs=-1, type=click.Choice(list(EDITIONS)))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Where to put files: dist.")
@click.option("--profile", type=click.Choice(["release", "draft"]), default="release", show_default=True)
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, metavar="N", help="Editions at once.")
@FORMAT
@STRICT
@click.pass_obj
def command(folder: Path, names: tuple[str, ...], out: Path | None, profile: str, jobs: int, form: str, strict: bool) -> None:
    """Make editions: those named, or those in book.yaml.

    A release is refused while errors stand; a draft is made in spite of errors in the text, and says so.
    """
    found = examined(folder, form)
    show(found.findings, found.book.manuscript.lines, form)
    draft = profile == "draft"
    if hindrances(found.findings, draft=draft) or (strict and status(found.findings, strict=True)):
        click.echo(f"{counted(found.findings)}. Nothing was built.", err=True)
        raise click.exceptions.Exit(ERRORS)
    asked = tuple(name for name in EDITIONS if name in names) or wanted(found.book)
    made = write(found.book, asked, options=Options(draft=draft), jobs=jobs, tell=_tell)
    _put(made, out or folder / "dist", form)
    failed = any(one.failure for one in made)
    raise click.exceptions.Exit(ERRORS if failed else status(found.findings, strict=strict))


def _tell(made: Made) -> None:
    outcome = f"failed: {made.failure}" if made.failure else "made"
    click.echo(f"{made.edition.name:<12} {made.seconds:6.1f} s  {outcome}", err=True)


def _put(made: tuple[Made, ...], out: Path, form: str) -> None:
    files = {name: data for one in made for name, data in one.files.items()}
    try:
        written = put(files, out) if files else ()
    except OSError as broken:
        click.echo(f"Cannot write into '{out}': {broken.strerror}.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from broken
    for path in written:
        click.echo(str(path), err=form != "full")
