"""Links that differ from the text by their colour alone.

## Why

One man in twelve does not see some colours apart; on grey paper and many e-readers nobody does. A link that only colour
shows is no link then.

## Example

    a { text-decoration: none }

## Fix

Leave the underline. Where a line is too loud, make it thin and move it away from the letters (`text-underline-offset`),
or set links bold. Lists of links, such as the contents, need none.

## Standards

- WCAG 2.2, 1.4.1 Use of Color (A), failure F73.
"""

from collections.abc import Iterator

from publisher.checks.look import is_link, look, style_rules
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.themes.contrast import ENOUGH_LARGE, Pair
from publisher.themes.sheets import StyleRule, colour

RULE = Rule(
    code="COL-03",
    name="link-colour-only",
    severity=Severity.ERROR,
    standards=("WCAG 1.4.1",),
    who="people who do not see colours, and everybody with a black-and-white reader: there is no link to be seen",
)
_LISTS = ("nav", ".contents", ".figures", ".back", ".label", ".citation", ".note-reference", ".downloads")
_CUES = ("border", "border-bottom", "border-block-end", "outline", "font-weight", "box-shadow")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each rule of the book's own sheets that takes the line from links in the text."""
    theme = look(book)
    ink, accent = (theme.tokens["colour.ink"], theme.tokens["colour.accent"]) if theme else ("#000000", "#000000")
    for rule in style_rules(book):
        line = rule.declared("text-decoration", "text-decoration-line")
        own = rule.declared("color")
        apart = Pair(name="link", text=(own and colour(own)) or accent, background=ink).ratio >= ENOUGH_LARGE
        if line and "none" in line.value and any(map(_is_in_text, rule.selectors)) and not _has_cue(rule) and not apart:
            yield RULE.found(line.span, "Links differ from the text by colour only", help="keep their underline")


def _is_in_text(selector: str) -> bool:
    return is_link(selector) and not any(name in selector for name in _LISTS) and ":not" not in selector


def _has_cue(rule: StyleRule) -> bool:
    cues = (rule.declared(name) for name in _CUES)
    return any(cue.value not in ("none", "0", "normal", "400") for cue in cues if cue)
