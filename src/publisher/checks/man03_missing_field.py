"""Something that every book must say is not said.

## Why

Without a title a book cannot be told from others on a shelf or in a list of open windows. Without a language a screen
reader speaks it with the wrong voice, and a braille translator uses the wrong code. Without chapters there is no book.
Entries have their own: a figure its `image`, a permission its `reason`, a review the person and the day.

## Example

    book:
      language: en-GB
    chapters:
      - chapters/01.md

## Fix

Add the key that is named, with a value. An empty value is as good as none.

## Standards

- EPUB 3.3: `dc:title` and `dc:language` are required.
- WCAG 2.4.2 Page Titled, 3.1.1 Language of Page.
- PDF/UA-1 7.1: the document has a title; 7.2: it has a language.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="MAN-03",
    name=FaultKind.MISSING_FIELD.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §5.5.3", "WCAG 2.4.2", "WCAG 3.1.1"),
    who="people who listen: a book without a title or a language is announced wrongly or not at all",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each missing value, at the key that lacks it."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.MISSING_FIELD))
