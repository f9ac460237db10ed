"""The rules that a book's own style sheets write, each with its place; what the theme wrote is not among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

from publisher.model.book import Book
from publisher.source import Span
from publisher.themes.theme import SHEETS, Theme, theme_of

SCREENS = frozenset({"base", "epub", "screen"})  # sheets of editions in which the reader's settings count
PAPER = frozenset({"base", "print", "handout"})
_DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """``value`` as it was written, its tokens resolved; ``parts`` are its component values without white space."""

    name: str
    value: str
    parts: tuple[Any, ...]
    important: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRule:
    """One rule of ``sheet`` ("print"): its selectors, its declarations. ``printed``: for paper."""

    sheet: str
    selectors: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    span: Span
    printed: bool = False

    def declared(self, *names: str) -> Declaration | None:
        """The last declaration of one of ``names``, which is the one that counts."""
        return next((each for each in reversed(self.declarations) if each.name in names), None)

    @property
    def on_screens(self) -> bool:
        return self.sheet in SCREENS and not self.printed

    @property
    def on_paper(self) -> bool:
        return self.sheet in PAPER


def own_rules(book: Book) -> tuple[StyleRule, ...]:
    """Every rule of the book's own sheets, those of its own theme first. Raises ThemeFault."""
    manuscript, theme = book.manuscript, theme_of(book)
    folders = ((book.manifest.theme, manuscript.theme), ("styles", manuscript.styles))
    named = ((folder, sheet, files.get(f"{sheet}.css", b"")) for folder, files in folders for sheet in SHEETS)
    return tuple(rule for folder, sheet, data in named for rule in _rules(theme, f"{folder}/{sheet}.css", sheet, data))


def _rules(theme: Theme, file: str, sheet: str, data: bytes) -> Sequence[StyleRule]:
    return _parsed(file, sheet, data.decode(), _Tokens(theme)) if data else ()


class _Tokens:
    """A theme as the key of a cache: one theme is one key."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __hash__(self) -> int:
        return id(self.theme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tokens) and other.theme is self.theme


@lru_cache(maxsize=16)  # every check of styles asks for them
def _parsed(file: str, sheet: str, css: str, tokens: _Tokens) -> Sequence[StyleRule]:
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_among(nodes, _Sheet(file=file, name=sheet, theme=tokens.theme), printed=False, depth=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    file: str
    name: str
    theme: Theme

    def span(self, node: Any) -> Span:
        return Span(self.file, node.source_line, node.source_column)


def _among(nodes: Sequence[Any], sheet: _Sheet, *, printed: bool, depth: int) -> Iterator[StyleRule]:
    for node in nodes if depth < _DEEPEST else ():
        if node.type == "qualified-rule":
            yield from _ruled(node, sheet, _selectors(node), printed, depth)
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer") and node.content:
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            media = tinycss2.serialize(node.prelude).lower() if node.lower_at_keyword == "media" else ""
            yield from _among(inside, sheet, printed=printed or "print" in media.split(), depth=depth + 1)
        elif node.type == "at-rule" and node.lower_at_keyword == "page" and node.content:
            yield from _ruled(node, sheet, ("@page",), printed, depth)


def _ruled(node: Any, sheet: _Sheet, selectors: tuple[str, ...], printed: bool, depth: int) -> Iterator[StyleRule]:
    """A rule, and those that are nested in it (CSS Nesting 1)."""
    inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    declarations = tuple(_declaration(each, sheet) for each in inside if each.type == "declaration")
    yield StyleRule(
        sheet=sheet.name, selectors=selectors, declarations=declarations, span=sheet.span(node), printed=printed
    )
    yield from _among([each for each in inside if each.type != "declaration"], sheet, printed=printed, depth=depth + 1)


def _selectors(node: Any) -> tuple[str, ...]:
    written = tinycss2.serialize([part for part in node.prelude if part.type != "comment"])
    return tuple(" ".join(each.split()) for each in written.split(","))


def _declaration(node: Any, sheet: _Sheet) -> Declaration:
    span = sheet.span(node)
    value = sheet.theme.resolved(tinycss2.serialize(node.value).strip(), span)
    parts = tuple(
        part for part in tinycss2.parse_component_value_list(value) if part.type not in ("whitespace", "comment")
    )
    return Declaration(name=node.lower_name, value=value, parts=parts, important=node.important, span=span)


def colour(declaration: Declaration) -> str:
    """The opaque colour that a declaration sets, as "#rrggbb"; nothing for any other, or none."""
    found = (parse_color(part) for part in declaration.parts)
    opaque = next((each for each in found if each not in (None, "currentColor") and each.alpha == 1), None)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in opaque[:3]) if opaque else ""


def subject(selector: str) -> str:
    """What a selector selects, without what it stands in: the last compound of "nav > ol a:hover" is "a:hover"."""
    return selector.replace(">", " ").replace("+", " ").replace("~", " ").split(" ")[-1]
