"""Which script some letters are written in, and whether their language is written so."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType

from publisher.checks.running_text import RunningText, running_texts
from publisher.model.blocks import Box
from publisher.model.book import Book, Chapter
from publisher.model.walk import every
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script other than Latin. ``language`` is what it is mostly used for, as an example for the author."""

    name: str
    codes: frozenset[str]  # ISO 15924
    languages: frozenset[str]
    language: str
    leftwards: bool = False


def _script(name: str, codes: str, languages: str, *, leftwards: bool = False) -> Script:
    known = languages.split()
    return Script(
        name=name, codes=frozenset(codes.split()), languages=frozenset(known), language=known[0], leftwards=leftwards
    )


_EAST_ASIAN = _script("Chinese or Japanese", "hani hans hant jpan hira kana bopo", "zh ja yue cmn nan ko")
# The first word of a letter's name in Unicode tells its script.
_SCRIPTS: Mapping[str, Script] = MappingProxyType(
    {
        "GREEK": _script("Greek", "grek", "el grc"),
        "CYRILLIC": _script("Cyrillic", "cyrl", "ru uk be bg mk sr kk ky tg mn tt ba cv ce os ab cu sh bs"),
        "HEBREW": _script("Hebrew", "hebr", "he yi iw lad arc", leftwards=True),
        "ARABIC": _script(
            "Arabic", "arab aran", "ar fa ur ps sd ug ckb ku ks az ms pnb arz apc prs bal ha", leftwards=True
        ),
        "SYRIAC": _script("Syriac", "syrc", "syr arc", leftwards=True),
        "THAANA": _script("Thaana", "thaa", "dv", leftwards=True),
        "NKO": _script("N’Ko", "nkoo", "nqo", leftwards=True),
        "ADLAM": _script("Adlam", "adlm", "ff", leftwards=True),
        "DEVANAGARI": _script("Devanagari", "deva", "hi mr ne sa kok mai bho doi sd ks"),
        "BENGALI": _script("Bengali", "beng", "bn as mni"),
        "GURMUKHI": _script("Gurmukhi", "guru", "pa"),
        "GUJARATI": _script("Gujarati", "gujr", "gu"),
        "ORIYA": _script("Odia", "orya", "or"),
        "TAMIL": _script("Tamil", "taml", "ta"),
        "TELUGU": _script("Telugu", "telu", "te"),
        "KANNADA": _script("Kannada", "knda", "kn"),
        "MALAYALAM": _script("Malayalam", "mlym", "ml"),
        "SINHALA": _script("Sinhala", "sinh", "si"),
        "THAI": _script("Thai", "thai", "th"),
        "LAO": _script("Lao", "laoo", "lo"),
        "TIBETAN": _script("Tibetan", "tibt", "bo dz"),
        "MYANMAR": _script("Burmese", "mymr", "my shn"),
        "GEORGIAN": _script("Georgian", "geor", "ka"),
        "ARMENIAN": _script("Armenian", "armn", "hy"),
        "ETHIOPIC": _script("Ethiopic", "ethi", "am ti gez"),
        "KHMER": _script("Khmer", "khmr", "km"),
        "HANGUL": _script("Korean", "hang kore", "ko"),
        "HIRAGANA": _EAST_ASIAN,
        "KATAKANA": _EAST_ASIAN,
        "BOPOMOFO": _EAST_ASIAN,
        "CJK": _EAST_ASIAN,
    }
)
_ANY = frozenset({"mul", "und", "zxx", "x"})
_FEWEST_GREEK = 3  # letters: α, μm and Δt are signs
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Letters of a script that their language is not written in.

    ``said`` is the language that was said of them, empty where nothing was; ``whole`` says that they are their block.
    """

    span: Span
    words: str
    script: Script
    said: str
    whole: bool


@cache
def script_of(letter: str) -> Script | None:
    """The script of a letter; None for Latin, and for what is no letter."""
    if letter < "\u0370" or not unicodedata.category(letter).startswith(("L", "M")):
        return None
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0])


def is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


# Letters of other scripts begin at Greek; signs, arrows and the object replacement character are no letters.
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2c00-\u2dff\u2e80-\ufff8\U00010000-\U0010ffff]")


def foreign_runs(book: Book) -> Iterator[Foreign]:
    """Each run of letters in ``book`` that its language is not written in, in reading order."""
    for chapter in book.chapters:
        boxes = _languages_of_boxes(chapter)
        for text in running_texts((chapter.blocks, chapter.notes)):
            if _BEYOND_LATIN.search(text.text):
                yield from _foreign(text, boxes.get(text.span, ""), chapter.language, book)


def _languages_of_boxes(chapter: Chapter) -> Mapping[Span, str]:
    """The languages said of whole boxes, by the places of the texts in them; an inner box has the last word."""
    boxes = (box for box in every(Box, (chapter.blocks, chapter.notes)) if box.language)
    return {text.span: box.language for box in boxes for text in running_texts(box.blocks)}


def _foreign(text: RunningText, of_box: str, of_chapter: str, book: Book) -> Iterator[Foreign]:
    letters = sum(map(str.isalpha, text.text))
    for start, end, script in _runs(text.text):
        piece = text.piece(start)
        said = (piece.language if piece else "") or of_box
        words = text.text[start:end]
        own = sum(script_of(letter) is script for letter in words)
        if is_written_in(said or of_chapter, script) or _is_mixed(text.text, start, end):
            continue
        if script.name == "Greek" and own < _FEWEST_GREEK:
            continue
        place = text.place(start, end, book.manuscript.lines)
        yield Foreign(span=place, words=words, script=script, said=said, whole=own >= _MOSTLY * letters)


def is_written_in(language: str, script: Script) -> bool:
    """Whether a text in ``language`` (BCP 47) may be written in ``script``."""
    primary, *rest = language.lower().split("-")
    code = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), "")
    if code:
        return code in script.codes
    return primary in _ANY or primary in script.languages


def _runs(text: str) -> Iterator[tuple[int, int, Script]]:
    """The start and end of each run of one script; signs and spaces between its letters belong to it."""
    letters = ((at, script_of(letter)) for at, letter in enumerate(text) if letter.isalpha())
    for script, members in groupby(letters, key=lambda each: each[1]):
        places = [at for at, _ in members]
        if script:
            end = places[-1] + 1
            while end < len(text) and unicodedata.category(text[end]).startswith("M"):
                end += 1
            yield places[0], end, script


def _is_mixed(text: str, start: int, end: int) -> bool:
    """Whether a Latin letter stands right beside the run: then it is one letter of a word, and LNG-04 speaks."""
    return is_latin(text[start - 1 : start] or " ") or is_latin(text[end : end + 1] or " ")
