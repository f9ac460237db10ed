"""What a book's look leaves to its readers, and how well its words stand out: facts for claims about an e-book."""

from dataclasses import dataclass

from publisher.model.book import Book
from publisher.themes.contrast import ENHANCED, Pair, pairs
from publisher.themes.reflow import hindrances, reorders
from publisher.themes.sheets import StyleRule, colour, own_rules
from publisher.themes.theme import Theme, ThemeFault, theme_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``yielding``: readers can change it; ``in_order``: all is shown where it is read; ``contrast``: 7:1."""

    yielding: bool
    in_order: bool
    contrast: bool


def look_of(book: Book) -> Look:
    """What is true of the look of ``book`` on a screen; nothing of one that cannot be resolved."""
    try:
        theme, rules = theme_of(book), own_rules(book)
    except ThemeFault:
        return Look(yielding=False, in_order=False, contrast=False)
    return Look(
        yielding=not any(hindrances(rules)),
        in_order=not reorders(rules),
        contrast=_stands_out(theme, rules),
    )


def _stands_out(theme: Theme, rules: tuple[StyleRule, ...]) -> bool:
    """Whether every pair of colours of text reaches 7:1 (WCAG 2.2, 1.4.6), and none is left to chance."""
    own = [pair for rule in rules if rule.on_screens for pair in _own(rule)]
    return all(pair is not None and pair.ratio >= ENHANCED for pair in (*pairs(theme), *own))


def _own(rule: StyleRule) -> tuple[Pair | None, ...]:
    text, behind = rule.declared("color"), rule.declared("background-color", "background")
    if not text and not behind:
        return ()
    both = text and behind and colour(text) and colour(behind)
    return (Pair(name="", text=colour(text), background=colour(behind)) if text and behind and both else None,)
