"""The text speaks of something by its colour.

## Why

One man in twelve does not tell red from green. On grey paper, on many e-readers, by ear and in braille there is no
colour at all.

## Example

    The towns shown in red have no shelter.

## Fix

Say it in another way as well: a name, a number, a pattern, a mark ("the towns marked with a cross"). Where the words or
the picture do so already, sign that somebody looked: `reviews:` in book.yaml.

Only some English phrases are found; a person judges them. What a chart does with colours is not looked at.

## Standards

WCAG 2.2, 1.4.1 Use of Color (A).
"""

import re
from collections.abc import Iterator

from publisher.checks.phrases import phrases
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="COL-04",
    name="colour-words",
    severity=Severity.REVIEW,
    standards=("WCAG 1.4.1",),
    who="people who do not see colours, or see none here: they cannot tell what is meant",
)
_COLOURS = tuple("red green blue yellow orange purple violet pink brown grey gray turquoise".split())
_COLOUR = f"(?:(?:light|dark|bright|pale)[ -])?(?:{'|'.join(_COLOURS)})"
_BY_COLOUR = re.compile(
    rf"\b(?:shown|marked|printed|highlighted|coloured|colored|drawn|outlined|shaded)\s+in\s+{_COLOUR}\b"
    rf"|\bthe\s+{_COLOUR}\s+(?:ones|bars?|dots?|lines|curves?|arrows?|cells|rows|segments?|shading)\b"
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each phrase that tells things apart by colour."""
    for words, span in phrases(book, _BY_COLOUR, _COLOURS, language="en"):
        help = "add a name, a number or a pattern; or sign it in `reviews:`"
        yield RULE.found(span, f"'{words}' may mean something by colour alone", help=help)
