"""The whole story: a folder is read, assembled into a book, checked, and written in the editions that it names."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from graphlib import TopologicalSorter
from time import perf_counter

from publisher.checks import check_finished
from publisher.checks.prt01_text_lost import text_lost
from publisher.checks.prt02_too_many_pages import too_many_pages
from publisher.checks.prt03_style_unprintable import style_unprintable
from publisher.diagnostics import Diagnostic, PublisherError, ToolMissing
from publisher.editions import EDITIONS, REPORT
from publisher.editions.edition import Edition, Options, Printed
from publisher.examine import NEVER_DRAFTED as NEVER_DRAFTED
from publisher.examine import Examined as Examined
from publisher.examine import examine as examine
from publisher.examine import findings as findings
from publisher.examine import green as green
from publisher.examine import hindrances as hindrances
from publisher.facts.finished import all_read_back, differences
from publisher.facts.sources import sources
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.pages import PageStart
from publisher.remembered import key, recall, remember
from publisher.reports.page import page
from publisher.reports.record import Record, as_json, record
from publisher.themes.theme import theme_of

PRINT = "pdf"  # the edition whose pages are those of the book


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An edition: its files, or why there are none. ``seconds`` is how long it took.

    ``findings`` are about the finished files; ``pages`` are those of the print edition, which it knows of or is.
    ``unchanged`` says that its files are what they were when it was last made, ``unequipped`` that it lacks a tool.
    """

    edition: Edition
    seconds: float
    files: Files = Files()
    pages: tuple[PageStart, ...] = ()
    folios: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    failure: str = ""
    unchanged: bool = False
    unequipped: bool = False


def wanted(book: Book) -> tuple[str, ...]:
    """The editions that the manifest names and that we can make, in the order in which they are made."""
    return tuple(name for name in EDITIONS if name in book.manifest.editions.named)


def write(
    book: Book,
    names: Sequence[str],
    *,
    options: Options = Options(),
    jobs: int = 2,
    tell: Callable[[Made], None] = lambda made: None,
    examined: Examined | None = None,
) -> tuple[Made, ...]:
    """The editions ``names`` of a book, side by side in ``jobs`` threads; ``tell`` hears of each when it is done.

    What they need comes before them, asked for or not, and print before all: its pages are part of the others. The page
    engine works in processes of its own. An edition that fails takes down those that need it, and no others.
    ``examined`` is what the record in an edition tells of.
    """
    make = _Maker(book, options, examined or Examined(book=book, findings=()))
    plan = TopologicalSorter(_plan(names, book))
    plan.prepare()
    in_order = list(EDITIONS).index
    running: dict[Future[Made], str] = {}
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool, _cancelled(pool):
        while plan.is_active():
            running |= {pool.submit(make.edition, name): name for name in sorted(plan.get_ready(), key=in_order)}
            done = wait(running, return_when=FIRST_COMPLETED).done
            for future in sorted(done, key=lambda future: in_order(running[future])):
                made = make.done[running[future]] = future.result()
                plan.done(running.pop(future))
                if _counts(made, names):
                    tell(made)
    told = (made if name in names else replace(made, files=Files()) for name, made in make.in_order())
    return tuple(made for made in told if _counts(made, names))


@contextmanager
def _cancelled(pool: Executor) -> Iterator[None]:
    """What has not begun at the end, or at an interruption, is not begun."""
    try:
        yield
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def needed(name: str, book: Book) -> tuple[str, ...]:
    """The editions whose files the edition ``name`` is given: of those that it needs, what the manifest names."""
    edition = EDITIONS[name]
    needs = edition.chosen(book.manifest) if edition.chosen else edition.needs
    return tuple(need for need in wanted(book) if need in needs)


def _plan(names: Sequence[str], book: Book) -> Mapping[str, set[str]]:
    """Each edition that has to be made for ``names``, with those that have to be made before it."""
    plan: dict[str, set[str]] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in plan:
            plan[name] = {*needed(name, book), *({PRINT} & set(wanted(book)))} - {name}
            waiting += plan[name]
    return plan


