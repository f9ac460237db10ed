"""publisher judge"""

from collections.abc import Iterator
from pathlib import Path

import click

from publisher.checks import check_finished
from publisher.cli.findings import FORMAT, UNUSABLE, show, status
from publisher.cli.places import InFolder
from publisher.diagnostics import Diagnostic, ManifestUnreadable
from publisher.judges import JUDGES
from publisher.judges.judge import Judge, diagnostics
from publisher.judges.places import Locate, locator
from publisher.model.book import Book
from publisher.publish import examine
from publisher.reports.counts import counted
from publisher.xhtml.provenance import provenance

_NOT_READ = ("report.html", "-press.pdf", "-PRINT-ONLY.pdf")  # what promises nothing to a reader
_KINDS = {".epub": "epub", ".pdf": "pdf", ".html": "html"}


@click.command("judge", short_help="Ask the outside judges about FILEs, or about dist/.")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=InFolder(path_type=Path, exists=True, dir_okay=False))
@FORMAT
@click.pass_obj
def command(folder: Path, files: tuple[Path, ...], form: str) -> None:
    """Ask every outside judge that is installed about FILEs, or about what stands in dist/, and our
    own rules with them.

    Their findings are shown at the author's line, where the book in the folder is the one that was made.
    """
    asked = files or tuple(path for path in sorted((folder / "dist").glob("*")) if not path.name.endswith(_NOT_READ))
    judged = {judge: [file for file in asked if _KINDS.get(file.suffix) == judge.reads] for judge in JUDGES.values()}
    wanted = {judge: of_kind for judge, of_kind in judged.items() if of_kind}
    if not wanted:
        raise click.UsageError(
            "There is nothing to judge: name FILEs that end in .epub, .pdf or .html, or build first."
        )
    missing = {judge: why for judge in wanted if (why := judge.missing())}
    book = _book(folder)
    lines, locate = dict(book.manuscript.lines) if book else {}, locator(provenance(book) if book else None)
    outside = _found({judge: of_kind for judge, of_kind in wanted.items() if judge not in missing}, locate)
    ours = {file.name: file.read_bytes() for of_kind in wanted.values() for file in of_kind}
    found = tuple(sorted((*outside, *check_finished(ours, book))))
    show(found, lines, form)
    for judge, why in missing.items():
        click.echo(f"{judge.title} was not asked: {why}", err=True)
    click.echo(f"{counted(found)}.", err=True)
    raise click.exceptions.Exit(status(found, strict=False) or (UNUSABLE if missing else 0))


def _book(folder: Path) -> Book | None:
    """The book of the folder; None where it holds none."""
    try:
        return examine(folder).book
    except ManifestUnreadable:
        return None


def _found(wanted: dict[Judge, list[Path]], locate: Locate) -> Iterator[Diagnostic]:
    for judge, files in wanted.items():
        for verdict in judge.judge(*files):
            click.echo(f"{judge.title} {verdict.version or ''}: {verdict.file.name}: {_said(verdict.passed)}", err=True)
            yield from diagnostics(verdict, locate=locate)


def _said(passed: bool) -> str:
    return "passed" if passed else "not passed"
