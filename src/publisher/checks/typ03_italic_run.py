"""A long run of slanted or emphasised text.

## Why

Slanted letters are narrower and more alike; after a few words readers with dyslexia or low vision lose the line. In
large print and in the dyslexia-friendly theme emphasis is bold, and a paragraph of bold says nothing louder than
another.

## Example

    *The first duty of the state is to protect those who live in it, whoever they are and wherever they came from.*

## Fix

Emphasise the one word that matters. Set words of others as a quotation (`> …` or `::: quote`), and what should stand
out as a box (`::: note`). In style sheets leave paragraphs, lists and quotations upright. Large print has no slanted
letter, whatever they say: there a long emphasis is a block of bold.

## Standards

- RNIB Clear Print; UKAAF G003; BDA Dyslexia Style Guide 2023: no italics for more than a few words.
"""

from collections.abc import Iterator

from publisher.checks.look import runs, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Emphasis
from publisher.model.words import spoken

RULE = Rule(
    code="TYP-03",
    name="italic-run",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print", "UKAAF G003"),
    who="people with dyslexia or low vision: slanted letters are hard to tell apart",
)
_MOST = 8  # words


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each emphasis that is too long, and for each style rule that slants running text."""
    for emphasis in book.every(Emphasis):
        words = len(spoken(emphasis.content).split())
        if words > _MOST:
            help = "emphasise the word that matters, or use a quotation or a box"
            yield RULE.found(emphasis.span, f"{words} words in italics", help=help)
    for rule in style_rules(book):
        slanted = rule.declared("font-style", "font")
        chosen = next(filter(runs, rule.selectors), None)
        if slanted and chosen and ("italic" in slanted.value or "oblique" in slanted.value):
            yield RULE.found(slanted.span, f"Everything in '{chosen}' is in italics", help="leave it upright")
