"""Text that does not stand out from what is behind it.

## Why

Pale grey on white looks quiet to those who see well. With tired eyes, a cheap screen, in sunlight or with low vision it
is not there.

## Example

    colour: {quiet: "#9a9a9a"}     # in styles/tokens.yaml: 2.8:1 on white

## Fix

Take the colour that the finding names, the nearest one that can be read, or a darker one. Text needs 4.5:1, headings
from 18 points on 3:1; black on white is 21:1.

## Standards

- WCAG 2.2, 1.4.3 Contrast (Minimum) (AA).
- RNIB Clear Print.
"""

from collections.abc import Iterator

from publisher.checks.look import heads, look, own_pairs, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.source import Span
from publisher.themes.contrast import ENOUGH, ENOUGH_LARGE, Pair
from publisher.themes.sheets import StyleRule, colour

RULE = Rule(
    code="COL-01",
    name="contrast-text",
    severity=Severity.ERROR,
    standards=("WCAG 1.4.3", "RNIB Clear Print"),
    who="people with low vision, and everybody in bright light: the words are hardly there",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each colour that is too pale: of the tokens that the book sets, and of its style rules."""
    worst: dict[Span, Pair] = {}
    for pair, at in own_pairs(book):
        if pair.ratio < ENOUGH and (at not in worst or pair.ratio < worst[at].ratio):
            worst[at] = pair
    for at, pair in worst.items():
        yield _finding(pair, at, ENOUGH)
    for rule in style_rules(book):
        least = ENOUGH_LARGE if all(map(heads, rule.selectors)) else ENOUGH
        if (found := _pair(book, rule)) and found[0].ratio < least:
            yield _finding(*found, least)


def _pair(book: Book, rule: StyleRule) -> tuple[Pair, Span] | None:
    """The colours of a rule; on paper, what is behind its text is the page (COL-07 tells of screens)."""
    text, behind, theme = rule.declared("color"), rule.declared("background-color", "background"), look(book)
    paper = theme.tokens["colour.paper"] if theme and rule.sheet == "print" else ""
    on = colour(behind) if behind else paper
    leader = rule.declared("content")  # a row of dots is no text
    if text and colour(text) and on and not (leader and "leader(" in leader.value):
        return Pair(name=rule.selectors[0], text=colour(text), background=on), text.span
    return None


def _finding(pair: Pair, at: Span, least: float) -> Diagnostic:
    message = f"{pair.text} on {pair.background} ('{pair.name}'): {pair.shown}, needs {least:g}:1"
    return RULE.found(at, message, help=f"the nearest colour of text that passes is {pair.passing(least)}")
