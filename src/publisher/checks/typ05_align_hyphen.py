"""Text that is justified, centred, hyphenated, turned or set in columns.

## Why

Justified lines have gaps of all sizes, which run through the text like rivers; centred lines begin anywhere; words that
are cut in two have to be put together again. Each costs most those who read with effort. Columns and turned text get
lost under a magnifying glass.

## Example

    typography: {hyphenate: true}

    p { text-align: justify }

## Fix

Set text from the left, ragged at the right, whole words in one column; that is what the themes do. In books in
languages of very long words hyphens may be the lesser evil: then allow this with its reason. Large print does none of
this, whatever the manifest and the style sheets say.

## Standards

- RNIB Clear Print; UKAAF G003; BDA Dyslexia Style Guide 2023; GOV.UK, Publishing accessible documents.
- WCAG 2.2, 1.4.8 Visual Presentation (AAA).
"""

from collections.abc import Iterator

from publisher.checks.look import runs, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.sheets import Declaration, StyleRule, subject

RULE = Rule(
    code="TYP-05",
    name="align-hyphen",
    severity=Severity.WARNING,
    standards=("RNIB Clear Print", "UKAAF G003", "WCAG 1.4.8"),
    who="people with dyslexia or low vision: the eye loses its line, the magnifier its place",
)
_CELLS = ("td", "th")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each setting and each style rule that makes text harder to follow."""
    if book.manifest.typography.hyphenate:
        at = book.manifest.place("typography.hyphenate").value
        yield RULE.found(at, "Words are cut in two at line ends", help="write false, or leave it out")
    for rule in style_rules(book):
        for declaration in rule.declarations:
            if said := _fault(declaration, rule):
                yield RULE.found(declaration.span, said[0], help=said[1])


def _fault(declaration: Declaration, rule: StyleRule) -> tuple[str, str] | None:
    name, value, chosen = declaration.name, declaration.value.lower(), rule.selectors[0]
    if name == "text-align" and value in ("justify", "justify-all"):
        return f"Text is justified in '{chosen}'", "write start"
    if name == "text-align" and value == "center" and any(_is_text(each) for each in rule.selectors):
        return f"Text is centred in '{chosen}'", "write start"
    if name == "hyphens" and value == "auto":
        return f"Words are cut in two in '{chosen}'", "write manual"
    if name in ("columns", "column-count") and any(
        part.type == "number" and part.value > 1 for part in declaration.parts
    ):
        return f"Text is set in columns in '{chosen}'", "use one column"
    if (name == "transform" and "rotate" in value) or (
        name == "writing-mode" and value.startswith(("vertical", "sideways"))
    ):
        return f"Text is turned in '{chosen}'", "leave it level"
    if "first-letter" in chosen and name in ("float", "initial-letter") and value not in ("none", "normal"):
        return "A large first letter is torn from its word", "leave it as large as its word"
    return None


def _is_text(selector: str) -> bool:
    return runs(selector) and not subject(selector).startswith(_CELLS)
