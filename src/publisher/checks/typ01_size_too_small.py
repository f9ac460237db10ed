"""Print too small to be read by many.

## Why

One reader in ten cannot read the nine points of a usual paperback without trouble, and on paper nobody can make letters
larger. Clear print starts at twelve points; captions, notes, folios and raised letters may be smaller, though not below
ten. An e-book has no size of its own: its readers choose theirs.

## Example

    editions:
      pdf: {page: A5, size: 10pt}

## Fix

Set the body in 12pt, better 14pt, and large print in 18pt. What is too small beside the body grows with its token in
`styles/tokens.yaml` (`size: {note: 0.92em}`), or with its rule in `styles/print.css`. In large print nothing is smaller
than the body, whatever a theme says. Letters in a drawing are made larger there as far as there is room for them; where
there is not, draw it anew with larger letters or fewer words.

## Standards

- RNIB Clear Print: at least 12 point; large print at least 16, better 18.
- UKAAF MS03 and G003: no text below 10 point.
"""

from collections.abc import Iterator

from publisher.checks.letters_in_drawings import small_letters
from publisher.checks.look import blamed, look, style_rules
from publisher.checks.man08_profile_conflict import points
from publisher.checks.pictures import shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.manifest import Editions
from publisher.source import Span
from publisher.themes.large import BETTER, LEAST
from publisher.themes.reflow import hindrances
from publisher.themes.sheets import Declaration

RULE = Rule(
    code="TYP-01",
    name="size-too-small",
    severity=Severity.ERROR,
    standards=("RNIB Clear Print", "UKAAF G003"),
    who="people with low vision who read on paper, and everybody in bad light",
)
_BODY, _SMALLEST = 12.0, 10.0  # points
_PARTS = ("caption", "table", "note", "code", "mark", "head", "folio", "lead", "subtitle")
_RELATIVE = {"em": 1.0, "rem": 1.0, "%": 0.01}


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each edition on paper whose body is too small, and for each part of it that is."""
    sizes = _sizes(book.manifest.editions)
    for path, size in sizes.items():
        at = book.manifest.place(f"editions.{path}.size").value
        if path == "large-print" and LEAST <= size < BETTER:  # MAN-08 tells of what is smaller
            help = f"set it in {BETTER:g}pt"
            yield RULE.found(at, f"Large print is set in {size:g} pt", help=help, severity=Severity.WARNING)
        elif path != "large-print" and size < _BODY:
            yield RULE.found(at, f"Body is {size:g} pt, below {_BODY:g} pt", help="set it in 12pt, better 14pt")
    for figure, size in small_letters(book):
        message = f"Letters of '{shown(figure)}' are {size:.1f} pt in large print, below {LEAST:g} pt"
        help = "draw them larger, or fewer of them: there they are drawn as shapes, and their words stand below"
        yield RULE.found(figure.span, message, help=help, severity=Severity.WARNING)
    if sizes:
        body = max(_BODY, min(sizes.values()))
        for span, what, size in (*_tokens(book, body), *_rules(book, body)):
            help = f"make it {_SMALLEST / body:.2f}em or more"
            yield RULE.found(
                span, f"{what} is {size:g} pt on paper, below {_SMALLEST:g} pt", help=help, severity=Severity.WARNING
            )


def _sizes(editions: Editions) -> dict[str, float]:
    """The body of each edition on paper that the manifest names, in points, by its path there."""
    named = {
        "pdf": editions.pdf,
        "press": editions.press,
        "large-print": editions.large_print,
        "handout": editions.handout,
    }
    named |= {f"handouts.{name}": handout for name, handout in editions.handouts.items()}
    return {path: round(points(options.size), 2) for path, options in named.items() if options}


def _tokens(book: Book, body: float) -> Iterator[tuple[Span, str, float]]:
    theme = look(book)
    for part in _PARTS if theme else ():
        size = round(body * float(theme.tokens[f"size.{part}"].removesuffix("em")), 2) if theme else body
        at = blamed(book, f"size.{part}")
        if at and size < _SMALLEST:
            yield at, f"'{part}'", size


def _rules(book: Book, body: float) -> Iterator[tuple[Span, str, float]]:
    fixed = {found.declaration.span for found in hindrances(style_rules(book))}  # TYP-06, which is graver
    for rule in style_rules(book):
        declared = rule.declared("font-size") if rule.on_paper else None
        size = _points(declared, body) if declared else None
        if declared and size is not None and size < _SMALLEST and declared.span not in fixed:
            yield declared.span, f"'{rule.selectors[0]}'", size


def _points(declaration: Declaration, body: float) -> float | None:
    """The size in points; None for a word, a sum, or what depends on a line."""
    if len(declaration.parts) != 1 or declaration.parts[0].type not in ("dimension", "percentage"):
        return None
    part = declaration.parts[0]
    unit = "%" if part.type == "percentage" else part.lower_unit
    try:
        return round(body * _RELATIVE[unit] * part.value if unit in _RELATIVE else points(f"{part.value:f}{unit}"), 2)
    except KeyError:
        return None
