"""The words for a picture are those of its caption.

## Why

A caption is read out like any other text. If the alternative text is the same, people who listen hear one sentence
twice and still do not know what is to be seen.

## Example

    figures:
      protest:
        image: images/protest.jpg
        alt: Protest outside Parliament
        caption: Protest outside Parliament

## Fix

`alt:` says what is seen: "A crowd with blank placards in front of the clock tower." The caption says what it means,
when it was, who took it.

## Standards

WCAG 1.1.1 Non-text Content.
"""

from collections.abc import Iterator

from publisher.checks.img02_alt_filename import is_a_name
from publisher.checks.img03_alt_placeholder import says_nothing
from publisher.checks.pictures import pictures, shown
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book
from publisher.model.words import spoken

RULE = Rule(
    code="IMG-06",
    name="alt-repeats-caption",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: they hear the caption twice and the picture never",
)

_ALIKE = 0.9  # of the words of both
_PHRASE = 5  # words: shorter ones, such as a place's name, belong into both


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture whose words are its caption's; a warning where they are nearly so."""
    for figure in pictures(book):
        if not isinstance(figure.alternative, Described):
            continue
        said, caption = figure.alternative.text, heard(spoken(figure.caption))
        if not caption or says_nothing(said) or is_a_name(said, shown(figure)):
            continue
        help = "alt: what is seen; caption: what it means, and where it is from"
        if heard(said) == caption:
            yield RULE.found(figure.words, "Alternative text repeats the caption", help=help)
        elif _nearly(heard(said), caption):
            message = "Alternative text says almost what the caption says"
            yield RULE.found(figure.words, message, help=help, severity=Severity.WARNING)


def _nearly(one: str, other: str) -> bool:
    """Whether two texts share nearly all their words, or one stands whole in the other."""
    words, others = set(one.split()), set(other.split())
    shorter, longer = sorted((one, other), key=len)
    within = len(shorter.split()) >= _PHRASE and f" {shorter} " in f" {longer} "
    return within or len(words & others) >= _ALIKE * len(words | others)
