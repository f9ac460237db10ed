"""Something is named by its place, its shape or its print alone.

## Why

"The box on the right" is on no side when it is read aloud; on a telephone it stands below. "In bold" is said by no
voice.

## Example

    The terms that matter are set in bold. See the table on the right.

## Fix

Name the thing: "see Table 2" (`@tbl-terms`), "the terms marked *must*". Where the words say it already in another way,
sign that somebody looked: `reviews:` in book.yaml.

Only some English phrases are found; a person judges them.

## Standards

WCAG 2.2, 1.3.3 Sensory Characteristics (A).
"""

import re
from collections.abc import Iterator

from publisher.checks.phrases import phrases
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="STR-09",
    name="sensory-only",
    severity=Severity.REVIEW,
    standards=("WCAG 1.3.3",),
    who="people who do not see the page, and those for whom it is laid out in another way",
)
_THINGS = "(?:picture|image|photo(?:graph)?|figure|map|chart|graph|diagram|table|box|column|panel)"
_BY_SIGHT = re.compile(
    rf"\b{_THINGS}\s+(?:to|on|at)\s+the\s+(?:left|right)(?:-hand\s+side)?\b"
    rf"|\b(?:left|right)-hand\s+{_THINGS}\b"
    r"|\bsee\s+overleaf\b"
    r"|\bthe\s+(?:round|square|oval|triangular)\s+(?:button|box|icon|symbol)\b"
    r"|\b(?:shown|marked|printed|set|highlighted|given)\s+in\s+(?:bold|italics?)\b"
)
_SIGNS = tuple(" left, right,left-,right-,overleaf, button, box, icon, symbol, in bold, in italic".split(","))


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each phrase that points with the eyes."""
    for words, span in phrases(book, _BY_SIGHT, _SIGNS, language="en"):
        help = "name the thing: see Figure 2; or sign it in `reviews:`"
        yield RULE.found(span, f"'{words}' may say something to the eyes alone", help=help)
