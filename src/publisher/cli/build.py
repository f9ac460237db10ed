"""publisher build"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from publisher.cli.findings import ERRORS, FORMAT, STRICT, UNUSABLE, examined, show, status
from publisher.cli.places import InFolder
from publisher.cli.progress import progress
from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.examine import green, hindrances
from publisher.files import Cache
from publisher.files import write as put
from publisher.model.names import nearest
from publisher.publish import Made, report, wanted, write
from publisher.reports.counts import counted


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _editions(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that were given. Raises BadParameter for one that is no edition's."""
    for name in names:
        if name not in EDITIONS:
            near = nearest(name, EDITIONS)
            known = f"Did you mean '{near}'?" if near else f"The editions: {', '.join(EDITIONS)}."
            raise click.BadParameter(f"there is no edition '{name}'. {known}")
    return names


@click.command("build")
@click.argument("names", metavar="[EDITION]...", nargs=-1, callback=_editions)
@click.option("--out", type=InFolder(path_type=Path, file_okay=False), metavar="DIR", help="Where to put files: dist.")
@click.option("--profile", type=click.Choice(["release", "draft"]), default="release", show_default=True)
@click.option("--jobs", type=click.IntRange(1, 64), default=cores, metavar="N", help="Editions at once.")
@FORMAT
@STRICT
@click.pass_obj
def command(
    folder: Path, names: tuple[str, ...], out: Path | None, profile: str, jobs: int, form: str, strict: bool
) -> None:
    """Make editions: those named, or those in book.yaml.

    A release is refused while errors stand; a draft is made in spite of errors in the text, and says so. The report
    (report.html, report.json) is written in any case.
    """
    found = examined(folder, form)
    options = Options(draft=profile == "draft", green=green(found.findings), cache=Cache(folder / ".publisher"))
    refused = hindrances(found.findings, draft=options.draft) or (strict and status(found.findings, strict=True))
    asked = () if refused else tuple(name for name in EDITIONS if name in names) or wanted(found.book)
    with progress(len(asked), sys.stderr) as tell:
        made = write(found.book, asked, options=options, jobs=jobs, tell=lambda one: tell(_line(one)), examined=found)
    findings = tuple(sorted({*found.findings, *(finding for one in made for finding in one.findings)}))
    # First put down, then told: whoever reads our output may have had enough of it.
    written = _written({**_files(made), **report(found, made, options=options)}, out or folder / "dist")
    show(findings, found.book.manuscript.lines, form)
    if isinstance(written, str):
        click.echo(written, err=True)
        raise click.exceptions.Exit(UNUSABLE)
    for path in written:
        click.echo(str(path), err=form != "full")
    if refused:
        click.echo(f"{counted(found.findings)}. Nothing was built.", err=True)
    unknown = () if names else tuple(name for name in found.book.manifest.editions.named if name not in EDITIONS)
    for name in unknown:
        click.echo(f"{name:<12}          not made: this version has no such edition", err=True)
    failed = refused or any(one.failure and not one.unequipped for one in made)
    outcome = ERRORS if failed else status(findings, strict=strict)
    unequipped = unknown or any(one.unequipped for one in made)
    raise click.exceptions.Exit(outcome or (UNUSABLE if unequipped else 0))


def _line(made: Made) -> str:
    return f"{made.edition.name:<12} {made.seconds:6.1f} s  {_outcome(made)}"


def _outcome(made: Made) -> str:
    if made.failure:
        return f"failed: {made.failure}"
    if not made.files:
        return "not made: errors stand against it"
    return "unchanged" if made.unchanged else "made"


def _files(made: Sequence[Made]) -> Mapping[str, bytes]:
    return {name: data for one in made for name, data in one.files.items()}


def _written(files: Mapping[str, bytes], out: Path) -> tuple[Path, ...] | str:
    """Where every file stands in ``out``, or why none does; a refused build leaves its report beside what was there."""
    try:
        return put(files, out)
    except OSError as broken:
        return f"Cannot write into '{out}': {broken.strerror}."
