"""A heading is more than one level below the one before it.

## Why

Levels are the book's outline. Who moves by headings and hears "level 4" right after "level 2" looks for a level 3 that
they must have missed. Sizes do not say it: the level does.

## Example

    # The law

    ### Section 54

## Fix

Use the next level: `## Section 54`. If it was chosen for its size, change the size in the theme.

## Standards

- WCAG 1.3.1 Info and Relationships.
- PDF/UA-1 7.4.2: heading levels are not skipped.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Heading
from publisher.model.book import Book
from publisher.model.walk import every

RULE = Rule(
    code="STR-03",
    name="heading-skipped",
    severity=Severity.ERROR,
    standards=("WCAG 1.3.1", "PDF/UA-1 7.4.2"),
    who="people who move by headings: they look for a section that is not there",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each heading that skips a level; boxes count, descriptions of figures do not."""
    for chapter in book.chapters:
        headings = [heading for heading in every(Heading, chapter.blocks) if heading.span.file == chapter.file]
        before = 1  # the chapter's title, which STR-01 asks for
        titles = [heading.span for heading in headings if heading.level == 1]
        for heading in headings:
            if heading.level > before + 1:
                message = f"Heading jumps from level {before} to level {heading.level}"
                yield RULE.found(heading.span, message, help=f"write '{'#' * (before + 1)}'")
            before = 2 if heading.span in titles[1:] else heading.level  # STR-02 speaks of a second title
