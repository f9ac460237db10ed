"""Pages are numbered in a finished e-book, and nobody says whose pages they are; or the reverse.

## Why

A class opens "page 12" together. The number helps only those who know that it is a page of the same print edition as
the others hold in their hands.

## Example

A `page-list` in the navigation document, and no `pageBreakSource` in the package document.

## Fix

Name the print edition that the pages are taken from, by its ISBN or in words; `none` where the pages are the e-book's
own. The e-book's own identifier is no source. In what we make the pages are those of the PDF of the same build, and it
is named: a finding there is a fault of the program, to be reported with the book.

## Standards

- EPUB Accessibility 1.1 §3.2 Page source.
- EPUB 3.3: `pageBreakSource` (without a prefix).
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from publisher.checks.finished import place
from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MTA-06",
    name="meta-page-source",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §3.2",),
    who="people who are told a page of the printed book: their page has another number, or none",
)


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """At most one finding for each e-book."""
    for file in made:
        if PurePosixPath(file.name).suffix == ".epub" and file.counted and (why := _wrong(file)):
            help = "name the print edition that has these pages; what we make ourselves, report it"
            yield RULE.found(place(file, "pageBreakSource", book), f"{file.name}: {why}", help=help)


def _wrong(file: Finished) -> str:
    """What is wrong with the source of the pages; empty where nothing is."""
    # EPUB 3.2 and before named it dc:source, which says other things too.
    sources, older = file.values("pageBreakSource"), file.values("source")
    marked = file.counted is not None and file.counted.page_marks + file.counted.page_list > 0
    if marked and not (sources or older):
        return "its pages have no source"
    if len(sources) > 1:
        return f"its pages have {len(sources)} sources"
    if sources and sources[0] in file.values("identifier"):
        return "it names itself as the source of its pages"
    if sources and not marked and sources[0] != "none":
        return "it names a source of pages, and marks none"
    return ""