def _counts(made: Made, names: Sequence[str]) -> bool:
    """Whether an edition is to be told of: it was asked for, or is needed and went wrong."""
    return made.edition.name in names or bool(made.failure or made.findings)


class _Maker:
    """Makes the editions of one book, each from those that are ``done``."""

    def __init__(self, book: Book, options: Options, examined: Examined) -> None:
        self.book, self.options, self.examined = book, options, examined
        self.sources = sources(book.manuscript)
        self.done: dict[str, Made] = {}

    def in_order(self) -> tuple[tuple[str, Made], ...]:
        return tuple((name, self.done[name]) for name in EDITIONS if name in self.done)

    def edition(self, name: str) -> Made:
        """The edition ``name``, where all that it needs is there."""
        start = perf_counter()
        edition, needs = EDITIONS[name], needed(name, self.book)
        lacking = [need for need in needs if not self.done[need].files]
        if lacking and not edition.spares:
            failure = f"it needs what could not be made: {', '.join(lacking)}"
            unequipped = all(self.done[need].unequipped for need in lacking)
            return Made(edition=edition, seconds=0.0, failure=failure, unequipped=unequipped)
        made = {need: self.done[need].files for need in needs if need not in lacking}
        if REPORT in edition.needs:
            told = [one for name, one in self.in_order() if name in needs]
            made[REPORT] = report(self.examined, told, options=self.options)
        try:
            return replace(self._made(edition, made), seconds=perf_counter() - start)
        except PublisherError as fault:
            failure, unequipped = str(fault), isinstance(fault, ToolMissing)
        except Exception as fault:  # ours, and still no reason to lose the others
            failure, unequipped = f"a fault of this program: {type(fault).__name__}: {fault}", False
        return Made(edition=edition, seconds=perf_counter() - start, failure=failure, unequipped=unequipped)

    def _made(self, edition: Edition, made: Mapping[str, Files]) -> Made:
        book = self.book
        if edition.name != PRINT and PRINT in self.done:
            book = replace(book, pages=self.done[PRINT].pages, folios=self.done[PRINT].folios)
        made_from = key(edition, book, self.options, made, sources=self.sources)
        printed, unchanged = recall(edition, made_from, self.options.cache), True
        if printed is None:
            printed = self._written(edition, book, self.options, made)
            if hindrances(printed.findings, draft=self.options.draft):
                return Made(edition=edition, seconds=0.0, findings=printed.findings)
            unchanged = remember(edition, made_from, printed, self.options.cache)
        pages, folios = (printed.pages, printed.folios) if edition.name == PRINT else (book.pages, book.folios)
        files = replace(printed.files, sources=self.sources)
        found = printed.findings
        return Made(
            edition=edition, seconds=0.0, files=files, pages=pages, folios=folios, findings=found, unchanged=unchanged
        )

    def _written(self, edition: Edition, book: Book, options: Options, made: Mapping[str, Files]) -> Printed:
        """The edition with all that was found in its finished files. Raises PublisherError."""
        written = edition.write(book, theme_of(book), options, made)
        printed = written if isinstance(written, Printed) else Printed(files=written)
        lost = (text_lost(lost, edition.name, book) for lost in printed.lost)
        spilled, faulty = map(too_many_pages, printed.overflow), map(style_unprintable, printed.faulty)
        found = tuple(sorted({*printed.findings, *lost, *spilled, *faulty, *check_finished(printed.files, book)}))
        if hindrances(found, draft=options.draft):
            return replace(printed, findings=found)
        if options.claimed(book) and differences(book, all_read_back(printed.files)):
            unclaimed = replace(options, green=False)  # our own fault: nothing is claimed
            return self._written(edition, book, unclaimed, made)
        return replace(printed, findings=found)


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
        findings=tuple(dict.fromkeys((*examined.findings, *(finding for one in made for finding in one.findings)))),
        allowed=examined.allowed,
        claimed=options.claimed(book),
        files={name: data for one in made for name, data in one.files.items()},
        failures={one.edition.name: one.failure for one in made if one.failure},
    )
