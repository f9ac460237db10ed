"""Runs in, words of braille cells out: which table writes what, and which signs tell a reader so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import category, normalize

from publisher.braille.cells import (
    BLANK,
    BOLD_ENDS,
    BOLD_PASSAGE,
    BOLD_WORD,
    ITALIC_ENDS,
    ITALIC_PASSAGE,
    ITALIC_WORD,
    LOWERED,
    NOTE,
    NOTE_ENDS,
    PLAIN_ENDS,
    PLAIN_PASSAGE,
    PLAIN_WORD,
    RAISED,
)
from publisher.braille.code import Code
from publisher.braille.liblouis import Liblouis
from publisher.braille.stretches import Codes
from publisher.editions.braille.numbers import apart, parted
from publisher.editions.braille.pieces import BOLD, BREAK, ITALIC, Run
from publisher.model.locale import primary

# Signs of UEB, in the words of other codes.
_ELSEWHERE = {NOTE: "[", NOTE_ENDS: "]", PLAIN_PASSAGE: "", PLAIN_ENDS: "", RAISED: "^", LOWERED: ""}
_SEPARATORS = frozenset("/.?&=-_#:@,;")  # an address may go on in the next line behind these
_STRESS = {ITALIC: (ITALIC_WORD, ITALIC_PASSAGE, ITALIC_ENDS), BOLD: (BOLD_WORD, BOLD_PASSAGE, BOLD_ENDS)}
_LAST = "\u283f"  # of the cells of six dots
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
    """A character to be translated, or a sign for the places between words.

    ``form`` says with what others it goes; ``language`` names the code of what is not in the book's.
    """

    text: str
    form: str
    emphasis: int = 0
    language: str = ""

    @property
    def kind(self) -> tuple[str, ...]:
        """What must be the same of characters that are translated together."""
        return (self.form, self.language, str(self.emphasis)) if self.language else (self.form,)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell. A line may break before it where ``free``; ``mark`` is a letter that is no cell."""

    text: str
    free: bool = False
    mark: _Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribe:
    """Who writes words in the braille codes of a book; ``written`` are the few words that come again and again."""

    codes: Codes
    written: dict[str, str] = field(default_factory=dict)

    @property
    def louis(self) -> Liblouis:
        return self.codes.louis

    @property
    def code(self) -> Code:
        return self.codes.own

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
        """The words of a run that hold a character without braille, in any code that they may be in."""
        lost = self.lost(run)
        return " ".join(word for word in run.text.split() if not lost.isdisjoint(word))

    def lost(self, run: Run) -> frozenset[str]:
        """The characters of a run that are without braille."""
        lost = (self.codes.fitting.lost(text, table) for text, table, _ in self._parts(run))
        return frozenset().union(*lost)

    def languages(self, run: Run) -> frozenset[str]:
        """The letters that name the other codes that some words of a run are in."""
        return frozenset(language for _, _, language in self._parts(run) if language)

    def _parts(self, run: Run) -> Iterator[tuple[str, str, str]]:
        """The text of a run in its codes: each part with its table, and the letters that name its code."""
        text = _ELSEWHERE[run.text] if run.cells else run.text
        text = "".join(letter for letter in normalize("NFC", text) if category(letter) != "Cf")
        said = "" if run.plain else run.language
        for stretch in () if run.cells and self.code.ueb else self.codes.stretches(text, said=said, whole=run.whole):
            plain = stretch.language or self._is_plain(run)
            table = self.codes.table(stretch.language) if plain else self.code.table
            yield stretch.text, table, stretch.language

    def _is_plain(self, run: Run) -> bool:
        """Whether a run is not contracted: contractions are those of one language."""
        return run.plain or (run.language != "" and primary(run.language) != primary(self.codes.language))

    def _letters(self, runs: Sequence[Run]) -> Iterator[_Letter]:
        """The characters of the runs; what is plain reaches to the end of its last word, as its sign does."""
        before = _Letter(" ", "text")
        for run in runs:
            if run.turn:
                yield _Letter(run.turn, "turn")
            if run.cells and self.code.ueb:
                yield _Letter(run.text, "cells")
                continue
            own = "text" if not self._is_plain(run) else "bare" if run.bare else "plain"
            for text, table, language in self._parts(run):
                form = "other" if language else own
                for letter, fitting in zip(text, self.codes.fitting.fit(text, table), strict=True):
                    if letter == BREAK:
                        before = _Letter("", "break")
                    elif letter.isspace():
                        before = _Letter(" ", form, run.emphasis, language)
                    else:
                        if before.form == "other" and fitting == "’":
                            fitting = "'"  # no quotation ends before the word does
                        before = _Letter(fitting, _beside(before, form), run.emphasis, language)
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
        if self.code.ueb:
            text = apart(text)
        if form == "text":
            for start, end in pairwise(parted(text) if self.code.ueb else (0, len(text))):
                cells, _ = self._six_dots(text[start:end], self.code.table, emphasis[start:end])
                yield from map(_Cell, cells)
        elif form == "other":
            yield from map(_Cell, self._other(text, segment[0]))
        else:
            cells, sources = self._six_dots(text, self.code.plain, emphasis)
            free = _free(text, sources)
            made = [_Cell(cell, number in free) for number, cell in enumerate(cells)]
            yield from _signed(made) if form == "plain" and self._needs_sign(text, cells) else made

    def _other(self, text: str, first: _Letter) -> str:
        """Words in another code between the signs that name it, and the signs of their stress around those."""
        words = text.strip()
        before, _, after = text.partition(words) if words else ("", "", text)
        start, end = self.codes.signs(first.language)
        cells, _ = self._six_dots(words, self.codes.table(first.language), ())
        made = f"{start}{cells}{end}" if words else ""
        for bit, (word, passage, ends) in _STRESS.items() if words and self.code.ueb else ():
            if first.emphasis & bit:
                made = f"{passage}{made}{ends}" if BLANK in cells else f"{word}{made}"
        return f"{BLANK * len(before)}{made}{BLANK * len(after)}"

    def _six_dots(self, text: str, table: str, emphasis: Sequence[int]) -> tuple[str, Sequence[int]]:
        """The cells of a text, and the index of the character of each; dots 7 and 8 are those of a sign there."""
        cells, sources = self.louis.cells(text, table, emphasis)
        found = zip(cells, sources, strict=True)
        return "".join(self._six(text[at], table, cell) if cell > _LAST else cell for cell, at in found), sources

    def _six(self, sign: str, table: str, cell: str) -> str:
        """A cell of six dots for ``sign``: as at a word's beginning or end, or else the same without dots 7 and 8."""
        for text in (f"{sign}α", f"α{sign}"):
            cells, sources = self.louis.cells(text, table)
            own = [each for each, at in zip(cells, sources, strict=True) if text[at] == sign]
            if len(own) == 1 and own[0] <= _LAST:
                return own[0]
        return chr(ord(cell) & ~0xC0)

    def _needs_sign(self, text: str, plain: str) -> bool:
        """Whether a reader would take the cells for contractions: not where the words have none, or none are words."""
        letters = _SPACES.sub("", text)
        same = self.louis.cells(text, self.code.table)[0] == plain
        return self.code.ueb and self.code.table != self.code.plain and not (same and letters.isalpha())


def _beside(before: _Letter, form: str) -> str:
    """The form of a letter behind another: no contraction stands in a word that began without any."""
    if form != "text" or before.text.isspace():
        return form
    return "plain" if before.form == "plain" else "bare" if before.form in ("other", "bare") else form


def _segments(letters: Iterator[_Letter]) -> Iterator[Sequence[_Letter]]:
    segment: list[_Letter] = []
    for letter in letters:
        if segment and letter.kind != segment[0].kind:
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
