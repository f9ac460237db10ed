"""Words in another language, and nothing says which.

## Why

A screen reader reads English sounds from French letters, and of Greek or Arabic letters it reads names of letters, or
nothing. A braille translator uses the wrong table. With its language said, each part gets its own voice.

## Example

    The banner said Слава Україні, and nothing else.

## Fix

Say the language: `[Слава Україні]{lang=uk}`, or of a whole box: `::: {.quote lang=uk}`.

Every run of letters that the language around it is not written in is found; single Greek letters are signs. Of
languages with the same letters, only sentences, quotations and stressed words of four words and more are found, and
only where they are full of the small words of French, German, Spanish, Italian, Portuguese, Dutch, Welsh, Polish or
English. Names need no language.

## Standards

- WCAG 3.1.2 Language of Parts.
- PDF/UA-1 7.2; Matterhorn Protocol 11-007.
"""

from collections.abc import Iterator

from publisher.checks.scripts import Foreign, foreign_runs
from publisher.checks.small_words import foreign_sentences
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="LNG-02",
    name="lang-part-untagged",
    severity=Severity.WARNING,
    standards=("WCAG 3.1.2", "PDF/UA-1 7.2"),
    who="people who listen: the words are read with the sounds of another language, or not at all",
)

_LONGEST = 40


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each run of foreign letters, and each sentence of a language that is not said of it."""
    for foreign in foreign_runs(book):
        if not contradicts_direction(foreign):
            message = f"'{_short(foreign.words)}' is {foreign.script.name}, and {_what_is_said(foreign.said)}"
            help = f"say it: [words]{{lang={foreign.script.language}}}, or the code of the language that it is"
            yield RULE.found(foreign.span, message, help=help)
    for sentence in foreign_sentences(book):
        message = f"'{_short(sentence.words)}' looks like {sentence.name}, and its language is not said"
        yield RULE.found(sentence.span, message, help=f"say it: [words]{{lang={sentence.language}}}")


def contradicts_direction(foreign: Foreign) -> bool:
    """Whether the lines run in the wrong direction: LNG-03 speaks of these."""
    return foreign.script.leftwards and (foreign.whole or bool(foreign.said))


def _what_is_said(language: str) -> str:
    return f"its language is said to be '{language}'" if language else "its language is not said"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rstrip() + "…"
