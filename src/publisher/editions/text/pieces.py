"""Paragraphs of plain text, and how they become lines: at most 72 characters long, addresses whole (rules TX-01)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

WIDTH = 72
BREAK = "\u2028"  # LINE SEPARATOR: a line that ends because the author says so
_LEAST = 24  # what is left for words, however deep they stand
_DEEPER = "    "  # what goes on in another line of code
_SIGNS = "/.?&=-_"
_SPACES = re.compile(r"[ \t\n\r]+")  # and no other: those that do not break stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph: ``first`` stands before its first line, ``rest`` before the others.

    No empty line parts a ``close`` one from what stands before. A ``verbatim`` one keeps its lines and spaces; the word
    ends a line that is too long and goes on in the next.
    """

    text: str
    first: str = ""
    rest: str = ""
    close: bool = False
    verbatim: str = ""


def hanging(pieces: Sequence[Piece], mark: str, *, indent: str = "") -> tuple[Piece, ...]:
    """The pieces behind ``mark``, which stands alone at their left, or alone by ``indent``."""
    space = indent or " " * len(mark)
    return tuple(
        replace(piece, first=(space if number else mark) + piece.first, rest=space + piece.rest)
        for number, piece in enumerate(pieces)
    )


def led(lead: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with ``lead`` before their first words; before a list or code, it is a piece of its own."""
    if pieces and not pieces[0].first and not pieces[0].verbatim:
        return (replace(pieces[0], text=lead + pieces[0].text), *pieces[1:])
    return (Piece(text=lead), *pieces)


def ended(pieces: Sequence[Piece], end: str) -> tuple[Piece, ...]:
    """The pieces with ``end`` behind their last words."""
    return (*pieces[:-1], replace(pieces[-1], text=pieces[-1].text + end))


def close(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty lines before them."""
    return tuple(replace(piece, close=True) for piece in pieces)


def apart(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with an empty line before the first."""
    return (replace(pieces[0], close=False), *pieces[1:]) if pieces else ()


def rendered(pieces: Iterable[Piece]) -> str:
    """The pieces as lines that each end with a line feed."""
    lines: list[str] = []
    for piece in pieces:
        if lines and not piece.close:
            lines.append("")
        for number, line in enumerate(_lines(piece)):
            lines.append(((piece.rest if number else piece.first) + line).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _lines(piece: Piece) -> Iterator[str]:
    room = max(_LEAST, WIDTH - max(len(piece.first), len(piece.rest)))
    if piece.verbatim:
        for line in piece.text.expandtabs(4).split("\n"):
            yield from _kept(line, room, piece.verbatim)
    else:
        for part in piece.text.split(BREAK):
            yield from _wrapped(part, room)


def _kept(line: str, room: int, goes_on: str) -> Iterator[str]:
    """A line as it is, or broken at spaces alone, so that whoever copies it knows what stood there."""
    rest = line.strip()
    start = line[: len(line) - len(line.lstrip())]
    deeper = start + _DEEPER
    while len(start) + len(rest) > room:
        least = max(1, room - len(start) - len(goes_on))
        at = max(rest.rfind(" ", 0, least), 0) or rest.find(" ")
        if at < 0:
            break
        yield f"{start}{rest[:at]} {goes_on}"
        start, rest = deeper, rest[at:].lstrip()
    yield start + rest


def _wrapped(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in (cut for word in _SPACES.split(text.strip(" \t\n\r")) for cut in _cut(word, room)):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _cut(word: str, room: int) -> Iterator[str]:
    """A word in parts that fit: scripts without spaces are one long word to us. An address is never cut.

    What has signs in it, as the path of a file has, is cut behind one.
    """
    while len(word) > room and "://" not in word:
        at = max(map(word[:room].rfind, _SIGNS)) + 1 or room
        yield word[:at]
        word = word[at:]
    yield word
