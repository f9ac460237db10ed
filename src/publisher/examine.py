"""The first half of the story: a folder is read, assembled into a book, and checked. Nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from publisher.assembly import assemble
from publisher.checks import check
from publisher.checks.permissions import Entry, permitted
from publisher.diagnostics import Diagnostic, Severity
from publisher.model.book import Book
from publisher.readers.manuscript import read_manuscript

# Errors of these families are never built over, not even for a draft: what is meant is unknown, or dangerous.
NEVER_DRAFTED = ("MAN-", "SEC-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A book and what was found in it; ``allowed`` findings do not count, and are kept for the record."""

    book: Book
    findings: tuple[Diagnostic, ...]
    allowed: tuple[tuple[Diagnostic, Entry], ...] = ()


def examine(folder: Path, *, epoch: int | None = None) -> Examined:
    """The book in ``folder``, with every finding about it. Raises ManifestUnreadable (MAN-01)."""
    book = assemble(read_manuscript(folder), epoch=epoch)
    verdict = permitted(check(book), book.manifest)
    return Examined(book=book, findings=verdict.kept, allowed=verdict.allowed)


def findings(folder: Path) -> tuple[Diagnostic, ...]:
    """Every finding about the book in ``folder`` that it does not allow. Raises ManifestUnreadable."""
    return examine(folder).findings


def hindrances(findings: Iterable[Diagnostic], *, draft: bool) -> tuple[Diagnostic, ...]:
    """The findings that forbid a build."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if not draft or finding.rule.code.startswith(NEVER_DRAFTED))


def green(findings: Iterable[Diagnostic]) -> bool:
    """Whether no error stands against a book, so that what somebody has signed may be claimed of it."""
    return not hindrances(findings, draft=False)
