"""A book's own style sheets in pieces, each with its place, of which any can be left out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import tinycss2  # type: ignore[import-untyped]

from publisher.model.book import Book
from publisher.source import Span
from publisher.themes.sheets import PAPER

Sheets = Mapping[str, str]  # what each sheet says, by the name of its file
_NAMES = tuple(f"{sheet}.css" for sheet in sorted(PAPER))
_LINE_END = re.compile(r"\r\n?|\f")  # as the parser sees them (CSS Syntax 3 §3.3)
_SHOWN = 60  # characters of a piece that people are told
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A rule, a declaration or what is neither, with what follows it up to the next; ``end`` is the first character
    that is no part of it, and ``node`` what the parser made of it."""

    span: Span
    start: int
    end: int
    said: str
    node: Any = field(compare=False, repr=False)


def own_sheets(book: Book) -> Sheets:
    """The sheets for paper that lie in the book's folder, those of its own theme first."""
    return {
        f"{folder}/{name}": _LINE_END.sub("\n", files[name].decode("utf-8", "replace"))
        for folder, files in _folders(book)
        for name in _NAMES
        if name in files
    }


def with_sheets(book: Book, sheets: Sheets) -> Book:
    """The same book with other sheets of the same names."""
    theme, styles = (
        {**files, **{name: sheets[f"{folder}/{name}"].encode() for name in _NAMES if name in files}}
        for folder, files in _folders(book)
    )
    return replace(book, manuscript=replace(book.manuscript, theme=theme, styles=styles))


def _folders(book: Book) -> tuple[tuple[str, Mapping[str, bytes]], ...]:
    return (book.manifest.theme, book.manuscript.theme), ("styles", book.manuscript.styles)


def pieces(sheets: Sheets) -> tuple[Piece, ...]:
    """The rules of all sheets, in their order."""
    found: list[Piece] = []
    for file, text in sheets.items():
        nodes = _rules(text)
        if nodes and nodes[-1].type == "error":  # of the end of the file: it is told where what lacks its end begins
            nodes = [node for node in _rules(f"{text}{{}}") if (node.source_line, node.source_column) < _end(text)]
        found += _between(nodes, file, text, len(text))
    return tuple(found)


def _rules(text: str) -> Sequence[Any]:
    return list(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def inside(piece: Piece, sheets: Sheets) -> tuple[Piece, ...]:
    """The declarations and rules of a rule; of anything else nothing."""
    nodes = tinycss2.parse_blocks_contents(
        getattr(piece.node, "content", None) or (), skip_comments=True, skip_whitespace=True
    )
    text = sheets[piece.span.file]
    closed = text.rfind("}", piece.start, piece.end)
    return tuple(_between(nodes, piece.span.file, text, closed if closed >= 0 else piece.end))


def without(sheets: Sheets, left_out: Iterable[Piece]) -> Sheets:
    """The same sheets, white where the pieces stood, so that all else keeps its place."""
    made = dict(sheets)
    for piece in left_out:
        text = made[piece.span.file]
        white = "".join(each if each == "\n" else " " for each in text[piece.start : piece.end])
        made[piece.span.file] = f"{text[: piece.start]}{white}{text[piece.end :]}"
    return made


def guilty(sheets: Sheets, words: str, fails: Callable[[Sheets], str]) -> tuple[Piece, str]:
    """The piece at which ``sheets``, read from the start, begin to fail, and in which words; as a whole they do in
    ``words``, and without any piece they do not."""
    return _narrowed(pieces(sheets), sheets, words, fails)


def _narrowed(among: Sequence[Piece], sheets: Sheets, words: str, fails: Callable[[Sheets], str]) -> tuple[Piece, str]:
    works, stops = 0, len(among)  # with so many of them, and none of the others
    while stops - works > 1:
        middle = (works + stops) // 2
        if said := fails(without(sheets, among[middle:])):
            stops, words = middle, said
        else:
            works = middle
    found, fewer = among[works], without(sheets, among[stops:])
    within = inside(found, fewer)
    if within and not fails(without(fewer, within)):
        return _narrowed(within, fewer, words, fails)
    return found, words


def at(sheets: Sheets, file: str, line: int, column: int) -> Piece | None:
    """The smallest piece that stands at a place."""
    place, found = _offset(_lines(sheets[file]), line, column), None
    among = pieces({file: sheets[file]})
    while here := next((each for each in among if each.start <= place < each.end), None):
        found, among = here, inside(here, sheets)
    return found


def _between(nodes: Iterable[Any], file: str, text: str, end: int) -> Iterator[Piece]:
    """Each node up to the next, the last up to ``end``."""
    lines = _lines(text)
    placed = [(_offset(lines, node.source_line, node.source_column), node) for node in nodes]
    for (start, node), (stop, _) in zip(placed, [*placed, (end, None)][1:], strict=True):
        said = " ".join(_COMMENT.sub(" ", text[start:stop]).split()).rstrip(" ;")
        shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
        yield Piece(span=Span(file, node.source_line, node.source_column), start=start, end=stop, said=shown, node=node)


def _end(text: str) -> tuple[int, int]:
    *before, last = text.split("\n")
    return len(before) + 1, len(last) + 1


def _lines(text: str) -> tuple[int, ...]:
    """Where each line begins, and the end."""
    return 0, *(place for place, sign in enumerate(text, 1) if sign == "\n"), len(text)


def _offset(lines: Sequence[int], line: int, column: int) -> int:
    return min(lines[min(line, len(lines)) - 1] + column - 1, lines[-1])
