"""Uncontracted braille read letter by letter: some of liblouis's tables cannot be read backwards.

A reading counts only where it is written in the very same cells again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.braille.cells import BLANK
from publisher.braille.liblouis import Liblouis

_SIGNS = "".join(map(chr, (*range(0x20, 0x41), *range(0x5B, 0x60), *range(0x2013, 0x2027), 0xA1, 0xAB, 0xBB, 0xBF)))
_LATIN = "".join(chr(code) for code in (*range(0x61, 0x7B), *range(0xDF, 0x180)) if chr(code).islower())
_CYRILLIC = "".join(chr(code) for code in (*range(0x430, 0x460), *range(0x490, 0x530)) if chr(code).islower())
_FINAL = dict(zip("כמנפצ", "ךםןףץ", strict=True))
_AT_END = re.compile(rf"[{''.join(_FINAL)}]\b")
_HEBREW = "".join(sorted(map(chr, range(0x5D0, 0x5EB)), key=lambda letter: letter in _FINAL.values()))
ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "LATIN": _LATIN + _LATIN.upper() + _SIGNS,
        "CYRILLIC": _CYRILLIC + _CYRILLIC.upper() + _SIGNS,
        "HEBREW": _HEBREW + _SIGNS + _LATIN,
    }
)
_PAIRS = ("ch", "dd", "ff", "ll", "ng", "ph", "rh", "th", "sch")  # that have a cell of their own in some tables
_ALONE = "⠰"  # before a letter that is no word
_LONGEST = 6  # cells of a letter
_GOES_ON = frozenset(".,")  # a number does, behind these


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What the cells of some tables stand for; ``known`` are the letters of each by their cells."""

    louis: Liblouis
    known: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def words(self, cells: str, table: str, script: str) -> str:
        """The words in ``script`` that cells stand for: as they are spelled, or else as well as liblouis knows."""
        if script not in ALPHABETS:
            return self.louis.words(cells, table)
        words = " ".join(self._word(word, table, script) for word in cells.split(BLANK))
        return _AT_END.sub(lambda found: _FINAL[found[0]], words) if script == "HEBREW" else words

    def _word(self, cells: str, table: str, script: str) -> str:
        """Of Latin letters liblouis mostly knows; a table for others gives Latin ones where its own are meant."""
        known = self.louis.words(cells, table)
        if script == "LATIN" and self._stands(known, cells, table):
            return known
        spelled = "".join(self._spelled(cells, self._letters(table, ALPHABETS[script])))
        return spelled if self._stands(spelled, cells, table) else known

    def _stands(self, words: str, cells: str, table: str) -> bool:
        return self.louis.cells(words, table)[0] == cells

    def _spelled(self, cells: str, letters: Mapping[str, str]) -> Iterator[str]:
        digits = {each[-1]: letter for each, letter in letters.items() if letter.isdecimal()}
        at, number = 0, False
        while at < len(cells):
            size = next((size for size in range(_LONGEST, 0, -1) if cells[at : at + size] in letters), 1)
            known = letters.get(cells[at : at + size], "?")
            if number and cells[at] in digits:
                size, known = 1, digits[cells[at]]
            number = known.isdecimal() or (number and known in _GOES_ON)
            yield known
            at += size

    def _letters(self, table: str, alphabet: str) -> Mapping[str, str]:
        """The letters of a table by their cells; of two with the same, that which comes first."""
        if table not in self.known:
            lacking = self.louis.lacks(table, alphabet + "chdflgnprs")
            made = {_ALONE: ""}
            for letter in (*alphabet, *_PAIRS):
                cells = "" if not lacking.isdisjoint(letter) else self._cells(letter, table, alphabet[1])
                if cells and not "".join(self._spelled(cells, made)).isalpha():  # ae is two letters before it is one
                    made.setdefault(cells, letter)
            self.known[table] = made
        return self.known[table]

    def _cells(self, letter: str, table: str, beside: str) -> str:
        """The cells of a letter in a word: alone, some tables put a sign before it."""
        alone = self.louis.cells(letter, table)[0]
        frame = self.louis.cells(beside, table)[0][-1:]
        inside = self.louis.cells(f"{beside}{beside}{letter}{beside}{beside}", table)[0] if letter.isalpha() else ""
        framed = inside.startswith(frame * 2) and inside.endswith(frame * 2)
        return inside[2:-2] if framed and alone.endswith(inside[2:-2]) else alone
