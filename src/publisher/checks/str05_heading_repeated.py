"""Two headings say the same, side by side.

## Why

In a list of headings, and in the contents, the two cannot be told apart. Who wants the second lands in the first.

## Example

    ## Results
    …
    ## Results

## Fix

Say what differs: "Results of 2020", "Results of 2021". Headings below different ones may say the same, and so may
chapters of different parts.

## Standards

WCAG 2.2, 2.4.6 Headings and Labels (AA).
"""

from collections.abc import Iterator

from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Heading
from publisher.model.book import Book, Chapter
from publisher.model.walk import every
from publisher.model.words import spoken
from publisher.source import Span

RULE = Rule(
    code="STR-05",
    name="heading-repeated",
    severity=Severity.WARNING,
    standards=("WCAG 2.4.6",),
    who="people who move by headings: they cannot tell which is which",
)
_Under = tuple[str, ...]


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each heading that says what an earlier one says under the same heading, or part."""
    told: dict[_Under, Span] = {}
    for chapter in book.chapters:
        title = spoken(chapter.title)
        for under, words, span in ((("part", chapter.part, heard(title)), title, _title(chapter)), *_sections(chapter)):
            if not under[-1]:
                continue
            if under in told:
                first = told[under]
                message = f"'{words}' is a heading twice (first in {first.file}, line {first.line})"
                yield RULE.found(span, message, help="say what differs")
            told.setdefault(under, span)


def _title(chapter: Chapter) -> Span:
    return next((heading.span for heading in every(Heading, chapter.blocks) if heading.level == 1), chapter.span)


def _sections(chapter: Chapter) -> Iterator[tuple[_Under, str, Span]]:
    """Each heading below the title, by all that it stands under."""
    above: list[tuple[int, str]] = []
    for heading in every(Heading, chapter.blocks):
        if heading.level > 1 and heading.span.file == chapter.file:
            words = spoken(heading.content)
            above = [*(each for each in above if each[0] < heading.level), (heading.level, heard(words))]
            yield (chapter.file, *(text for _, text in above)), words, heading.span
