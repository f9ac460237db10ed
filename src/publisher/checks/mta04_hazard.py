"""What the manifest says of hazards contradicts the book.

## Why

Flashing can cause a seizure, movement makes some people ill. They trust this line before they open a book. It is
counted here from the pictures, and a hand-written value that says otherwise is refused.

## Example

    accessibility:
      hazards: none

in a book with an animated picture.

## Fix

Say what there is, one word each (`flashing`, `motion`, `sound`), or replace the moving picture by a still one. `none`
stands alone.

## Standards

- EPUB Accessibility 1.1: `schema:accessibilityHazard`.
- WCAG 2.3.1 Three Flashes or Below Threshold.
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.facts.facts import moving
from publisher.model.book import Book

RULE = Rule(
    code="MTA-04",
    name="meta-hazard",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §2.2", "WCAG 2.3.1"),
    who="people whom flashing or moving pictures make ill: they are told something that is not so",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """At most one finding, at the hand-written value or at the claim that cannot stand without one."""
    stated, moves = book.manifest.accessibility.hazards, moving(book)
    at = book.manifest.place("accessibility.hazards").value
    named = [hazard for hazard in stated if hazard != "none"]
    if named and "none" in stated:
        yield RULE.found(at, f"Hazards contradict each other: none, and {', '.join(named)}", help="Keep one of the two")
    elif stated and not named and moves:
        help = "Say flashing or motion, or replace the picture by a still one"
        yield RULE.found(at, f"'none' is not so: '{moves[0]}' moves", help=help)
    elif named and not moves:
        message = f"'{named[0]}' is not so: every picture is still, and nothing sounds"
        yield RULE.found(at, message, help="Write `hazards: none`, or leave the key out")
    elif moves and not stated and book.manifest.accessibility.claim:
        message = f"A claim is made, and nobody says what '{moves[0]}' does, which moves"
        yield RULE.found(book.manifest.place("accessibility.claim").key, message, help="Add `hazards:`")
