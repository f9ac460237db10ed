"""The words for a picture stand for words that were never written.

## Why

"Image", "photo", "todo": a listener learns that there is a picture, which the screen reader has just said, and nothing
else.

## Example

    figures:
      protest:
        image: images/protest.jpg
        alt: Photo

## Fix

Say what the picture tells the reader here: who or what is seen, and what it shows about the matter.

## Standards

WCAG 1.1.1, failure F30: a placeholder is no text alternative.
"""

import re
from collections.abc import Iterator

from publisher.checks.img02_alt_filename import is_a_name
from publisher.checks.pictures import pictures, shown
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book

RULE = Rule(
    code="IMG-03",
    name="alt-placeholder",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: they learn that there is a picture, and no more",
)

_EMPTY_WORDS = frozenset(
    """
    alt chart diagram figure graphic image logo null photo picture placeholder spacer tbc tbd todo undefined untitled
    xxx
    """.split()
) | {"alt text", "lorem ipsum"}
_NUMBERED = re.compile(r"(?:figure|fig|image|photo|picture|chart|diagram) [0-9]+")
_FEWEST_LETTERS = 3


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture whose words say nothing."""
    for figure in pictures(book):
        match figure.alternative:
            case Described(text=text) if says_nothing(text) and not is_a_name(text, shown(figure)):
                message = f"Alternative text '{text}' says nothing"
                yield RULE.found(figure.words, message, help="say what the picture tells the reader")


def says_nothing(text: str) -> bool:
    """Whether ``text`` is a placeholder, or too short for a word; one sign can be a word outside the Latin letters."""
    words = heard(text)
    short = text.isascii() and len(words.replace(" ", "")) < _FEWEST_LETTERS
    return short or not words or words in _EMPTY_WORDS or bool(_NUMBERED.fullmatch(words))
