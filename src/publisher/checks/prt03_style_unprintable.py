"""A style sheet of the book that the page engine cannot work with.

## Why

Print editions are set by a page engine that knows much of CSS, and not all. What it does not know it leaves out, so
that the pages look otherwise than they were meant to; at some of what it knows it breaks off, and there are no pages at
all, nor the large-print edition, the handouts and the page numbers of the e-book that come of them.

## Example

    .note { transform: scale(0) }
    .aside { flaot: right }

## Fix

Take the declaration out, or write what the engine knows. What has no effect is a warning, and the pages are made; what
stops the pages is an error, and a draft is made without it. This is found when an edition on paper is built.

## Standards

- This publisher's own: a fault is told at the author's line, not as the last words of a program.
- CSS 2.2, 4.2: what is not understood is ignored.
"""

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.pages import FaultyStyle

RULE = Rule(
    code="PRT-03",
    name="style-unprintable",
    severity=Severity.ERROR,
    standards=("CSS 2.2 4.2",),
    who="everybody who reads on paper: the pages are not what they were meant to be, or there are none",
)
_LONGEST = 200  # characters of the engine's own words


def style_unprintable(faulty: FaultyStyle) -> Diagnostic:
    """What a piece of the book's own sheets does to its pages, at the piece."""
    why = faulty.why if len(faulty.why) <= _LONGEST else f"{faulty.why[:_LONGEST]}…"
    if not faulty.stops:
        message = f"'{faulty.said}' has no effect on pages: {why}"
        return RULE.found(faulty.span, message, help="mend it, or take it out", severity=Severity.WARNING)
    message = f"no pages can be made with '{faulty.said}': {why}"
    return RULE.found(faulty.span, message, help="take it out, or write it otherwise")
