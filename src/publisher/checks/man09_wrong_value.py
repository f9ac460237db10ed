"""A value of the manifest is not what its key wants.

## Why

A date that the calendar does not have, a size without its unit, a word that is in no list: the program could guess, and
would guess wrongly for somebody. It says instead what the key wants, and goes on to read the rest, so that all such
findings come at once.

What type a value has, its key decides: `version: 1.10` is the text 1.10, `no` is a word, and `true` and `false` are
answers only where a question is asked.

## Example

    book:
      title: Tides
      language: en-GB
      date: 2022-02-30

## Fix

Write the value in the form that the finding names; a key that has nothing to say is left out altogether. The same holds
for `theme:`, and for the values in `styles/tokens.yaml` and in a theme of the book's own; and for the `table:` of the
braille edition, where liblouis is installed and can be asked.

## Standards

- YAML 1.2.2 §10.3, the core schema: `yes`, `no`, `on` and `off` are words.
- CSL 1.0.2 for the fields of references.
"""

import re
from collections.abc import Iterator

from publisher.checks.braille_conflicts import unknown_table
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.source import Span
from publisher.themes.theme import ThemeFault, theme_of

RULE = Rule(
    code="MAN-09",
    name=FaultKind.WRONG_VALUE.value,
    severity=Severity.ERROR,
    standards=("YAML 1.2.2 §10.3",),
    who="everybody for whom the value was written: the default stands in its place",
)
_HASHTAG = re.compile(r"(?<=: )([^\s\"'|>\[{&*!#%@`][^\"'\[\]{}#]*[^\s#]) #(\w+)")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each value that could not be taken, or not whole, at the value; the first one of the theme."""
    for fault in book.faults(FaultKind.WRONG_VALUE):
        yield RULE.found(fault.span, fault.message, help=fault.help)
    for span, words in _cut_off(book):
        message = f"'#{words}' is a comment here, and no part of the value"
        yield RULE.found(span, message, help="put the value in quotes", severity=Severity.WARNING)
    try:
        theme_of(book)
    except ThemeFault as fault:
        named = book.manifest.place("theme").value
        if not any(each.span == named for each in book.faults(FaultKind.PATH_ESCAPE)):
            at = named if fault.span.file == "book.yaml" else fault.span
            yield RULE.found(at, fault.message, help="correct it there: nothing can be set without a look")
    if unknown := unknown_table(book):
        message, help = unknown
        yield RULE.found(book.manifest.place("editions.braille.table").value, message, help=help)


def _cut_off(book: Book) -> Iterator[tuple[Span, str]]:
    """Each text without quotes that goes on with a word behind `#`, as no comment is written: `Stories of #MeToo`."""
    rows = book.manuscript.lines.get("book.yaml", ())
    starts = {place.value for place in book.manifest.places.values() if place.value.file == "book.yaml"}
    for number, row in enumerate(rows, start=1):
        for found in _HASHTAG.finditer(row) if " #" in row else ():
            value = next((each for each in starts if each.line == number and each.column - 1 == found.start(1)), None)
            if value:
                yield value, found[2]
