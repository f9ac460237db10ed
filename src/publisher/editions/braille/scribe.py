"""Runs in, words of braille cells out: which table writes what, and which signs tell a reader so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import category, combining, normalize

from publisher.braille.cells import BLANK, LOWERED, NOTE, NOTE_ENDS, PLAIN_ENDS, PLAIN_PASSAGE, PLAIN_WORD, RAISED
from publisher.braille.code import Code
from publisher.braille.liblouis import Liblouis
from publisher.editions.braille.pieces import BREAK, Run

# What a table may lack although the words can be written without it. UEB lacks none of these.
_INSTEAD = {"•": "-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "−": "-", "\u2011": "-"}
# Signs of UEB, in the words of other codes.
_ELSEWHERE = {NOTE: "[", NOTE_ENDS: "]", PLAIN_PASSAGE: "", PLAIN_ENDS: "", RAISED: "^", LOWERED: ""}
_SEPARATORS = frozenset("/.?&=-_#:@,;")  # an address may go on in the next line behind these
_UNKNOWN = "?"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Cells without a blank. A line may break before the cells at ``breaks``; ``ends`` ends the line.

    A word without cells may say instead that the page ``turn`` of print begins here.
    """

    cells: str = ""
    breaks: tuple[int, ...] = ()
    turn: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character to be translated, or a sign for the places between words; ``form`` says with what others it goes."""

    text: str
    form: str
    emphasis: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell. A line may break before it where ``free``; ``mark`` is a letter that is no cell."""

    text: str
    free: bool = False
    mark: _Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribe:
    """Who writes words in a braille code.

    ``known`` is what it has learned of characters, by table; ``written`` are the few words that come again and again.
    """

    louis: Liblouis
    code: Code
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def words(self, runs: tuple[Run, ...]) -> tuple[Word, ...]:
        """The runs as words, in order."""
        cells = [cell for segment in _segments(self._letters(runs)) for cell in self._cells(segment)]
        return tuple(_words(cells))

    def cells(self, text: str) -> str:
        """A few words in one line of cells."""
        if text not in self.written:
            self.written[text] = BLANK.join(word.cells for word in self.words((Run(text=text),)))
        return self.written[text]

    def unwritten(self, run: Run) -> str:
        """The words of a run that hold a character without braille."""
        table = self.code.plain if run.plain else self.code.table
        fit = self._fit(run.text, table)
        lost = {letter for letter in run.text if fit.get(letter) == _UNKNOWN != letter}
        return " ".join(word for word in run.text.split() if not lost.isdisjoint(word))

    def _fit(self, text: str, table: str) -> dict[str, str]:
        """What is written for each character of ``text``."""
        new = {letter for letter in text if (table, letter) not in self.known}
        if new:
            lacking = self.louis.lacks(table, "".join(sorted(new)))
            for letter in new:
                self.known[table, letter] = self._substitute(letter, table) if letter in lacking else letter
        return {letter: self.known[table, letter] for letter in set(text)}

    def _substitute(self, letter: str, table: str) -> str:
        if category(letter) == "Cf" or combining(letter):
            return ""
        bare = "".join(part for part in normalize("NFKD", _INSTEAD.get(letter, letter)) if not combining(part))
        return bare if bare != letter and not self.louis.lacks(table, bare) else _UNKNOWN

    def _letters(self, runs: Sequence[Run]) -> Iterator[_Letter]:
        """The characters of the runs; what is plain reaches to the end of its last word, as its sign does."""
        before = _Letter(" ", "text")
        for run in runs:
            if run.turn:
                yield _Letter(run.turn, "turn")
            if run.cells and self.code.ueb:
                yield _Letter(run.text, "cells")
                continue
            text = _ELSEWHERE[run.text] if run.cells else run.text
            form = "text" if not run.plain else "bare" if run.bare else "plain"
            table = self.code.plain if run.plain else self.code.table
            text = "".join(letter for letter in normalize("NFC", text) if category(letter) != "Cf")
            fit = self._fit(text, table)
            for letter in text:
                if letter == BREAK:
                    before = _Letter("", "break")
                elif letter.isspace():
                    before = _Letter(" ", form, run.emphasis)
                else:
                    joined = form == "text" and before.form == "plain" and before.text != " "
                    before = _Letter(fit[letter], "plain" if joined else form, run.emphasis)
                yield before

    def _cells(self, segment: Sequence[_Letter]) -> Iterator[_Cell]:
        form = segment[0].form
        if form in ("turn", "break"):
            yield from (_Cell("", mark=letter) for letter in segment)
        elif form == "cells":
            yield from (_Cell(cell) for letter in segment for cell in letter.text)
        else:
            yield from self._translated(segment, form)

    def _translated(self, segment: Sequence[_Letter], form: str) -> Iterator[_Cell]:
        text = "".join(letter.text for letter in segment)
        emphasis = [letter.emphasis for letter in segment for _ in letter.text]
        if form == "text":
            yield from map(_Cell, _six_dots(self.louis.cells(text, self.code.table, emphasis)[0]))
            return
        cells, sources = self.louis.cells(text, self.code.plain, emphasis)
        cells = _six_dots(cells)
        free = _free(text, sources)
        made = [_Cell(cell, number in free) for number, cell in enumerate(cells)]
        yield from _signed(made) if form == "plain" and self._needs_sign(text, cells) else made

    def _needs_sign(self, text: str, plain: str) -> bool:
        """Whether a reader would take the cells for contractions: not where the words have none, or none are words."""
        letters = _SPACES.sub("", text)
        same = self.louis.cells(text, self.code.table)[0] == plain
        return self.code.ueb and self.code.table != self.code.plain and not (same and letters.isalpha())


