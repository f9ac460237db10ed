"""Words in capitals, or underlined and no link.

## Why

Words are known by their outline, and words in capitals are all of one: a block. Some voices spell them letter by
letter. An underline says "follow me" to everybody who has ever used a screen; and it cuts off the tails of letters.

## Example

    READ THIS BEFORE YOU SIGN ANYTHING.

## Fix

Write capitals where a sentence has them, and say what is important with a heading, a box or one bold word. In style
sheets take `text-transform: uppercase`, `font-variant: small-caps` and `text-decoration: underline` off what is no
link.

## Standards

- RNIB Clear Print; UKAAF G003; GOV.UK, Publishing accessible documents.
"""

import re
from collections.abc import Iterator

from publisher.checks.look import is_link, style_rules
from publisher.checks.running_text import running_texts
from publisher.checks.str06_heading_fake import RULE as HEADING_FAKE
from publisher.checks.str06_heading_fake import check as fake_headings
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.sheets import Declaration, StyleRule

RULE = Rule(
    code="TYP-04",
    name="caps-underline",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print", "UKAAF G003"),
    who="people with dyslexia or low vision, who know words by their outline; some voices spell capitals",
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MOST = 3
_LONG = 5  # letters: without a longer word it may be a row of abbreviations


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each run of words in capitals, and for each style rule that makes such runs or underlines."""
    headings = {finding.span for finding in fake_headings(book) if finding.rule is HEADING_FAKE}
    for chapter in book.chapters:
        for text in running_texts((chapter.blocks, chapter.notes)):
            for start, end in _runs(text.text) if text.span not in headings else ():
                words = len(text.text[start:end].split())
                span = text.place(start, start + len(text.text[start:end].split()[0]), book.manuscript.lines)
                yield RULE.found(span, f"{words} words in capitals", help="write them as in a sentence")
    for rule in style_rules(book):
        for declaration in rule.declarations:
            if said := _fault(declaration, rule):
                yield RULE.found(declaration.span, said, help="leave it out")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where more than three words in capitals stand in a row, one of them too long for an abbreviation."""
    start = end = count = longest = 0
    for word in _WORD.finditer(text):
        capitals = word[0].isupper()
        follows = capitals and count and not text[end : word.start()].strip(" \n,;:-")
        if not follows and count > _MOST and longest >= _LONG:
            yield start, end
        if capitals and not follows:
            start = word.start()
        count = count + 1 if follows else int(capitals)
        longest = max(longest, len(word[0])) if follows else len(word[0]) * capitals
        end = word.end()
    if count > _MOST and longest >= _LONG:
        yield start, end


def _fault(declaration: Declaration, rule: StyleRule) -> str:
    value = declaration.value.lower()
    if declaration.name == "text-transform" and "uppercase" in value:
        return f"'{rule.selectors[0]}' is set in capitals"
    if declaration.name.startswith("font-variant") and "small-caps" in value:
        return f"'{rule.selectors[0]}' is set in small capitals"
    underlined = declaration.name in ("text-decoration", "text-decoration-line") and "underline" in value
    other = next((each for each in rule.selectors if not is_link(each)), "")
    return f"'{other}' is underlined and no link" if underlined and other else ""
