"""A check asks the book a question and answers with findings. One rule, one module; the module's text is its page.

This floor opens no file, changes nothing and prints nothing. To add a rule is to add a module named after it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

from publisher.diagnostics import Diagnostic, Rule
from publisher.model.book import Book

_NAMED_AFTER_A_RULE = re.compile(r"[a-z]{3}[0-9]{2}_[a-z0-9_]+")


def _nothing(book: Book) -> Iterable[Diagnostic]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule, its page (Markdown), and its question. A rule that is met elsewhere has none to ask of a book."""

    rule: Rule
    page: str
    ask: Callable[[Book], Iterable[Diagnostic]]


def _checks() -> tuple[Check, ...]:
    names = sorted(module.name for module in iter_modules(__path__) if _NAMED_AFTER_A_RULE.fullmatch(module.name))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(
        Check(rule=module.RULE, page=cleandoc(module.__doc__ or ""), ask=getattr(module, "check", _nothing))
        for module in modules
    )


CHECKS: tuple[Check, ...] = _checks()
RULES: tuple[Rule, ...] = tuple(check.rule for check in CHECKS)


def check(book: Book) -> tuple[Diagnostic, ...]:
    """Every finding about ``book``, once, in the order of places; permissions have not been asked yet."""
    found = (finding for each in CHECKS for finding in each.ask(book))
    return tuple(sorted(dict.fromkeys(found)))
