"""A chapter, or a part of one, has no title.

## Why

A title is how a chapter is found: in the contents, in a list of headings, at the top of a page. Without one, people who
listen hear the text begin and do not know where they are; whoever looks for the chapter finds a file name.

## Example

    This chapter begins in the middle of things.

    ## The first section

## Fix

Start the file with `# Title`. Where the page shows no title on purpose, say it in the manifest:
`{file: chapters/03.md, title: "…"}`. A heading without words gets some, or goes.

## Standards

- WCAG 2.4.2 Page Titled, 2.4.6 Headings and Labels, 1.3.1 Info and Relationships.
- PDF/UA-1 7.4: headings.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Heading
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import InlineImage
from publisher.model.walk import every
from publisher.model.words import spoken

RULE = Rule(
    code="STR-01",
    name="chapter-no-title",
    severity=Severity.ERROR,
    standards=("WCAG 2.4.2", "WCAG 1.3.1", "PDF/UA-1 7.4"),
    who="people who find their way by headings: they cannot tell where they are",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each chapter without a title, at its first line, and for each heading without words."""
    unread = {fault.span.file for fault in book.faults(FaultKind.NOT_UTF8)}
    for chapter in book.chapters:
        titles = any(heading.level == 1 for heading in every(Heading, chapter.blocks))
        if not chapter.title and not titles and chapter.file not in unread:
            yield RULE.found(chapter.span, "Chapter has no title", help="start the file with '# Title'")
    for heading in book.every(Heading):
        if not spoken(heading.content) and not any(every(InlineImage, heading.content)):
            help = "write its words behind the '#', or remove it"
            yield RULE.found(heading.span, f"Heading of level {heading.level} has no words", help=help)
