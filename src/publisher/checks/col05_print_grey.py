"""Print that fades on a black printer.

## Why

Most copies of a page are made on office printers and photocopiers that know black alone. They make colours of dots, and
letters of few dots have holes in them.

## Example

    colour: {accent: "#6f9aa3"}    # in styles/tokens.yaml: the title in it comes out as a light grey

## Fix

Take a darker colour for what is text on paper: one that makes at least seventy per cent of black. Lines and bars may be
lighter.

## Standards

- RNIB Clear Print: contrast of print.
- WCAG 2.2, 1.4.3 Contrast (Minimum), for the greys that are left.
"""

from collections.abc import Iterator

from publisher.checks.look import heads, is_printed, look, own_pairs, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.source import Span
from publisher.themes.contrast import ENOUGH, Pair, tint
from publisher.themes.sheets import colour

RULE = Rule(
    code="COL-05",
    name="print-grey",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print",),
    who="everybody who is handed a photocopy",
)
_LEAST = 70  # per cent of black


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each colour of text on paper that is light as a grey; COL-01 tells of those without contrast."""
    if not is_printed(book.manifest.editions):
        return
    lightest: dict[Span, Pair] = {}
    for pair, at in (*_of_tokens(book), *_of_rules(book)):
        if pair.ratio >= ENOUGH and tint(pair.text) < _LEAST:
            lightest.setdefault(at, pair)
    for at, pair in lightest.items():
        message = (
            f"{pair.text} ('{pair.name}') is {tint(pair.text)} % of black on a black printer, less than {_LEAST} %"
        )
        yield RULE.found(at, message, help="take a darker colour")


def _of_tokens(book: Book) -> Iterator[tuple[Pair, Span]]:
    """Pairs for dark screens are never printed."""
    return ((pair, at) for pair, at in own_pairs(book) if not pair.name.startswith("dark-"))


def _of_rules(book: Book) -> Iterator[tuple[Pair, Span]]:
    theme = look(book)
    for rule in style_rules(book):
        text = (
            rule.declared("color")
            if rule.sheet == "print" and not rule.declared("background-color", "background")
            else None
        )
        if theme and text and colour(text) and not all(map(heads, rule.selectors)):
            yield Pair(name=rule.selectors[0], text=colour(text), background=theme.tokens["colour.paper"]), text.span
