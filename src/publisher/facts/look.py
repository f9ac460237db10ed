"""What a book's look leaves to its readers, and how well its words stand out: facts for claims about an e-book."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.book import Book
from publisher.themes.contrast import ENHANCED, Pair, pairs
from publisher.themes.reflow import hindrances, reorders
from publisher.themes.sheets import StyleRule, colour, own_rules
from publisher.themes.theme import Theme, ThemeFault, theme_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``yielding``: readers can change it; ``in_order``: all is shown where it is read; ``contrast``: 7:1.

    ``ratio`` is the least that any text has to what is behind it, to one place, cut off; 0 where nobody can tell.
    """

    yielding: bool
    in_order: bool
    contrast: bool
    ratio: float


def look_of(book: Book) -> Look:
    """What is true of the look of ``book`` on a screen; nothing of one that cannot be resolved."""
    try:
        theme, rules = theme_of(book), own_rules(book)
    except ThemeFault:
        return Look(yielding=False, in_order=False, contrast=False, ratio=0)
    ratios = tuple(_ratios(theme, rules))
    least = min(ratios, default=0)
    return Look(
        yielding=not any(hindrances(rules)),
        in_order=not reorders(rules),
        contrast=least >= ENHANCED,  # WCAG 2.2, 1.4.6
        ratio=int(least * 10) / 10,
    )


def _ratios(theme: Theme, rules: tuple[StyleRule, ...]) -> Iterator[float]:
    """How well each pair of colours of text stands out; 0 for one that is left to chance."""
    own = [pair for rule in rules if rule.on_screens for pair in _own(rule)]
    yield from (pair.ratio if pair else 0 for pair in (*pairs(theme), *own))


def _own(rule: StyleRule) -> tuple[Pair | None, ...]:
    text, behind = rule.declared("color"), rule.declared("background-color", "background")
    if not text and not behind:
        return ()
    both = text and behind and colour(text) and colour(behind)
    return (Pair(name="", text=colour(text), background=colour(behind)) if text and behind and both else None,)
