"""A chapter has more than one title.

## Why

A file is one chapter, and a chapter has one title. A second heading of level 1 reads like a new chapter that the
contents do not know: who jumps from chapter to chapter never lands there.

## Example

    # The law

    # The courts

## Fix

Make the second one a section, `## The courts`, or give it a file of its own and name that in `chapters:`.

## Standards

EPUB Accessibility Techniques 1.1, heading hierarchy: numbered headings follow the structure of the book.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Heading
from publisher.model.book import Book
from publisher.model.walk import every
from publisher.model.words import spoken

RULE = Rule(
    code="STR-02",
    name="heading-several-h1",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1",),
    who="people who jump from chapter to chapter: they pass by the second title",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each heading of level 1 after a chapter's first."""
    for chapter in book.chapters:
        headings = every(Heading, chapter.blocks)
        # The description of a picture may be a file with a title of its own: it is set below the text.
        titles = [heading for heading in headings if heading.level == 1 and heading.span.file == chapter.file]
        for heading in titles[1:]:
            message = f"Second heading of level 1: '{spoken(heading.content)}'"
            yield RULE.found(heading.span, message, help="write '##', or split the file")
