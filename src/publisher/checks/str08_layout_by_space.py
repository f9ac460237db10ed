"""Spaces that move words about.

## Why

Hard spaces in a row hold a place on one page of one size. With larger letters the line breaks where nobody meant it to,
and a voice or a braille line says "space, space, space" or nothing at all. Two line ends in a row look like a new
paragraph and are none.

## Example

    Name:&nbsp;&nbsp;&nbsp;&nbsp;Harbour

## Fix

Write a table for what stands in columns, a list for what stands in lines, and a blank line for a new paragraph. How
much room there is, the styles decide.

## Standards

WCAG 2.2, 1.3.2 Meaningful Sequence (A), failures F32, F33 and F34.
"""

import re
from collections.abc import Iterator, Sequence

from publisher.checks.phrases import phrases
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Paragraph
from publisher.model.book import Book
from publisher.model.inlines import Inline, LineBreak, Text

RULE = Rule(
    code="STR-08",
    name="layout-by-space",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.2",),
    who="people who listen, read braille or enlarge: what the spaces said is lost",
)
_HARD = ("\u00a0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u3000")
_SPACES = re.compile(f"[{''.join(_HARD)}]{{2,}}")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each run of hard spaces, and for each pair of line ends."""
    for _, span in phrases(book, _SPACES, _HARD):
        yield RULE.found(span, "Spaces in a row are used for layout", help="write a table, a list or a style")
    for paragraph in book.every(Paragraph):
        for line_end in _doubled(paragraph.content):
            message = "Two line ends in a row are used for layout"
            yield RULE.found(line_end.span, message, help="write a blank line: a new paragraph")


def _doubled(content: Sequence[Inline]) -> Iterator[LineBreak]:
    """The first of each two line ends, or more, with nothing between them."""
    said = [each for each in content if not (isinstance(each, Text) and not each.text.strip())]
    for before, one, other in zip((None, *said), said, said[1:], strict=False):
        if isinstance(one, LineBreak) and isinstance(other, LineBreak) and not isinstance(before, LineBreak):
            yield one
