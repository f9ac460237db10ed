"""A BRF file read back into words: what is in the file, not what the edition meant to put there."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, zip_longest

from publisher.braille.cells import (
    BLANK,
    BOX,
    BOX_ENDS,
    CONTINUED,
    LEADER,
    LOWERED,
    NOTE,
    NOTE_ENDS,
    RAISED,
    TURN,
    from_ascii,
)
from publisher.braille.code import UEB, code
from publisher.braille.languages import LANGUAGES
from publisher.braille.lexicon import Lexicon, lexicon
from publisher.braille.liblouis import Liblouis, liblouis
from publisher.braille.stretches import Codes, codes
from publisher.diagnostics import BrailleFailed

PAGE_END = "\f"
_RULES = re.compile(f"{BLANK}*(?:{TURN}{{5,}}.*|[{BOX}]{{5,}}|[{BOX_ENDS}]{{5,}})")
_INFORMATION = re.compile(
    f"[^{BLANK}]{BLANK}{{3,}}[^{BLANK}]+$|^{BLANK}{{9,}}⠼[^{BLANK}]+$"
)  # with a number at its edge
_LEADERS = re.compile(f"{BLANK}{LEADER}{{2,}}(?={BLANK})")
# Italic, underlined and bold: symbol, word, passage and their ends (UEB 2013 §9). liblouis does not read them back.
_EMPHASIS = re.compile("[⠨⠸⠘][⠆⠂⠶⠄]")
_SHIFTS = {RAISED: "⠈⠢", LOWERED: ""}  # read back as ^6, or with nothing: liblouis knows few of them
_SHIFTED = re.compile(f"(?:{RAISED}|{LOWERED})(?=⠼)")
# A letter between full stops does not stand alone (UEB §2.6), but liblouis reads e.g. as e.go.
_LETTER = re.compile("(?<=⠲)(?=⠠?[⠁⠃⠉⠙⠑⠋⠛⠓⠚⠅⠇⠍⠝⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵]⠲)")
_NOBODYS = "⠭⠵⠭⠚⠭⠵⠭"  # the letters of no word
_PLAIN = re.compile(f"(?:⠰⠰⠰(?P<passage>.*?)⠰⠄|⠰⠰(?P<word>[^{BLANK}]+))")


def pages(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of each page of a BRF file, in Unicode cells."""
    text = from_ascii(data.decode("ascii")).replace("\r\n", "\n")
    return tuple(tuple(page.removesuffix("\n").split("\n")) for page in text.removesuffix(PAGE_END).split(PAGE_END))


def passages(data: bytes, is_word: Callable[[str], bool] = lambda cells: False) -> tuple[str, ...]:
    """The text of a file of ours in Unicode cells, from one blank line to the next: headings, lists and paragraphs.

    Information lines, lines that only mark a place, and the blank cells at the edges of a line are left out; what goes
    on in the next line is joined, but for what ``is_word`` with the same sign at its end.
    """
    lines = [line for page in pages(data) for line in page[1 if _INFORMATION.search(page[0]) else 0 :]]
    return tuple(_joined(group, is_word) for group in _groups(line for line in lines if not _RULES.fullmatch(line)))


def _groups(lines: Iterable[str]) -> Iterator[Sequence[str]]:
    group: list[str] = []
    for line in (*lines, ""):
        if line.strip(BLANK):
            group.append(line.strip(BLANK))
        elif group:
            yield group
            group = []


def _joined(lines: Sequence[str], is_word: Callable[[str], bool]) -> str:
    goes_on = (line.endswith(CONTINUED) and not is_word(line.rpartition(BLANK)[2]) for line in lines)
    text = "".join(
        line.removesuffix(CONTINUED) if going else f"{line}{BLANK}" for line, going in zip(lines, goes_on, strict=True)
    )
    return _LEADERS.sub("", text).strip(BLANK)


