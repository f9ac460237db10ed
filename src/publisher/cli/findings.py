"""How commands show what was found, and what exit status it means."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from publisher.diagnostics import Diagnostic, ManifestUnreadable, Severity
from publisher.examine import Examined, examine
from publisher.reports import FORMATS

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How findings are shown.",
)
STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")

ERRORS, UNUSABLE = 1, 2
LARGEST_SHOWN = 1024 * 1024  # characters of a manifest of which one line is shown


def examined(folder: Path, form: str) -> Examined:
    """The book in ``folder``; a manifest that cannot be read ends the program with status 2."""
    try:
        return examine(folder, epoch=epoch())
    except ManifestUnreadable as broken:
        show((broken.finding,), {broken.finding.span.file: _rows(folder / broken.finding.span.file)}, form)
        raise click.exceptions.Exit(UNUSABLE) from broken


def _rows(manifest: Path) -> Sequence[str]:
    """The lines of a manifest that cannot be read as one, as far as they are text; none where there is no such file."""
    if not manifest.is_file():  # a pipe would make us wait
        return ()
    try:
        with manifest.open(encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST_SHOWN).splitlines()
    except OSError:
        return ()


def epoch() -> int | None:
    """SOURCE_DATE_EPOCH in seconds (reproducible-builds.org), where it is set. Raises UsageError."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return None
    if not given.isdecimal() or len(given) > 11:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is '{given}'; it wants a number of seconds.")
    return int(given)


def show(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]], form: str) -> None:
    """Findings go to standard output, in the form asked for."""
    click.echo(FORMATS[form](findings, lines), nl=False)


def status(findings: Sequence[Diagnostic], *, strict: bool) -> int:
    """0 for good, 1 for errors, and with ``strict`` for warnings too."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return ERRORS if any(finding.severity in grave for finding in findings) else 0
