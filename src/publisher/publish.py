"""The whole story: a folder is read, assembled into a book, checked, and written in the editions that it names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from time import perf_counter

from publisher.assembly import assemble
from publisher.checks import check
from publisher.checks.permissions import Entry, permitted
from publisher.checks.prt01_text_lost import text_lost
from publisher.diagnostics import Diagnostic, PublisherError, Severity
from publisher.editions import EDITIONS
from publisher.editions.edition import Edition, Options, Printed
from publisher.editions.epub.reading import read_epub
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.pages import PageStart
from publisher.model.reading import Tag
from publisher.paper.reading import read_pictures
from publisher.readers.manuscript import read_manuscript
from publisher.reports.page import page
from publisher.reports.record import Record, as_json, record
from publisher.themes.theme import Theme, theme_of

PRINT = "pdf"  # the edition whose pages are those of the book

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
    """An edition: its files, or why there are none. ``seconds`` is how long it took.

    ``findings`` are about the finished files; ``pages`` are those of the print edition, which it knows of or is.
    """

    edition: Edition
    seconds: float
    files: Files = Files()
    pages: tuple[PageStart, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    failure: str = ""


def examine(folder: Path, *, epoch: int | None = None) -> Examined:
    """The book in ``folder``, with every finding about it. Raises ManifestUnreadable (MAN-01)."""
    book = assemble(read_manuscript(folder), epoch=epoch)
    verdict = permitted(check(book), book.manifest)
    return Examined(book=book, findings=verdict.kept, allowed=verdict.allowed)


def findings(folder: Path) -> tuple[Diagnostic, ...]:
    """Every finding about the book in ``folder`` that it does not allow. Raises ManifestUnreadable."""
    return examine(folder).findings


def named(book: Book) -> tuple[str, ...]:
    """The editions that the manifest names, in the manifest's order of keys, made by us or not."""
    options = book.manifest.editions
    return tuple(field.name.replace("_", "-") for field in fields(options) if getattr(options, field.name))


def wanted(book: Book) -> tuple[str, ...]:
    """The editions that the manifest names and that we can make, in the order in which they are made."""
    return tuple(name for name in EDITIONS if name in named(book))


def hindrances(findings: Iterable[Diagnostic], *, draft: bool) -> tuple[Diagnostic, ...]:
    """The findings that forbid a build."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if not draft or finding.rule.code.startswith(NEVER_DRAFTED))


def green(findings: Iterable[Diagnostic]) -> bool:
    """Whether no error stands against a book, so that what somebody has signed may be claimed of it."""
    return not hindrances(findings, draft=False)


def write(
    book: Book,
    names: Sequence[str],
    *,
    options: Options = Options(),
    jobs: int = 2,
    tell: Callable[[Made], None] = lambda made: None,
) -> tuple[Made, ...]:
    """The editions ``names`` of a book, side by side in ``jobs`` threads; ``tell`` hears of each when it is done.

    The print edition that the manifest names comes first, asked for or not: its pages are part of all others. The page
    engine works in processes of its own. An edition that fails does not take the others down.
    """
    theme = theme_of(book)
    done: dict[str, Made] = {}

    def make(name: str) -> None:
        made = _made(EDITIONS[name], book, theme, options, {})
        done[name] = made if name in names else replace(made, files=Files())
        if _counts(made, names):
            tell(done[name])

    if names and PRINT in wanted(book):
        make(PRINT)
        book = replace(book, pages=done[PRINT].pages, folios=done[PRINT].folios)
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        list(pool.map(make, [name for name in names if name not in done]))
    return tuple(done[name] for name in EDITIONS if name in done and _counts(done[name], names))


def _counts(made: Made, names: Sequence[str]) -> bool:
    """Whether an edition is to be told of: it was asked for, or is needed and went wrong."""
    return made.edition.name in names or bool(made.failure or made.findings)


def _made(edition: Edition, book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Made:
    start = perf_counter()
    try:
        written = edition.write(book, theme, options, made)
    except PublisherError as failure:
        return Made(edition=edition, seconds=perf_counter() - start, failure=str(failure))
    printed = written if isinstance(written, Printed) else Printed(files=written)
    found = tuple(sorted((*printed.findings, *(text_lost(lost, edition.name, book) for lost in printed.lost))))
    if hindrances(found, draft=options.draft):
        return Made(edition=edition, seconds=perf_counter() - start, findings=found)
    pages, folios = (printed.pages, printed.folios) if edition.name == PRINT else (book.pages, book.folios)
    seconds = perf_counter() - start
    return Made(edition=edition, seconds=seconds, files=printed.files, pages=pages, folios=folios, findings=found)


def report(examined: Examined, made: Sequence[Made] = (), *, options: Options = Options()) -> Files:
    """What a build leaves on record: ``report.html`` for an editor, ``report.json`` for programs."""
    kept = recorded(examined, made, options=options)
    return Files({"report.html": page(kept), "report.json": as_json(kept)})


def recorded(examined: Examined, made: Sequence[Made] = (), *, options: Options = Options()) -> Record:
    """A book and what was made of it, with all that was found."""
    paged = (one.pages for one in made if one.pages and PRINT in wanted(examined.book))
    book = replace(examined.book, pages=next(paged, ()))
    return record(
        book,
        findings=(*examined.findings, *(finding for one in made for finding in one.findings)),
        allowed=examined.allowed,
        claimed=options.claimed(book),
        files={name: data for one in made for name, data in one.files.items()},
        failures={one.edition.name: one.failure for one in made if one.failure},
        pictures=_pictures,
    )


def _pictures(name: str, data: bytes) -> tuple[Tag, ...]:
    """The pictures of a finished file with their words, among other tags; nothing for a form that we cannot read back."""
    readers = {".epub": read_epub, ".pdf": read_pictures}
    return readers[Path(name).suffix](data) if Path(name).suffix in readers else ()
