"""The words of a link do not say where it goes.

## Why

People who listen often call up a list of all links. There "here", "here", "read more" stand alone, without their
sentences. On paper and in print-outs, "click here" is a dead end.

## Example

    To see the report, click [here](https://example.org/report).

## Fix

Link the words that name the thing: `See [the report of 2022](https://example.org/report).`

## Standards

WCAG 2.4.4 Link Purpose (In Context); 2.4.9 Link Purpose (Link Only).
"""

from collections.abc import Iterator

from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book
from publisher.model.inlines import InlineImage, Link
from publisher.model.walk import every
from publisher.model.words import spoken

RULE = Rule(
    code="LNK-02",
    name="link-text-vague",
    severity=Severity.ERROR,
    standards=("WCAG 2.4.4", "WCAG 2.4.9"),
    who="people who go through a list of the links: they cannot tell one from another",
)

_VAGUE = frozenset("here,click here,this,link,this link,read more,more,see more,page,website,pdf,download".split(","))
_FEWEST_LETTERS = 3


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link whose words say nothing; a warning where there are only one or two letters."""
    for link in book.every(Link):
        words = spoken(link.content)
        if any(not isinstance(image.alternative, Described) for image in every(InlineImage, link.content)):
            continue  # IMG-01, IMG-09 and IMG-17 speak of it
        if not words:
            yield RULE.found(link.span, "Link has no text", help="say where it goes: [words](address)")
        elif is_vague(words):
            severity = Severity.ERROR if heard(words) in _VAGUE else Severity.WARNING
            yield RULE.found(link.span, f"Link says only '{words}'", help="say where it goes", severity=severity)


def is_vague(words: str) -> bool:
    """Whether words name no place: "here", "read more", one or two letters."""
    return heard(words) in _VAGUE or words.isascii() and len(words.replace(" ", "")) < _FEWEST_LETTERS
