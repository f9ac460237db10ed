"""A book in volumes: what goes into each, and the pages that it becomes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from publisher.editions.braille.pieces import Piece

MOST = 100  # pages in a volume: what hands can hold (rules BR-08)
_PIECES = 40  # in a unit, at most: a long chapter can be parted too


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Text that stands in one volume. ``begins`` where a chapter does."""

    chapter: str
    pieces: tuple[Piece, ...]
    begins: bool


def units(chapter: str, pieces: Sequence[Piece]) -> tuple[Unit, ...]:
    """A chapter in units, which begin at its headings, and never behind what is kept with what follows."""
    starts = [0]
    for number, piece in enumerate(pieces):
        parted = piece.level or number - starts[-1] >= _PIECES
        if number and parted and not pieces[number - 1].keep:
            starts.append(number)
    return tuple(
        Unit(chapter=chapter, pieces=tuple(pieces[start:end]), begins=start == 0)
        for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)
    )


def parted(units: Sequence[Unit], pages: Callable[[Sequence[Unit]], int]) -> tuple[tuple[Unit, ...], ...]:
    """The units in volumes of at most ``MOST`` pages, between chapters where one is half full; ``pages`` counts."""
    volumes: list[tuple[Unit, ...]] = []
    start = 0
    while start < len(units) or not volumes:
        end = _end(units, start, pages)
        volumes.append(tuple(units[start:end]))
        start = end
    return tuple(volumes)


def _end(units: Sequence[Unit], start: int, pages: Callable[[Sequence[Unit]], int]) -> int:
    low, high = start + 1, len(units)
    if pages(units[start:]) <= MOST:
        return max(low, high)
    while low < high:  # the first end that is too much
        middle = (low + high) // 2
        low, high = (middle + 1, high) if pages(units[start:middle]) <= MOST else (low, middle)
    most = max(start + 1, low - 1)
    whole = [end for end in range(start + 1, min(most + 1, len(units))) if units[end].begins]
    return whole[-1] if whole and pages(units[start : whole[-1]]) * 2 >= MOST else most
