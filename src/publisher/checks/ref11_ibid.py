"""A reference says "ibid." or "see the note above" in the place of its source.

## Why

"The same as before" is before on paper only. In a pop-up nothing stands before; by ear the source was named minutes
ago; and when a source is put in between, "ibid." names the wrong one.

## Example

    The Act has been amended twice (ibid., p. 12).

## Fix

Cite the key again: `[@act-2015, p. 12]`. The same source keeps the same number through the whole book.

A word in quotation marks or in a language of its own is spoken about and no reference.

## Standards

- WCAG 2.4.4 Link Purpose (In Context).
"""

import re
from collections.abc import Iterator

from publisher.checks.running_text import running_texts
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="REF-11",
    name="ibid",
    severity=Severity.WARNING,
    standards=("WCAG 2.4.4",),
    who="people who listen, or read notes in pop-ups: nothing stands before this one",
)

_IBID = re.compile(
    r"(?<![\w“‘«„\"'-])(?:[Ii]bid(?:em)?\b\.?|[Oo]p\.\s?cit\b\.?|[Ll]oc\.\s?cit\b\.?|[Aa]rt\.\s?cit\b\.?"
    r"|(?:[Ss]ee|[Cc]f\.|[Ss]upra|[Aa]s in) (?:(?:foot|end)?note|n\.) ?[0-9]*,? ?(?:above|below|supra|infra)\b"
    r"|[Ss]upra,? (?:foot|end)?(?:note|n\.) ?[0-9]+|(?:foot|end)?note [0-9]+ (?:above|supra)\b)(?![”’»\"'\w])"
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each word that stands for a source named before it."""
    for text in running_texts(tuple((chapter.blocks, chapter.notes) for chapter in book.chapters)):
        for word in _IBID.finditer(text.text):
            piece = text.piece(word.start())
            if piece and not piece.language:
                at = text.place(word.start(), word.end(), book.manuscript.lines)
                message = f"'{word[0]}' cannot be followed by ear or in a pop-up"
                yield RULE.found(at, message, help="cite the source again by its key: [@key]")
