"""The whole story: a folder is read, assembled into a book, checked, and written in the editions that it names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from time import perf_counter

from publisher.assembly import assemble
from publisher.checks import check
from publisher.checks.permissions import Entry, permitted
from publisher.diagnostics import Diagnostic, PublisherError, Severity
from publisher.editions import EDITIONS
from publisher.editions.edition import Edition, Options
from publisher.files import Files
from publisher.model.book import Book
from publisher.readers.manuscript import read_manuscript
from publisher.themes.theme import Theme, load

# Errors of these families are never built over, not even for a draft: what is meant is unknown, or dangerous.
NEVER_DRAFTED = ("MAN-", "SEC-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A book and what was found in it; ``allowed`` findings do not count, and are kept for the record."""

    book: Book
    findings: tuple[Diagnostic, ...]
    allowed: tuple[tuple[Diagnostic, Entry], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An edition that was asked for: its files, or why there are none. ``seconds`` is how long it took."""

    edition: Edition
    seconds: float
    files: Files = Files()
    failure: str = ""


def examine(folder: Path, *, epoch: int | None = None) -> Examined:
    """The book in ``folder``, with every finding about it. Raises ManifestUnreadable (MAN-01)."""
    book = assemble(read_manuscript(folder), epoch=epoch)
    verdict = permitted(check(book), book.manifest)
    return Examined(book=book, findings=verdict.kept, allowed=verdict.allowed)


def findings(folder: Path) -> tuple[Diagnostic, ...]:
    """Every finding about the book in ``folder`` that it does not allow. Raises ManifestUnreadable."""
    return examine(folder).findings


def wanted(book: Book) -> tuple[str, ...]:
    """The editions that the manifest names, in the order in which they are made."""
    options = book.manifest.editions
    named = {field.name.replace("_", "-") for field in fields(options) if getattr(options, field.name)}
    return tuple(name for name in EDITIONS if name in named)


def hindrances(findings: Iterable[Diagnostic], *, draft: bool) -> tuple[Diagnostic, ...]:
    """The findings that forbid a build."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if not draft or finding.rule.code.startswith(NEVER_DRAFTED))


def write(
    book: Book,
    names: Sequence[str],
    *,
    options: Options = Options(),
    jobs: int = 2,
    tell: Callable[[Made], None] = lambda made: None,
) -> tuple[Made, ...]:
    """The editions ``names`` of a book, side by side in ``jobs`` threads; ``tell`` hears of each when it is done.

    The page engine works in processes of its own. One that fails does not take the others down.
    """
    theme = load(book.manifest.theme, book.manuscript.styles)

    def make(name: str) -> Made:
        made = _made(EDITIONS[name], book, theme, options, {})
        tell(made)
        return made

    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        return tuple(pool.map(make, names))


def _made(edition: Edition, book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Made:
    start = perf_counter()
    try:
        files = edition.write(book, theme, options, made)
    except PublisherError as failure:
        return Made(edition=edition, seconds=perf_counter() - start, failure=str(failure))
    return Made(edition=edition, seconds=perf_counter() - start, files=files)