def _six_dots(cells: str) -> str:
    """The cells without dots 7 and 8: some tables write them in an address, whose signs have six dots elsewhere."""
    return "".join(chr(ord(cell) & ~0xC0) if "\u2840" <= cell <= "\u28ff" else cell for cell in cells)


def _segments(letters: Iterator[_Letter]) -> Iterator[Sequence[_Letter]]:
    segment: list[_Letter] = []
    for letter in letters:
        if segment and letter.form != segment[0].form:
            yield segment
            segment = []
        segment.append(letter)
    if segment:
        yield segment


def _free(text: str, sources: Sequence[int]) -> frozenset[int]:
    """The cells before which a line may break: behind a separator, outside numbers, whose sign would be missed."""
    found = set()
    for number, (before, here) in enumerate(zip(sources, sources[1:]), start=1):
        separated = before != here and text[before] in _SEPARATORS and text[here] not in _SEPARATORS
        if separated and not (text[here].isdigit() and text[max(0, before - 1)].isdigit()):
            found.add(number)
    return frozenset(found)


def _signed(cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """The cells with the signs of grade 1: before each of one or two words, around more (UEB 2013 §5)."""
    text = "".join(cell.text for cell in cells)
    words = [word for word in text.split(BLANK) if word]
    first, last = len(text) - len(text.lstrip(BLANK)), len(text.rstrip(BLANK)) - 1
    for number, cell in enumerate(cells):
        starts = cell.text != BLANK and (number == 0 or text[number - 1] == BLANK)
        if len(words) > 2:
            yield from map(_Cell, PLAIN_PASSAGE if number == first else "")
        elif starts:
            yield from map(_Cell, PLAIN_WORD)
        yield cell
        if len(words) > 2 and number == last:
            yield from map(_Cell, PLAIN_ENDS)


def _words(cells: Sequence[_Cell]) -> Iterator[Word]:
    word: list[_Cell] = []
    for cell in (*cells, _Cell(BLANK)):
        if word and (cell.mark or cell.text == BLANK):
            breaks = tuple(number for number, each in enumerate(word) if each.free)
            yield Word(cells="".join(each.text for each in word), breaks=breaks)
            word = []
        if cell.mark:
            yield Word(turn=cell.mark.text) if cell.mark.form == "turn" else Word(ends=True)
        elif cell.text != BLANK:
            word.append(cell)
