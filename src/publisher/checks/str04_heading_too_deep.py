"""A heading deeper than level 4.

## Why

Who listens hears "heading level 5" and must keep four others in mind to know where she is. On a page nobody can tell
the fifth size from the sixth.

## Example

    ##### What the ferry costs

## Fix

Bring the section up a level, make it a chapter of its own, or write a list.

## Standards

- PDF/UA-1 7.4; Matterhorn Protocol 14-005.
"""

from collections.abc import Iterator
from itertools import pairwise

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Heading
from publisher.model.book import Book
from publisher.model.walk import every

RULE = Rule(
    code="STR-04",
    name="heading-too-deep",
    severity=Severity.WARNING,
    standards=("PDF/UA-1 7.4", "Matterhorn 14-005"),
    who="people who listen: they lose their way among so many levels",
)
_DEEPEST = 4


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each heading below level 4 that no level is skipped for (STR-03)."""
    for chapter in book.chapters:
        headings = [heading for heading in every(Heading, chapter.blocks) if heading.span.file == chapter.file]
        for before, heading in pairwise(headings):
            if _DEEPEST < heading.level <= before.level + 1:
                message = f"Heading of level {heading.level}"
                yield RULE.found(heading.span, message, help=f"bring it up to level {_DEEPEST}, or write a list")
