"""publisher sign"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from publisher.cli.findings import ERRORS, FORMAT, UNUSABLE, examined, show
from publisher.diagnostics import Severity
from publisher.facts.conformance import standard
from publisher.facts.signature import signature
from publisher.files import write
from publisher.model.manifest import Claim, Manifest, Review
from publisher.publish import recorded
from publisher.readers.manifest_file import MANIFEST
from publisher.readers.signing import signed
from publisher.reports.counts import counted
from publisher.reports.review import looked_at, objections, read_answers

_REPLACED = frozenset({"MTA-05", "MTA-07"})  # what is wrong with an old claim goes with it


@click.command("sign", short_help="Record a person's claim in book.yaml.")
@click.option("--by", default="", metavar="NAME", help="Who has checked the book and stands for it.")
@click.option("--on", default="", metavar="DATE", help="The day of the check: today.")
@click.option("--standard", "level", default="WCAG 2.2 AA", show_default=True, help="What is claimed.")
@click.option("--report", default="", metavar="URL", help="Where a report of the check can be read.")
@click.option(
    "--answers", "address", default="", metavar="ADDRESS", help="The address that the page of publisher review opens."
)
@FORMAT
@click.pass_obj
def command(folder: Path, by: str, on: str, level: str, report: str, address: str, form: str) -> None:
    """Record a person's claim in book.yaml, bound to the sources as they are.

    First go through the checklist (publisher review); its answers may be given here, and then say who and when, and
    none of them may be no. The claim is refused while errors stand. It holds until pictures, structure, links or
    formats change; a mended typo does not void it. The places that were looked at are listed under `reviews:`.
    """
    answers = read_answers(address)
    if address and not answers:
        raise click.UsageError("--answers wants the whole address that the review page opens at its end, in quotes.")
    day = _day(on or answers.get("day", ""))
    claim = Claim(standard=level, by=by.strip() or answers.get("name", ""), on=day, report=report)
    if not standard(claim)[1] or not claim.by:
        raise click.UsageError(f"'{level}' cannot be claimed: write WCAG 2.2 AA." if claim.by else "--by wants a name.")
    found = examined(folder, form)
    if not found.book.manifest.book.publisher.name:
        raise click.UsageError("A claim is an organisation's: name it under `book:`, as in `publisher: {name: …}`.")
    errors = [each for each in found.findings if each.severity is Severity.ERROR and each.rule.code not in _REPLACED]
    if errors:
        show(errors, found.book.manuscript.lines, form)
        click.echo(f"{counted(errors)}. Nothing was signed.", err=True)
        raise click.exceptions.Exit(ERRORS)
    record = recorded(found)
    if against := objections(record, signature(found.book), answers) if address else ():
        click.echo("\n".join((*against, "Nothing was signed.")), err=True)
        raise click.exceptions.Exit(ERRORS)
    reviews = looked_at(record, answers, by=claim.by, on=day) if address else ()
    _record(folder, replace(claim, sources=signature(found.book).sources), reviews, found.book.manifest)
    click.echo(f"Signed: {claim.standard}, by {claim.by}, on {claim.on}.")


def _day(text: str) -> date:
    """The day that is written, or today where none is. Raises UsageError."""
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as broken:
        raise click.UsageError(f"'{text}' is no day: write 2026-01-05.") from broken


def _record(folder: Path, claim: Claim, reviews: Sequence[Review], manifest: Manifest) -> None:
    try:
        made = signed((folder / MANIFEST).read_bytes(), manifest, claim, reviews)
        if made is None:
            help = "write `accessibility:` and `reviews:` on lines of their own"
            raise click.UsageError(f"{MANIFEST} cannot be added to: {help}.")
        write({MANIFEST: made}, folder)
    except OSError as broken:
        click.echo(f"Cannot write '{folder / MANIFEST}': {broken.strerror}.", err=True)
        raise click.exceptions.Exit(UNUSABLE) from broken
