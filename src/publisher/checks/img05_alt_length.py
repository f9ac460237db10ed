"""The words for a picture are too many, or only one.

## Why

Alternative text is heard in one breath: it cannot be paused, gone back in, or moved through by sentences. What is
longer belongs into a description, which can. A single word names a thing and does not tell why it is there.

## Example

    alt: Harbour

## Fix

One or two short sentences: what the picture shows and why it is here. Move the detail to `description:`. A logo, and a
small picture in a sentence or a link, may be named by one word.

## Standards

WCAG 1.1.1 Non-text Content; DAISY Knowledge Base: image descriptions.
"""

from collections.abc import Iterator

from publisher.checks.img02_alt_filename import is_a_name
from publisher.checks.img03_alt_placeholder import says_nothing
from publisher.checks.pictures import pictures, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import InlineImage

RULE = Rule(
    code="IMG-05",
    name="alt-length",
    severity=Severity.WARNING,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: they cannot pause or go back in the words of a picture",
)

_LONG, _LONGEST = 150, 250  # characters
_LAST_LATIN = "\u024f"  # beyond it are scripts that may need no spaces between words


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture whose words are too long, advice where they are rather long, or of one word."""
    signs = frozenset(image.span for image in book.every(InlineImage))
    for figure in pictures(book):
        if not isinstance(figure.alternative, Described):
            continue
        text = figure.alternative.text
        if len(text) > _LONG:
            severity = RULE.severity if len(text) > _LONGEST else Severity.ADVICE
            message = f"Alternative text is {len(text)} characters long"
            help = "keep the point, and move the detail to `description:`"
            yield RULE.found(figure.words, message, help=help, severity=severity)
        elif _is_one_word(text) and not _may_be_short(book, figure, signs) and not _is_said(text, figure):
            message = f"Alternative text is one word: '{text}'"
            yield RULE.found(figure.words, message, help="say what is seen, and why it is here")


def _is_one_word(text: str) -> bool:
    return len(text.split()) == 1 and max(text) <= _LAST_LATIN


def _may_be_short(book: Book, figure: Figure, signs: frozenset[object]) -> bool:
    """Whether it is a logo, or a sign in a sentence, here or wherever the manifest's picture is shown."""
    if figure.kind == "logo" or figure.span in signs:
        return True
    shown_whole = any(other.key == figure.key for other in book.every(Figure)) if figure.key else True
    return not shown_whole and any(image.key == figure.key for image in book.every(InlineImage))


def _is_said(text: str, figure: Figure) -> bool:
    """Whether IMG-02 or IMG-03 speaks of it."""
    return says_nothing(text) or is_a_name(text, shown(figure))
