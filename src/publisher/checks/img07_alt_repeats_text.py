"""The words for a picture stand beside it, too.

## Why

Who listens hears the same sentence twice, and learns nothing of the picture.

## Example

    ## The market square

    ![The market square](market.jpg)

## Fix

Say what the picture shows beyond the words; or, if it shows no more than they say, mark it `.decorative`.

## Standards

WCAG 2.2, 1.1.1 Non-text Content (A), technique H2.
"""

from collections.abc import Iterator

from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.blocks import Block, Figure, Heading, Paragraph
from publisher.model.book import Book
from publisher.model.words import spoken

RULE = Rule(
    code="IMG-07",
    name="alt-repeats-text",
    severity=Severity.ADVICE,
    standards=("WCAG 1.1.1",),
    who="people who listen: they hear it twice, and nothing of the picture",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each figure whose words are those of the heading or paragraph just before or after it."""
    for chapter in book.chapters:
        blocks = chapter.blocks
        for number, figure in enumerate(blocks):
            if isinstance(figure, Figure) and isinstance(figure.alternative, Described):
                beside = (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2])
                said = heard(figure.alternative.text)
                if said and said != heard(spoken(figure.caption)) and said in map(_words, beside):
                    help = "say what it shows beyond them, or mark it decorative"
                    yield RULE.found(figure.words, "The alternative text stands beside the picture too", help=help)


def _words(block: Block) -> str:
    return heard(spoken(block.content)) if isinstance(block, Heading | Paragraph) else ""
