"""A word that makes somebody less than they are.

## Why

Readers who use a wheelchair are not bound to it: it takes them where they want to go. A book for everybody does not
tell some of them that they are a burden or a tragedy.

## Example

    A wheelchair-bound woman told us of the bus.

## Fix

"A woman who uses a wheelchair"; "she has dyslexia". In somebody else's words, quoted, the word may have to stand: allow
it, with the reason.

Only a handful of English phrases are found, those that hardly ever mean anything else.

## Standards

GOV.UK, Inclusive language: words to use and avoid when writing about disability.
"""

import re
from collections.abc import Iterator

from publisher.checks.phrases import phrases
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="LNG-08",
    name="reader-blame-words",
    severity=Severity.ADVICE,
    standards=("GOV.UK inclusive language",),
    who="the people who are spoken of, and who read it",
)
_CONDITIONS = "(?:autism|dyslexia|deafness|blindness|dyspraxia|cerebral palsy|Down(?:['’]s)? syndrome)"
_PHRASES = re.compile(
    r"\b(?:wheelchair-bound|confined to (?:a|his|her|their) wheelchair|deaf and dumb|deaf-mutes?|mentally handicapped"
    rf"|suffer(?:s|ed|ing)? from {_CONDITIONS}|(?:afflicted|stricken) with {_CONDITIONS})\b",
    re.IGNORECASE,
)
_SIGNS = ("heelchair", "eaf", "andicapped", "uffer", "fflicted", "tricken")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each such phrase."""
    for words, span in phrases(book, _PHRASES, _SIGNS, language="en"):
        yield RULE.found(
            span, f"'{words}' looks down on people", help="say what they use, have or do, in neutral words"
        )
