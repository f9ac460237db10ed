"""A paragraph that looks like a heading and is none.

## Why

People who listen move from heading to heading, and the list of contents is made of headings. Bold words are in neither:
what looks like a section to the eye is not there for the ear.

## Example

    **What the law says**

    The Act of 2015 asks large firms for a statement.

## Fix

Write it as a heading of the right level: `## What the law says`. In a box, say it as the box's title:
`::: {.note title="What the law says"}`.

A line is only taken for a heading where text follows it, and it is bold or italic or in capitals from end to end,
short, and without a stop.

## Standards

- WCAG 1.3.1 Info and Relationships, failure F2.
- PDF/UA-1 7.4: headings are tagged as headings.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Block, Box, Details, Figure, ListBlock, Paragraph, Quotation, Table
from publisher.model.book import Book
from publisher.model.inlines import Emphasis, Inline, NoteReference, Strong, Text
from publisher.model.roles import Role
from publisher.model.words import spoken

RULE = Rule(
    code="STR-06",
    name="heading-fake",
    severity=Severity.WARNING,
    standards=("WCAG 1.3.1", "PDF/UA-1 7.4"),
    who="people who move by headings: they pass this section without knowing of it",
)

_MOST_WORDS = 12
_FEWEST_WORDS_OF_TEXT = 8
_SHORTEST_IN_CAPITALS = 7  # letters of a single word: UNESCO is none
_STOPS = tuple(".!?;:,…")
_CLOSING = "”’»\"')]*"
_LABEL = re.compile(r"(?:[0-9]{1,3}|[a-z]|[ivx]+)[.)]\s|(?:figure|fig|table|photo|image|source)\b", re.IGNORECASE)
# Pages of display: their lines stand alone and are no titles of what follows.
_DISPLAYED = frozenset({Role.DEDICATION, Role.EPIGRAPH, Role.COLOPHON})


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each short paragraph that is all bold, italic or capitals and stands over text."""
    for chapter in book.chapters:
        if chapter.role not in _DISPLAYED:
            yield from _among(chapter.blocks, in_box=False)


def _among(blocks: Sequence[Block], *, in_box: bool) -> Iterator[Diagnostic]:
    for block, following in pairwise((*blocks, None)):
        if isinstance(block, Box | Details):
            yield from _among(block.blocks, in_box=isinstance(block, Box))
        elif isinstance(block, Paragraph) and (how := _looks(block)) and _is_text(following):
            words = spoken(block.content)
            help = "make it the title of the box, or a heading" if in_box else f"write ## {words.strip('*')}"
            yield RULE.found(block.span, f"'{words}' looks like a heading and is {how}", help=help)


def _looks(paragraph: Paragraph) -> str:
    """How the paragraph looks like a heading, or an empty string."""
    words = spoken(paragraph.content)
    number = len(words.split())
    if number > _MOST_WORDS or words.rstrip(_CLOSING).endswith(_STOPS) or not any(map(str.isalpha, words)):
        return ""
    if _LABEL.match(words) and not isinstance(_only(paragraph.content), Strong):
        return ""
    match _only(paragraph.content):
        case Strong():
            return "bold text"
        case Emphasis(content=content):
            return "bold text" if isinstance(_only(content), Strong) else "italic text" if number > 1 else ""
    letters = [letter for letter in words if letter.isalpha()]
    capitals = len(letters) > 3 and all(map(str.isupper, letters))
    return "text in capitals" if capitals and (number > 1 or len(letters) >= _SHORTEST_IN_CAPITALS) else ""


def _only(content: Sequence[Inline]) -> Inline | None:
    """The one inline that is all of ``content``, marks of notes and spaces aside."""
    said = [each for each in content if not isinstance(each, NoteReference) and not _is_blank(each)]
    return said[0] if len(said) == 1 else None


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip()


def _is_text(block: Block | None) -> bool:
    """Whether a heading could stand over ``block``: running text, a list, a table; not a line of a poem or address."""
    match block:
        case Paragraph(content=content):
            words = spoken(content)
            ended = words.rstrip(_CLOSING).endswith((".", "!", "?", ":"))
            return not _looks(block) and (ended or len(words.split()) >= _FEWEST_WORDS_OF_TEXT)
        case ListBlock() | Table() | Quotation() | Box() | Figure():
            return True
    return False
