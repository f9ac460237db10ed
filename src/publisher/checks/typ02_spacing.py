"""Lines, paragraphs or letters that stand too close, or too far apart.

## Why

In lines without air the eye slips into the next one; in lines too far apart it does not find it. Letters that touch,
and letters that are narrow or thin, are taken for each other.

## Example

    html { line-height: 1.1; letter-spacing: -0.02em }

## Fix

Leave the lines at 1.4 to 1.5 times the size of the letters, a gap of at least six tenths of a line between paragraphs,
and the letters as their designer spaced them, in a regular weight and width.

## Standards

- RNIB Clear Print; UKAAF G003; BDA Dyslexia Style Guide 2023. They ask for different line heights; we warn below 1.2
and   above 1.8.
- WCAG 2.2, 1.4.12 Text Spacing (AA).
"""

from collections.abc import Iterator

from publisher.checks.look import blamed, heads, look, runs, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.sheets import Declaration, StyleRule

RULE = Rule(
    code="TYP-02",
    name="spacing",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print", "WCAG 1.4.12"),
    who="people with low vision or dyslexia: lines and letters run into each other",
)
_CLOSEST, _WIDEST = 1.2, 1.8
_GAP = 0.6  # of a line
_REGULAR = 400
_PARAGRAPHS = frozenset({"p", "body p", "main p", "section p", ".chapter p"})
_LINES = ("lh", "rlh")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each line height, gap, letter spacing, weight and width that is hard to read, at its place."""
    theme = look(book)
    leading = float(theme.tokens["leading.body"]) if theme else 1.4
    for name in ("leading.body", "leading.screen"):
        at, value = blamed(book, name), float(theme.tokens[name]) if theme else leading
        if at and not _CLOSEST <= value <= _WIDEST:
            yield RULE.found(at, _line_height(value), help="1.4 to 1.5 is easy to read")
    for rule in style_rules(book):
        for declaration in rule.declarations:
            if said := _fault(declaration, rule, leading):
                yield RULE.found(declaration.span, said[0], help=said[1])


def _line_height(value: float) -> str:
    return f"Line height {value:g} is " + (f"below {_CLOSEST:g}" if value < _CLOSEST else f"above {_WIDEST:g}")


def _fault(declaration: Declaration, rule: StyleRule, leading: float) -> tuple[str, str] | None:
    """What is wrong and what to write instead."""
    name, value = declaration.name, declaration.value.lower()
    if name == "line-height" and any(map(runs, rule.selectors)):
        height = _multiple(declaration)
        wrong = height is not None and not _CLOSEST <= height <= _WIDEST
        return (_line_height(height or 0.0), "1.4 to 1.5 is easy to read") if wrong else None
    if name in ("letter-spacing", "word-spacing") and value.startswith("-"):
        return (
            f"'{name}: {declaration.value}' sets {name.partition('-')[0]}s closer",
            "leave them as they are, or wider",
        )
    if name == "font-stretch" and "condensed" in value:
        return "Narrow letters are hard to tell apart", "use the regular width"
    if name == "font-weight" and not any(map(heads, rule.selectors)) and _is_light(declaration):
        return f"Thin letters ('font-weight: {declaration.value}') are hard to see", "use 400 or more"
    if name in ("margin", "margin-bottom", "margin-block-end") and _PARAGRAPHS & set(rule.selectors):
        gap = _gap(declaration, leading)
        wrong = gap is not None and gap < _GAP
        return (
            (f"Paragraphs are {gap:.2g} lines apart, less than {_GAP:g}", "leave one line between them")
            if wrong
            else None
        )
    return None


def _multiple(declaration: Declaration) -> float | None:
    """A line height as a multiple of the letters; None where it cannot be told."""
    part = declaration.parts[0] if len(declaration.parts) == 1 else None
    if part is None or part.type not in ("number", "percentage", "dimension"):
        return None
    if part.type == "dimension":
        return float(part.value) if part.lower_unit == "em" else None
    return float(part.value) / (100 if part.type == "percentage" else 1)


def _is_light(declaration: Declaration) -> bool:
    part = declaration.parts[0] if declaration.parts else None
    return part is not None and (
        part.value == "lighter" if part.type == "ident" else part.type == "number" and part.value < _REGULAR
    )


def _gap(declaration: Declaration, leading: float) -> float | None:
    """The space below a paragraph in lines; None where it cannot be told."""
    sides = declaration.parts
    part = sides[min(2, len(sides) - 1) if len(sides) > 2 else 0] if sides else None
    if part is None or part.type not in ("number", "dimension"):
        return None
    if part.type == "number":
        return 0.0
    return (
        float(part.value)
        if part.lower_unit in _LINES
        else float(part.value) / leading
        if part.lower_unit in ("em", "rem")
        else None
    )
