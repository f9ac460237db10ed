"""Two different pictures have the same words.

## Why

Who listens believes that it is the same picture again. What the second one shows is not told.

## Example

    ![A street in London](a.jpg)
    ![A street in London](b.jpg)

## Fix

Say what differs: "A street in London at night", "The same street after the clearance".

## Standards

WCAG 2.2, 1.1.1 Non-text Content (A).
"""

from collections.abc import Iterator

from publisher.checks.img02_alt_filename import check as of_file_names
from publisher.checks.img03_alt_placeholder import check as that_say_nothing
from publisher.checks.pictures import pictures, shown
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.blocks import Figure
from publisher.model.book import Book

RULE = Rule(
    code="IMG-08",
    name="alt-reused",
    severity=Severity.WARNING,
    standards=("WCAG 1.1.1",),
    who="people who do not see the picture: the second one is not told",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that has the words of an earlier one of other content; IMG-02
    and IMG-03 speak first."""
    first: dict[str, Figure] = {}
    told = {finding.span for ask in (of_file_names, that_say_nothing) for finding in ask(book)}
    assets = book.manuscript.assets
    for figure in pictures(book):
        said = heard(figure.alternative.text) if isinstance(figure.alternative, Described) else ""
        if not said or figure.words in told or figure.path not in assets:
            continue
        other = first.setdefault(said, figure)
        if assets[other.path].data != assets[figure.path].data:
            message = (
                f"'{shown(figure)}' has the words of '{shown(other)}' ({other.words.file}, line {other.words.line})"
            )
            yield RULE.found(figure.words, message, help="say what differs")
