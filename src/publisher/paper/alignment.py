"""Which characters of the source stand in which piece of a line. The page map and the tags both ask here."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from publisher.xhtml.running import FOOT, IGNORED


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line: characters ``start`` to ``end`` of the document, counted without white space.

    ``hyphen`` tells whether it ends in a hyphen that the source does not have.
    """

    start: int
    end: int
    hyphen: bool


@dataclass(slots=True)
class _OwnText:
    """The characters of an element's text and of its children's tails, each with its place in the document."""

    characters: list[str] = field(default_factory=list)
    places: "array[int]" = field(default_factory=lambda: array("L"))
    used: int = 0


class SourceText:
    """All text under an element, without white space; each element's own is used up piece by piece."""

    def __init__(self, root: Any) -> None:
        self._own: dict[Any, _OwnText] = {}
        self._spaced = bytearray(1)  # whether white space stands before a place, and before the next one
        self._feet: dict[int, int] = {}  # where a note at the foot begins, and where the text goes on behind it
        self._read(root)

    @property
    def _count(self) -> int:
        """How many characters have been read."""
        return len(self._spaced) - 1

    def _read(self, element: Any) -> None:
        own = self._own[element] = _OwnText()
        start = self._count
        if element.tag == "br":
            self._spaced[-1] = True
        self._squeeze(element.text, own)
        for child in element:
            if isinstance(child.tag, str):  # and no comment
                self._read(child)
            self._squeeze(child.tail, own)
        if element.get("class") == FOOT:
            self._feet[start] = self._count

    def _squeeze(self, text: str | None, own: _OwnText) -> None:
        spaced = self._spaced
        for character in text or "":
            if character.isspace():
                spaced[-1] = True
            elif character not in IGNORED:
                own.characters.append(character)
                own.places.append(len(spaced) - 1)
                spaced.append(False)

    @property
    def unused(self) -> Mapping[Any, str]:
        """What has reached no line, by element, with a space where white space stands between two characters."""
        return {element: self._rest(own) for element, own in self._own.items() if own.used < len(own.characters)}

    def _rest(self, own: _OwnText) -> str:
        return self._words(own, own.used, len(own.characters))

    def _words(self, own: _OwnText, start: int, end: int) -> str:
        letters = zip(own.characters[start:end], own.places[start:end], strict=True)
        return "".join(f" {letter}" if self._spaced[place] else letter for letter, place in letters).strip()

    def take(self, element: Any, text: str, hyphen: str) -> Piece | None:
        """The next piece of ``element``'s own text, which reads ``text``; None where the two differ.

        ``hyphen`` is what a broken word ends in; letters may differ in case, as style sheets change it.
        """
        own = self._own[element]
        wanted = "".join(c for c in text if not c.isspace() and c not in IGNORED).casefold()
        end = own.used
        while wanted and end < len(own.characters):
            folded = own.characters[end].casefold()
            if not wanted.startswith(folded):
                break
            wanted = wanted.removeprefix(folded)
            end += 1
        if end == own.used or wanted not in ("", hyphen):
            return None
        piece = Piece(own.places[own.used], own.places[end - 1] + 1, bool(wanted))
        own.used = end
        return piece

    def written(self, element: Any, piece: Piece) -> str:
        """A ``piece`` of ``element``'s own text as it stands there, with one space for white space within it."""
        own = self._own[element]
        start, end = bisect_left(own.places, piece.start), bisect_left(own.places, piece.end)
        return self._words(own, start, end)

    def spaced(self, before: Piece, after: Piece) -> bool:
        """Whether white space stands between two pieces, the second of which follows the first."""
        place = before.end
        while place <= after.start and not self._spaced[place]:
            place = self._feet.get(place, place + 1)
        return place <= after.start
