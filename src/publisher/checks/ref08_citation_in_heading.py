"""A citation or a note stands where it cannot be: in a heading, in the words of a link, in an alternative text.

## Why

Headings are repeated in the list of contents, and a mark would be repeated with them, or be lost there. A link inside a
link leads to one place or the other, nobody knows to which. An alternative text is plain words: the mark would be read
out as brackets.

## Example

    ## What the Act says [@act-2015]

## Fix

Move it to the end of the sentence after the heading, behind the link, into the caption of the picture.

## Standards

- HTML, the a element: no interactive content in it.
- WCAG 2.4.6 Headings and Labels.
"""

import re
from collections.abc import Iterator

from publisher.checks.pictures import pictures
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Decorative, Described
from publisher.model.blocks import Box, Heading
from publisher.model.book import Book
from publisher.model.inlines import Citation, Link, NoteReference
from publisher.model.walk import every, nodes
from publisher.source import Span

RULE = Rule(
    code="REF-08",
    name="citation-in-heading",
    severity=Severity.WARNING,
    standards=("HTML a", "WCAG 2.4.6"),
    who="people who read by the list of contents, or follow the link",
)

_TYPED = re.compile(r"\[(?:-?@\w|\^\w)[^\]]*\]")
_Mark = Citation | NoteReference


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each mark in a heading, link or alternative text, and for each title that would print one."""
    in_links = {mark.span: mark for link in book.every(Link) for mark in _marks(link.content)}
    for mark in in_links.values():
        message = f"{_called(mark)} inside a link"
        yield RULE.found(mark.span, message, help="put it behind the link", severity=Severity.ERROR)
    for heading in book.every(Heading):
        for mark in _marks(heading.content):
            if mark.span not in in_links:
                help = "put it at the end of the sentence after the heading"
                yield RULE.found(mark.span, f"{_called(mark)} inside a heading", help=help)
    for at, text, where in _plain_words(book):
        if typed := _TYPED.search(text):
            help = "alternative texts and titles are plain words: put it into the caption, or into the sentence"
            yield RULE.found(at, f"'{typed[0]}' inside {where}", help=help)


def _marks(content: object) -> Iterator[_Mark]:
    return (node for node in nodes(content) if isinstance(node, _Mark))


def _called(mark: _Mark) -> str:
    return "Citation" if isinstance(mark, Citation) else "Note"


def _plain_words(book: Book) -> Iterator[tuple[Span, str, str]]:
    """The texts in which a mark is nothing but its characters."""
    for figure in pictures(book):
        if isinstance(figure.alternative, Described | Decorative):
            yield figure.words, figure.alternative.text, "an alternative text"
    for box in every(Box, tuple(chapter.blocks for chapter in book.chapters)):
        yield box.span, box.title, "the title of a box"
    for entry in book.manifest.chapters:
        yield entry.span, entry.title, "the title of a chapter"
