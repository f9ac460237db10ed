"""Text over a picture or a gradient.

## Why

What is behind the words changes from letter to letter, so no program can measure whether they stand out, and for some
readers some of them do not.

## Example

    .title-page { background-image: url(../images/crowd.jpg) }

## Fix

Put the words beside the picture or under it, on one even colour. A picture that says something is a figure with its own
alternative text, which no background has.

## Standards

- RNIB Clear Print: no text over pictures.
- WCAG 2.2, 1.4.3 Contrast (Minimum) and 1.1.1 Non-text Content.
"""

from collections.abc import Iterator

from publisher.checks.look import style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.themes.sheets import Declaration, StyleRule, subject

RULE = Rule(
    code="COL-06",
    name="text-on-image",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print", "WCAG 1.4.3"),
    who="people with low vision: words fade wherever the picture is as dark or as light as they are",
)
_CAPTIONS = ("figcaption", ".caption", ".credit")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each rule of the book's own sheets that lays words over a picture."""
    fetched = {(fault.span.file, fault.span.line) for fault in book.faults(FaultKind.REMOTE_RESOURCE)}  # SEC-02
    for rule in style_rules(book):
        for declaration in rule.declarations:
            if _is_picture(declaration) and (declaration.span.file, declaration.span.line) not in fetched:
                message = f"A picture or gradient lies behind the text of '{rule.selectors[0]}'"
                yield RULE.found(declaration.span, message, help="put the text beside it")
            elif _lies_over(declaration, rule):
                message = f"'{rule.selectors[0]}' may lie over its picture"
                yield RULE.found(declaration.span, message, help="leave it under the picture")


def _is_picture(declaration: Declaration) -> bool:
    if declaration.name not in ("background", "background-image"):
        return False
    functions = (part.lower_name for part in declaration.parts if part.type == "function")
    is_drawn = any("gradient" in name or name in ("url", "image", "image-set") for name in functions)
    return is_drawn or any(part.type == "url" for part in declaration.parts)


def _lies_over(declaration: Declaration, rule: StyleRule) -> bool:
    moved = declaration.name == "position" and declaration.value in ("absolute", "fixed")
    return moved and any(subject(each).startswith(_CAPTIONS) for each in rule.selectors)
