"""Which braille code each stretch of a text is written in: that of the book, or that of another language.

UEB (2013) §13.5: words of other languages in Latin letters keep UEB's signs. §13.6: what is more than a few words, and
what UEB has no letters for, has the code of its own language, between the signs of §14.3.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from unicodedata import combining

from publisher.braille.cells import NAMED, OTHER, OTHER_ENDS, from_ascii
from publisher.braille.code import Code
from publisher.braille.fitting import Fitting
from publisher.braille.languages import named, script, script_of, table, usual
from publisher.braille.liblouis import Liblouis
from publisher.braille.spelling import Spelling
from publisher.model.locale import primary

# Greek letters are signs of UEB and other codes one by one; words are not spelled with signs.
_GREEK = "[\u0370-\u03ff\u1f00-\u1fff]"
_GREEK_WORDS = re.compile(rf"(?:{_GREEK}+\s+)*{_GREEK}{{3,}}(?:\s+{_GREEK}+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words in the code that the letters ``language`` name, or in the book's where there are none."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes of a book: its own, and those of the languages that it holds words of.

    ``language`` is the book's.
    """

    louis: Liblouis
    own: Code
    language: str
    fitting: Fitting
    spelling: Spelling
    tables: dict[str, str] = field(default_factory=dict)

    def table(self, language: str) -> str:
        """The table of the code that ``language`` names; nothing where there is none."""
        if language not in self.tables:
            self.tables[language] = table(language, self.louis) if language else self.own.plain
        return self.tables[language]

    def words(self, cells: str, language: str) -> str:
        """The words of the code that ``language`` names, or of the book's, that cells stand for."""
        if not language:
            return self.louis.words(cells, self.own.table)
        return self.spelling.words(cells, self.table(language), script_of(language))

    def signs(self, language: str) -> tuple[str, str]:
        """The cells around words of the code that ``language`` names: UEB's signs, or brackets and these letters."""
        if self.own.ueb:
            return f"{OTHER}{from_ascii(language.upper())}{NAMED}", OTHER_ENDS
        start, end = (self.louis.cells(text, self.own.plain)[0] for text in (f"[{language}: ", "]"))
        return start, end

    def stretches(self, text: str, *, said: str = "", whole: bool = False) -> tuple[Stretch, ...]:
        """``text`` in stretches of one code each. It is ``said`` to be in a language, and may be a ``whole`` block."""
        if text.isascii() and not said:
            return (Stretch(text=text),)
        found = zip(text, self._languages(text, said, whole))
        groups = groupby(found, key=lambda each: each[1])
        return tuple(Stretch(text="".join(letter for letter, _ in group), language=each) for each, group in groups)

    def _languages(self, text: str, said: str, whole: bool) -> Sequence[str]:
        """The code of each character."""
        base = self._base(text, said, whole)
        made = [base] * len(text)
        strange = self.fitting.lost(text, self.table(base))
        odd = _whole_words(text, [letter in strange for letter in text])
        for word in () if base or self.own.table == self.table("el") else _GREEK_WORDS.finditer(text):
            odd[word.start() : word.end()] = map(str.isalpha, word[0])
        for start, end in _runs(text, odd):
            words = text[start:end]
            ways = (("",) if base else ()) + usual(words, said)
            fitting = (way for way in ways if self.table(way) and not self.fitting.lost(words, self.table(way)))
            made[start:end] = [next(fitting, base)] * (end - start)
        return made

    def _base(self, text: str, said: str, whole: bool) -> str:
        """The code of most characters: that of the language that is said, where the book's has not all its letters."""
        language = named(said) if said and primary(said) != primary(self.language) else ""
        if not language or not self.table(language) or not any(map(str.isalpha, text)):
            return ""
        fit = self.fitting.fit(text, self.own.plain)
        strange = any(letter.isalpha() and (script(letter) or each != letter) for letter, each in zip(text, fit))
        return language if strange or (whole and self.own.ueb) else ""


def codes(own: Code, louis: Liblouis, language: str) -> Codes:
    """The codes of a book in ``language``, whose ``own`` is this one."""
    return Codes(louis=louis, own=own, language=language, fitting=Fitting(louis=louis), spelling=Spelling(louis=louis))


def _whole_words(text: str, odd: Sequence[bool]) -> list[bool]:
    """The words of other scripts that hold an odd letter are odd from end to end."""
    made = list(odd)
    for around in (range(1, len(text)), range(len(text) - 2, -1, -1)):
        step = around.step
        for at in around:
            made[at] = made[at] or (made[at - step] and script(text[at]) == script(text[at - step]) != "")
    return made


def _runs(text: str, odd: Sequence[bool]) -> list[tuple[int, int]]:
    """The odd letters of one script in a row; marks, signs and blanks between them belong to them."""
    made: list[tuple[int, int]] = []
    last = ""
    for at, letter in enumerate(text):
        behind = made[-1][1] if made else 0
        if odd[at]:
            if made and script(letter) == last and not any(map(str.isalnum, text[behind:at])):
                made[-1] = (made[-1][0], at + 1)
            else:
                made.append((at, at + 1))
            last = script(letter)
        elif made and behind == at and combining(letter):
            made[-1] = (made[-1][0], at + 1)
    return made
