"""Text that runs from right to left is set from left to right.

## Why

A line of Arabic or Hebrew that begins at the left margin is broken for everybody: stops and brackets stand at the wrong
end, numbers change places with words. Direction comes with the language, so the language is what is missing or wrong.

## Example

    # Voices

    אני גר בלונדון.

## Fix

Say the language; the direction follows. A paragraph or more: `::: {.quote lang=he}`; a whole chapter: `language: he` at
its file in book.yaml; a few words: `[שלום]{lang=he}`. A few words without a language are LNG-02.

## Standards

- EPUB 3.3, the dir attribute; HTML, dir.
- WCAG 1.3.2 Meaningful Sequence.
"""

from collections.abc import Iterator

from publisher.checks.language_tags import correction
from publisher.checks.lng02_lang_part_untagged import contradicts_direction
from publisher.checks.scripts import foreign_runs
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.source import Span

RULE = Rule(
    code="LNG-03",
    name="dir-missing",
    severity=Severity.ERROR,
    standards=("EPUB 3.3 dir", "WCAG 1.3.2"),
    who="everybody who reads that language: the words stand in the wrong order",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each text from right to left without a language, or with one that runs the other way."""
    told: set[tuple[Span, str]] = set()
    for foreign in foreign_runs(book):
        if not contradicts_direction(foreign) or (
            foreign.said and correction(foreign.said) is not None
        ):  # LNG-01 speaks
            continue
        name, language = foreign.script.name, foreign.script.language
        why = f"its language is said to be '{foreign.said}'" if foreign.said else "nothing says its language"
        message = f"{name} text is set from left to right: {why}"
        if (foreign.span, message) not in told:
            told.add((foreign.span, message))
            help = f"say its language, such as lang={language}; the direction follows"
            yield RULE.found(foreign.span, message, help=help)
