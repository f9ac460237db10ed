"""A check asks the book a question and answers with findings. One rule, one module; the module's text is its page.

This floor opens no file, changes nothing and prints nothing. To add a rule is to add a module named after it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

from publisher.assembly.excerpt import excerpt
from publisher.checks.finished import read_finished
from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.source import Span

_NAMED_AFTER_A_RULE = re.compile(r"[a-z]{3}[0-9]{2}_[a-z0-9_]+")


def _nothing(book: Book) -> Iterable[Diagnostic]:
    return ()


def _nothing_finished(made: Sequence[Finished], book: Book | None) -> Iterable[Diagnostic]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule, its page (Markdown), and its questions: to a book, and to finished files. Most rules have only one."""

    rule: Rule
    page: str
    ask: Callable[[Book], Iterable[Diagnostic]]
    ask_finished: Callable[[Sequence[Finished], Book | None], Iterable[Diagnostic]]


def _checks() -> tuple[Check, ...]:
    names = sorted(module.name for module in iter_modules(__path__) if _NAMED_AFTER_A_RULE.fullmatch(module.name))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(
        Check(
            rule=module.RULE,
            page=cleandoc(module.__doc__ or ""),
            ask=getattr(module, "check", _nothing),
            ask_finished=getattr(module, "check_finished", _nothing_finished),
        )
        for module in modules
    )


CHECKS: tuple[Check, ...] = _checks()
RULES: tuple[Rule, ...] = tuple(check.rule for check in CHECKS)


def check(book: Book) -> tuple[Diagnostic, ...]:
    """Every finding about ``book`` and the texts of its handouts, once, in the order of places.

    Permissions have not been asked yet.
    """
    misspelt = _misspelt(book)
    asked = (finding for each in CHECKS for finding in each.ask(book))
    found = (each for each in asked if each.span not in misspelt or each.rule.name == FaultKind.MISSING_FIELD.value)
    return tuple(sorted(dict.fromkeys((*found, *_about_texts(book)))))


def _misspelt(book: Book) -> frozenset[Span]:
    """The keys of figures, sources and the like in which an unknown key may say what they lack: MAN-02 tells of it."""
    wrong = {fault.span for fault in book.faults(FaultKind.UNKNOWN_KEY)}
    places = book.manifest.places
    within = (path.rpartition(".")[0] for path, place in places.items() if place.key in wrong) if wrong else ()
    return frozenset(places[path].key for path in within if path)


def _about_texts(book: Book) -> Iterator[Diagnostic]:
    """What is found in the texts that handouts have for themselves: of the rest of a handout the book has told."""
    for handout in book.manifest.editions.every_handout.values():
        text = book.manuscript.texts.get(handout.text)
        if text:
            taken, file = excerpt(book, handout), text.file
            yield from (finding for each in CHECKS for finding in each.ask(taken) if finding.span.file == file)


def check_finished(files: Mapping[str, bytes], book: Book | None = None) -> tuple[Diagnostic, ...]:
    """Every finding about finished ``files``, once, in the order of places; ``book`` is what they
    were made of, if known."""
    made = read_finished(files)
    found = (finding for each in CHECKS for finding in each.ask_finished(made, book))
    return tuple(sorted(dict.fromkeys(found)))
