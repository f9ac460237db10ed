"""The number of a figure or table is typed into its caption.

## Why

Numbers are made, in the order of the book. A typed one stands beside the made one, and after the next change says
another: two figures are called "Figure 3", and who is sent to it finds the wrong one.

## Example

    caption: "Figure 3: The harbours of the coast"

## Fix

Leave the number out: `caption: The harbours of the coast`. Refer to it by name: `@fig-harbours`.

## Standards

PDF/UA-1 7.3, Matterhorn Protocol 13-003: a caption belongs to its figure.
"""

import re
from collections.abc import Iterator

from publisher.checks.pictures import pictures
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.inlines import Inline
from publisher.model.words import spoken
from publisher.source import Span

RULE = Rule(
    code="IMG-12",
    name="figure-numbering",
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.3",),
    who="everybody who is sent to a figure by its number: they hear two, and may find the wrong one",
)

_TYPED = re.compile(r"(figure|fig\.?|table)\s+(\d+(?:[.-]\d+)*[a-z]?)\s*(?:[.:)–—-]|$)", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each caption that begins with a number, at the caption."""
    captions = [*(figure.caption for figure in pictures(book)), *(table.caption for table in book.every(Table))]
    first: dict[str, Span] = {}
    for caption in sorted(filter(None, captions), key=lambda caption: caption[0].span):
        if typed := _TYPED.match(spoken(caption)):
            name = f"{'Table' if typed[1].lower() == 'table' else 'Figure'} {typed[2]}"
            yield _found(caption, name, first)
            first.setdefault(name, caption[0].span)


def _found(caption: tuple[Inline, ...], name: str, first: dict[str, Span]) -> Diagnostic:
    if name in first:
        message = f"'{name}' is used twice (first in {first[name].file}, line {first[name].line})"
    else:
        message = f"'{name}' is typed: numbers are made"
    return RULE.found(caption[0].span, message, help="leave the number out, and refer to it by name: @fig-… or @tbl-…")
