"""Markdown that stands in book.yaml, with every word at its own place there."""

from collections.abc import Sequence

from publisher.model.manifest import Place
from publisher.readers.syntax.lines import Line, lines_of


def placed(value: str, place: Place, rows: Sequence[str]) -> tuple[Line, ...]:
    """The lines of ``value`` as they stand in ``rows``, the lines of book.yaml.

    YAML folds lines and takes signs away; where the rows say the same words, each has its place. Where they do not
    (escapes in quotes), the words count on from the place of the value.
    """
    first, last = place.value.line, max(place.value.line, place.end.line - (place.end.column == 1))
    taken = [rows[number - 1] if number <= len(rows) else "" for number in range(first, last + 1)]
    taken[0] = taken[0][place.value.column - 1 :]
    quoted = taken[0][:1] in ("'", '"')
    starts = [place.value.column, *(1 for _ in taken[1:])]
    if quoted:
        taken[0], starts[0] = taken[0][1:], starts[0] + 1
    lines = [_line(row, first + number, starts[number]) for number, row in enumerate(taken)]
    if _words(lines) == value.split():
        return tuple(lines)
    if quoted and lines and _words(lines[:-1]) + lines[-1].rstrip()[:-1].split() == value.split():
        return (*lines[:-1], lines[-1].cut(0, len(lines[-1].rstrip()) - 1))
    return lines_of(value, first=first, column=place.value.column, indent=place.value.column - 1)


def _line(row: str, number: int, column: int) -> Line:
    bare = row.lstrip(" ")
    return Line(bare, number, range(column + len(row) - len(bare), column + len(row)))


def _words(lines: Sequence[Line]) -> list[str]:
    return [word for line in lines for word in line.split()]
