"""A number of the list of references was typed by hand.

## Why

A typed number is no link: who reads on a screen cannot follow it, and nothing leads back. It also stays what it was
when a source is added, moved or left out, and then it names the wrong one, and nobody notices.

Where the words before a number speak of another entry than the one that it names, the finding says which.

## Example

    There are more victims than there are doctors (2).

    (2) Department of Health and Social Care (2021) Press release, Retrieved 24 March 2022

## Fix

Put each source under `references:` in book.yaml and cite it by its key: `[@dhsc-2021]`. The numbers, the list and the
ways back are made. A list that was typed by hand is one finding, with the places of all numbers that name its entries;
a number that names the wrong entry, or none, is a finding of its own.

Numbers that count something are left alone: (1) the parts of a sentence, (2) of a law as in section 54(1), amounts,
ages, powers, units, pages of a manual and intervals.

## Standards

- WCAG 1.3.1 Info and Relationships: that a number belongs to a source is said by a link, not by its looks.
- EPUB 3.3, Structural Semantics: `biblioref`.
"""

from collections.abc import Iterator, Sequence

from publisher.checks.typed_numbers import Audit, Audited, audit
from publisher.checks.typed_numbers.lists import HandMade
from publisher.checks.typed_numbers.sources import Source
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="REF-06",
    name="number-typed",
    severity=Severity.ERROR,
    standards=("WCAG 1.3.1", "EPUB 3.3 biblioref"),
    who="everybody who follows the number: it leads nowhere, or to the wrong source",
)

_MOST_PLACES = 10


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each list typed by hand, and for each number that the finding on its list does not cover."""
    found = audit(book)
    for made in found.lists:
        yield _list(made, found)
    for number in found.numbers:
        if not number.listed or number.meant or not number.names:
            yield _number(number)


def _list(made: HandMade, found: Audit) -> Diagnostic:
    first, last = made.items[0].number, made.items[-1].number
    message = f"Reference list typed by hand: ({first}) to ({last})" if last > first else "Reference typed by hand"
    help = "give each source a key under references: in book.yaml, and cite it: [@key]"
    texts = {item.text for item in made.items}
    right = (each for each in found.numbers if not each.meant and any(source.text in texts for source in each.names))
    places = [f"{each.written} at {each.span}" for each in right]
    more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    told = f"; numbers that name its entries: {', '.join(places[:_MOST_PLACES])}{more}" if places else ""
    return RULE.found(made.span, message, help=help + told)


def _number(number: Audited) -> Diagnostic:
    message = f"Number typed by hand: {number.written}"
    named = " and ".join(f"'{source.name}'" for source in number.names)
    if named:
        message += f" would name {named}"
    elif number.listed:
        message += " names no entry of the list"
    if number.meant:
        but = ", but" if named else ";"
        message += f"{but} the words before it speak of ({number.meant.number}) '{number.meant.name}'"
    severity = RULE.severity if named or number.listed else Severity.WARNING
    return RULE.found(number.span, message, help=_help(number.meant, number.names), severity=severity)


def _help(meant: Source | None, names: Sequence[Source]) -> str:
    keys = "; ".join(f"@{source.key}" for source in ([meant] if meant else names) if source.key)
    if keys:
        return f"write [{keys}]; the number follows"
    return "cite the source by its key: [@key]; the number follows"
