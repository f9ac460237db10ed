"""Lines that look like a list, and are one paragraph.

## Why

A voice says "list with four items" and counts them. Lines with a drawn dot are read as one long sentence, dots and all,
or as "bullet" without end.

## Example

    • Bring the form.
    • Bring a photograph.

## Fix

Write `- ` or `1. ` at the start of each line, with a blank line above the list.

Only runs are found: two lines or more that begin with one and the same drawn mark, or count on: `1)` `2)`, `a.` `b.`,
`(a)` `(b)`.

## Standards

- WCAG 2.2, 1.3.1 Info and Relationships (A).
- PDF/UA-1 7.6; Matterhorn Protocol 16-003.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.checks.running_text import LINE_END, running_text
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Paragraph
from publisher.model.book import Book
from publisher.model.inlines import Text

RULE = Rule(
    code="STR-07",
    name="list-fake",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1", "PDF/UA-1 7.6", "Matterhorn 16-003"),
    who="people who listen: nobody tells them that this is a list, or how long it is",
)
_MARK = re.compile(r"[ \t]*(?:([•◦▪▫‣⁃●○■□✓✔➢➤►])\s*|\(?([0-9]{1,2}|[a-z])\)\s+|([a-z])\.\s+)\w")
_LIKELY = re.compile(r"^[ \t]*[^\w\s]|^[ \t]*\w{1,2}[.)]\s", re.MULTILINE)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each paragraph in which such lines follow each other, at the first of them."""
    for paragraph in book.every(Paragraph):
        if not any(isinstance(inline, Text) and _LIKELY.search(inline.text) for inline in paragraph.content):
            continue
        text = running_text(paragraph.content, paragraph)
        starts = [0, *(match.end() for match in re.finditer(f"[\n{LINE_END}]\\s*", text.text))]
        marks = [(start, found) for start in starts if (found := _MARK.match(text.text, start))]
        for (start, first), (_, second) in pairwise(marks):
            if _follows(first, second):
                at = text.place(start, first.end(), book.manuscript.lines)
                help = "write '- ' or '1. ', with a blank line above"
                yield RULE.found(at, f"'{first[0].split()[0]}' begins no list here", help=help)
                break


def _follows(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two marks are of one list: the same drawn one, or the next number or letter."""
    drawn, *counted = first.groups()
    if drawn:
        return second[1] == drawn
    both = zip(counted, second.groups()[1:], strict=True)
    return any(one and other and _number(other) == _number(one) + 1 for one, other in both)


def _number(mark: str) -> int:
    return int(mark) if mark.isdecimal() else ord(mark)