def read_brf(data: bytes, *, table: str = UEB, words: Lexicon = Lexicon()) -> tuple[str, ...]:
    """The words of a BRF file of ours, passage by passage: those that are known, the others by back-translation.

    ``table`` is that of the book. Raises ToolMissing without liblouis, and BrailleFailed for a table that it lacks.
    """
    with liblouis() as louis:
        reader = _Reader(codes=_codes(table, louis), words=words)
        others = _others(reader.codes)
        return tuple(reader.passage(text, others) for text in passages(data, reader.is_known))


def languages(data: bytes, *, table: str = UEB) -> frozenset[str]:
    """The letters that name the codes of a file of ours beside that of its ``table``. Raises as ``read_brf``."""
    with liblouis() as louis:
        others = _others(_codes(table, louis))
        return frozenset(_name(found) for text in passages(data) for found in others.finditer(text))


def known(texts: Iterable[str], plain: Iterable[str], languages: Set[str], *, table: str = UEB) -> Lexicon:
    """As ``lexicon``, in the code of ``table``. Raises as ``read_brf``."""
    with liblouis() as louis:
        return lexicon(texts, plain, languages, _codes(table, louis))


def _codes(table: str, louis: Liblouis) -> Codes:
    known = code(table, louis)
    if known is None:
        raise BrailleFailed(f"liblouis has no table '{table}'")
    return codes(known, louis, "")


def _others(known: Codes) -> re.Pattern[str]:
    """Words in each other code between its signs."""
    signs = ((name, *known.signs(name)) for name in sorted(LANGUAGES))
    return re.compile("|".join(f"{start}(?P<{name}>.*?){end}" for name, start, end in signs))


def _name(found: re.Match[str]) -> str:
    """The letters that name the code of some words."""
    return next(name for name, words in found.groupdict().items() if words is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Who reads the codes of a book, and the words that are known."""

    codes: Codes
    words: Lexicon

    def is_known(self, cells: str) -> bool:
        return self.words.word(cells, self.codes.own.table) is not None

    def passage(self, cells: str, others: re.Pattern[str]) -> str:
        """The words of a passage. What is in other codes is read apart; what is around it is read as around a word."""
        strange = [self._foreign(found[_name(found)], _name(found)) for found in others.finditer(cells)]
        whole = others.sub(_NOBODYS, cells)
        said = self._english(whole) if self.codes.own.ueb else self._own(whole)
        parts = re.split(self.codes.words(_NOBODYS, ""), said, flags=re.I)
        return "".join(part + word for part, word in zip_longest(parts, strange, fillvalue=""))

    def _foreign(self, cells: str, language: str) -> str:
        table = self.codes.table(language)
        return self._read(cells, table, lambda strange: self.codes.words(strange, language))

    def _own(self, cells: str) -> str:
        """Nothing says what is not contracted."""
        table = self.codes.own.table
        return self._read(cells, table, lambda strange: self.codes.louis.words(strange, table), self.codes.own.plain)

    def _english(self, cells: str) -> str:
        unmarked = _EMPHASIS.sub("", cells.replace(NOTE_ENDS, "").replace(NOTE, ""))
        said, end, own = "", 0, self.codes.own
        for found in _PLAIN.finditer(unmarked):
            said += self._ueb(unmarked[end : found.start()], own.table)
            said += self._ueb(found["passage"] or found["word"], own.plain)
            end = found.end()
        return said + self._ueb(unmarked[end:], own.table)

    def _ueb(self, cells: str, table: str) -> str:
        def back(strange: str) -> str:
            lettered = _LETTER.sub("⠰", strange)
            return self.codes.louis.words(_SHIFTED.sub(lambda found: _SHIFTS[found[0]], lettered), table)

        return self._read(cells, table, back)

    def _read(self, cells: str, table: str, back: Callable[[str], str], otherwise: str = "") -> str:
        """The words that are known in a table, or ``otherwise`` in another; between them the others, as they come
        ``back``."""
        known = self.words.word
        words = [(word, known(word, table) or known(word, otherwise)) for word in cells.split(BLANK)]
        groups = groupby(words, key=lambda each: each[1] is None)
        return " ".join(
            back(BLANK.join(word for word, _ in group)) if strange else " ".join(known or "" for _, known in group)
            for strange, group in groups
        )
