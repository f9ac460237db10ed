"""Words of the book that nobody sees in print.

## Why

A page has edges. A word that is longer than a line, a table that is wider than the page, or text in a frame that cuts
it off is not printed in full; whoever reads on paper does not know that something is missing. The other editions have
the words, so that nobody who checks those will notice either.

A note at the foot of a page (`notes: {print: foot}`) is not continued on the next page: one that leaves no room for the
text that it belongs to is lost too.

Braille has signs for what its tables have signs for. Words in other scripts are written in the code of their language;
but emoji, pictograms and Japanese are in no table that a BRF file can hold.

## Example

    ::: {.note}
    | A table | of forty columns | that neither a page on its side nor a list of rows can hold | …
    :::

## Fix

Shorten what is too long, split what is too large, or let it break: take `overflow: hidden`, `white-space: nowrap` and
fixed heights out of the book's own `styles/print.css`. Say in words what no braille table has signs for, and write
Japanese in Latin letters. It cannot be allowed: an edition that lacks words is not written, save as a draft. This is
found when an edition is built, on its finished pages.

## Standards

- PDF/UA-1 (ISO 14289-1) 7.1: all real content is tagged; what is on no page cannot be.
- WCAG 2.2, 1.4.4 Resize Text (AA): no loss of content, on paper as on a screen.
"""

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.pages import LostText
from publisher.source import Span

RULE = Rule(
    code="PRT-01",
    name="text-lost",
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.1", "WCAG 1.4.4"),
    who="everybody who reads on paper or in braille: these words are not there, and nothing says so",
)
_IN_LETTERS = "say in words what the sign means, or write it in letters that braille has; or take it out"
_SPLIT_NOTE = "shorten it or those beside it, or write `notes: {print: chapter}`"
_FEW, _LONG = 4, 40  # words and characters that are told


def text_lost(lost: LostText, edition: str, book: Book) -> Diagnostic:
    """What has become of some words of ``book`` in ``edition``, at their paragraph."""
    words = lost.words.split()
    count = "1 word is" if len(words) == 1 else f"{len(words)} words are"
    what = lost.why or (f"cut off by the edge of page {lost.label}" if lost.label else "on no page")
    first = " ".join(words[:_FEW])
    told = first if len(first) < _LONG else f"{first[:_LONG]}…"
    span = _exact(lost, lost.span, book) if lost.span else _in_manifest(lost, book)
    note = next((numbered for numbered in book.notes if numbered.note.span == lost.span and not lost.why), None)
    where = f"Note '[^{note.note.label}]' does not fit at the foot: " if note else ""
    message = f"{where}{count} {what} in the {edition} edition: '{told}'"
    return RULE.found(
        span,
        message,
        help=_IN_LETTERS if lost.why else _SPLIT_NOTE if note else "shorten it, split it, or let it break",
    )


def _in_manifest(lost: LostText, book: Book) -> Span:
    """The key whose words are lost: those of the chapters have a place."""
    first, info = lost.words.split()[0], book.manifest.book
    told = {"title": info.title, "subtitle": info.subtitle, "description": info.description}
    key = next((f"book.{key}" for key, words in told.items() if first in words), "book")
    return book.manifest.place(key).value


def _exact(lost: LostText, near: Span, book: Book) -> Span:
    """Where the first of the words stands that braille has no signs for; for other losses, their paragraph."""
    lines = book.manuscript.lines.get(near.file, ()) if lost.why else ()
    for number, line in enumerate(lines[near.line - 1 :], start=near.line):
        at = line.find(lost.words.split()[0], near.column - 1 if number == near.line else 0)
        if at >= 0:
            return Span(near.file, number, at + 1)
        if not line.strip():
            break
    return near
