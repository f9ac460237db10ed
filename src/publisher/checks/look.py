"""The look of a book as checks ask for it: its theme and its own style rules. A look with a fault has none (MAN-09)."""

import re
from collections.abc import Iterator

from publisher.model.book import Book
from publisher.model.manifest import Editions
from publisher.source import Span
from publisher.themes.contrast import Pair, pairs
from publisher.themes.sheets import StyleRule, own_rules, subject
from publisher.themes.theme import Theme, ThemeFault, theme_of

_ON_PAPER = ("pdf", "press", "large_print", "handout", "handouts", "booklet", "booklets")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", ".title", ".subtitle", ".chapter-title")
_RUNNING = frozenset(
    {
        "*",
        "html",
        "body",
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dd",
        "blockquote",
        "td",
        "div",
        "section",
        "main",
        "article",
        ".box",
    }
)


def look(book: Book) -> Theme | None:
    """The book's theme, or None where it cannot be resolved."""
    try:
        return theme_of(book)
    except ThemeFault:
        return None


def style_rules(book: Book) -> tuple[StyleRule, ...]:
    """The rules of the book's own style sheets; none where they cannot be resolved."""
    try:
        return own_rules(book)
    except ThemeFault:
        return ()


def is_printed(editions: Editions) -> bool:
    """Whether the manifest names an edition on paper."""
    return any(getattr(editions, name) for name in _ON_PAPER)


def blamed(book: Book, *tokens: str) -> Span | None:
    """Where the book itself says what one of ``tokens`` is; None where the theme alone does."""
    theme = look(book)
    return next((span for token in tokens if theme and (span := theme.responsible(token))), None)


def own_pairs(book: Book) -> Iterator[tuple[Pair, Span]]:
    """The pairs of colours that the book's own tokens have a part in, with the place of that part."""
    theme = look(book)
    for pair in pairs(theme) if theme else ():
        if at := blamed(book, f"contrast.{pair.name}.text", f"contrast.{pair.name}.on"):
            yield pair, at


def runs(selector: str) -> bool:
    """Whether a selector means running text: paragraphs, lists, cells, and whatever holds them."""
    chosen = subject(selector)
    return chosen.partition(":")[0].partition(".")[0] in _RUNNING or chosen.partition(":")[0] in _RUNNING


def heads(selector: str) -> bool:
    """Whether a selector means a title, whose letters are large."""
    return subject(selector).partition(":")[0] in _HEADINGS


def is_link(selector: str) -> bool:
    """Whether a selector means links."""
    return re.match(r"a(?![\w-])", subject(selector)) is not None
