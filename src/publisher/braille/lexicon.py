"""Words by the cells that they are written with: no table of liblouis is read backwards as well as it writes.

Every text is written forward, whole and word by word, in each code that it may be in; what a finger meets is then
looked up. Words that have the same cells are one, as they are for a finger.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from unicodedata import category, normalize

from publisher.braille.cells import BLANK
from publisher.braille.stretches import Codes

_OPENING, _CLOSING = "([“‘«„¿¡\"'*", ".,;:!?)]”’»\"'…*"
_FRAME = "xz"  # letters beside which signs are written as at the edge of any word
_EMPHASES = (1, 2, 4)  # liblouis's bits
_STRESSED = 6  # words: more than any code counts before it has signs for a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """Signs that may stand before a word, behind it (from their end), and for stress inside it."""

    opening: frozenset[str]
    closing: frozenset[str]
    stress: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What words stand for cells without a blank, by table; ``same`` names another word that has the same cells.

    ``marks`` are the signs of each table that words stand between.
    """

    known: dict[tuple[str, str], str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    marks: dict[str, _Marks] = field(default_factory=dict)

    def one(self, text: str) -> str:
        """``text`` with one word for all that have the same cells."""
        return re.sub(r"\w+", self._found, re.sub(r"\S+", self._found, text)) if self.same else text

    def word(self, cells: str, table: str) -> str | None:
        """The words that ``cells`` stand for, with signs around them or inside; None where they are nobody's."""
        if table not in self.marks or not cells:
            return None
        ways = (cells, *(cells.replace(mark, "") for mark in self.marks[table].stress if mark in cells))
        found = (self.known.get((table, bare)) for way in ways for bare in self._bare(way, table))
        return next((word for word in found if word is not None), None)

    def learn(self, cells: str, table: str, word: str) -> None:
        """``cells`` stand for ``word``, as they may do for others."""
        words = self.known.setdefault((table, cells), word), word
        first, this = sorted(map(self._first, words), key=lambda each: not _inside(each))  # signs are no words
        if _key(this) != _key(first):
            self.same[_key(this)] = first

    def _found(self, word: re.Match[str]) -> str:
        return self._first(word[0])

    def _first(self, word: str) -> str:
        while (key := _key(word)) in self.same:
            word = self.same[key]
        return word

    def _bare(self, cells: str, table: str) -> Iterator[str]:
        """The cells as they are, then without the signs that they may begin and end with."""
        cuts = _ends(cells[::-1], self.marks[table].closing)
        return (cells[start : len(cells) - cut] for start in _ends(cells, self.marks[table].opening) for cut in cuts)


def lexicon(texts: Iterable[str], plain: Iterable[str], languages: Set[str], codes: Codes) -> Lexicon:
    """The words of ``texts``, and of those that may be ``plain``, in the code of a book and in those of ``languages``.

    UEB alone has a sign for what is not contracted; elsewhere it may have the cells of a contraction. Raises
    BrailleFailed.
    """
    made, own, done = Lexicon(), codes.own, set[tuple[str, str, str]]()
    unsigned = () if own.ueb else tuple((text, ((own.plain, own.table),)) for text in plain)
    signed = tuple((text, ((own.table, own.table), (own.plain, own.plain))) for text in texts)
    for text, ways in dict.fromkeys((*signed, *unsigned)):
        text = "".join(letter for letter in normalize("NFC", text) if category(letter) != "Cf")
        for said in ("", *sorted(languages)):
            for stretch in codes.stretches(text, said=said, whole=True):
                table = codes.table(stretch.language)
                for way in ((table, table),) if stretch.language else ways:
                    _learn(stretch.text, *way, codes, made, done)
    return made


def _learn(text: str, table: str, read: str, codes: Codes, made: Lexicon, done: set[tuple[str, str, str]]) -> None:
    """Word by word and whole, once: written with one table, and read as if it were with another."""
    if read not in made.marks:
        made.marks[read] = _marks(read, codes)
    words = [each for word in text.split() if (bare := _inside(word)) for each in (word, bare)]
    new = [part for part in dict.fromkeys((*words, text)) if (part, table, read) not in done]
    done |= {(part, table, read) for part in new}
    for part in new:
        stressed = () if codes.own.ueb or part.split() != [part] else _EMPHASES  # they undo some contractions
        for emphasis in (0, *stressed):
            for cells, word in _written(part, table, codes, emphasis):
                made.learn(cells, read, word)


def _written(text: str, table: str, codes: Codes, emphasis: int) -> Iterator[tuple[str, str]]:
    """Cells without a blank, each with the words that they are written for."""
    own = table in (codes.own.table, codes.own.plain)
    fit = (made if own else made.replace("’", "'") for made in codes.fitting.fit(text, table))
    fitted = [(letter, at) for at, letters in enumerate(fit) for letter in letters]
    if not fitted:
        return
    cells, sources = codes.louis.cells("".join(letter for letter, _ in fitted), table, [emphasis] * len(fitted))
    begin, written = 0, ""
    for cell, source in zip((*cells, BLANK), (*sources, len(fitted)), strict=True):
        at = fitted[source][1] if source < len(fitted) else len(text)
        if cell != BLANK:
            written += cell if cell <= "\u283f" else chr(ord(cell) & ~0xC0)
            continue
        words = text[begin : max(at, begin + 1)].strip()
        if written and (_inside(words) or 0 < begin < at < len(text)):  # at its ends, signs belong to what is beside
            yield written, words
        begin, written = at, ""


def _marks(table: str, codes: Codes) -> _Marks:
    """Signs of reading and of stress as they stand beside a word."""
    plain = codes.louis.cells(_FRAME, table)[0]
    signs = [codes.louis.cells(f"{sign}{_FRAME}", table)[0] for sign in _OPENING]
    signs += [codes.louis.cells(f"{_FRAME}{sign}", table)[0] for sign in _CLOSING]
    texts = [(" ".join([_FRAME] * count), bit) for count in (1, _STRESSED) for bit in _EMPHASES]
    cells = (codes.louis.cells(text, table, [bit] * len(text))[0] for text, bit in texts)
    stressed = [word for words in cells for word in words.split(BLANK)]
    stress = {mark for around in _beside(stressed, plain) for mark in around}
    around = _beside((*signs, *stressed), plain)
    return _Marks(
        opening=frozenset(before for before, _ in around if before),
        closing=frozenset(behind[::-1] for _, behind in around if behind),
        stress=frozenset(filter(None, stress)),
    )


def _beside(written: Iterable[str], plain: str) -> list[tuple[str, str]]:
    parted = (each.partition(plain) for each in written)
    return [(before, behind) for before, found, behind in parted if found]


def _ends(cells: str, marks: frozenset[str]) -> list[int]:
    """Where a word may begin behind signs, the first first."""
    found = [0]
    for at in found:
        found += [at + len(mark) for mark in marks if cells.startswith(mark, at) and at + len(mark) not in found]
    return sorted(end for end in found if end < len(cells))


def _inside(word: str) -> str:
    """A word without signs at its ends."""
    inside = [at for at, letter in enumerate(word) if letter.isalnum()]
    return word[inside[0] : inside[-1] + 1] if inside else ""


def _key(word: str) -> str:
    return _inside(word).casefold() or word
