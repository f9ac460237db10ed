"""A finished file claims something of itself that is not so.

## Why

Somebody who cannot see the pictures buys the book because it says that all of them are described. A claim that does not
hold is worse than none: it costs money, time, and trust in the next claim.

## Example

    <meta property="schema:accessibilityFeature">pageNavigation</meta>

in the package document of an e-book that has no list of pages.

## Fix

Put into the book what is claimed, or drop the claim. In what we make, claims are counted from the book: a finding there
is a fault of the program, to be reported with the book. Only what a program can count in the file is found: claims of
contrast, for one, are not tried here.

## Standards

- EPUB Accessibility 1.1 §2.2.
- Schema.org Accessibility Properties for Discoverability: `none` and `unknown` stand alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from publisher.checks.finished import place
from publisher.checks.finished.file import Counted, Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MTA-02",
    name="meta-overclaim",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §2.2",),
    who="readers who rely on the claim: what they need is not there",
)
_HELP = "drop the claim, or put what it says into the book; what we make ourselves, report it"
_ALONE = ("none", "unknown")
# What is claimed, what must then be counted, and what else is true.
_BACKED: Mapping[str, tuple[Callable[[Counted], object], str]] = MappingProxyType(
    {
        "alternativeText": (lambda met: met.pictures and not met.unnamed, "not every picture has words"),
        "longDescription": (lambda met: met.descriptions, "no picture leads to a description"),
        "MathML": (lambda met: met.formulas, "there is no formula in MathML"),
        "pageBreakMarkers": (lambda met: met.page_marks, "no page is marked in the text"),
        "pageNavigation": (lambda met: met.page_list, "there is no list of pages"),
        "structuralNavigation": (lambda met: met.in_order, "a level of headings is skipped"),
        "synchronizedAudioText": (lambda met: met.read_aloud, "nothing is read aloud"),
        "tableOfContents": (lambda met: met.contents, "there is no list of contents"),
        "ARIA": (lambda met: met.roles, "nothing has a role"),
    }
)
_OF_PAGES = ("pageBreakMarkers", "pageNavigation")  # a web page says to catalogues what is true of the e-book (WB-05)


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """One finding for each claim of a file that its own text contradicts."""
    for file in made:
        for name, claim, why in _overclaimed(file):
            at = place(file, name, book)
            yield RULE.found(at, f"{file.name} claims '{claim}', but {why}", help=_HELP)


def _overclaimed(file: Finished) -> Iterator[tuple[str, str, str]]:
    features, met = file.values("accessibilityFeature"), file.counted
    for feature in features if met else ():
        if feature in _OF_PAGES and not file.name.endswith(".epub"):
            continue
        holds, why = _BACKED.get(feature, (bool, ""))
        if met and why and not holds(met):
            yield "accessibilityFeature", feature, why
    if met and met.unnamed and "textual" in file.values("accessModeSufficient"):
        yield "accessModeSufficient", "textual", "not every picture has words"
    if file.locks and "unlocked" in features:
        yield "accessibilityFeature", "unlocked", file.locks[0]
    for name in ("accessibilityFeature", "accessibilityHazard"):
        values = file.values(name)
        if len(values) > 1 and (alone := next((value for value in values if value in _ALONE), "")):
            yield name, alone, "other things stand beside it"
