"""Which of liblouis's tables writes words of a language that is not the book's, and which languages a script is for."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import category, name

from publisher.braille.code import TABLES, code
from publisher.braille.liblouis import Liblouis
from publisher.model.locale import primary

# Beside the tables for whole books, by the letters that name a code in braille (ISO 639; zht is ours, for Taiwan).
_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "am": "ethio-g1",
        "be": "bel",
        "bg": "bg.utb",
        "bn": "be-in-g1",
        "ckb": "ckb-g1",
        "fa": "fa-ir-g1",
        "grc": "grc-international-en",
        "gu": "gu-in-g1",
        "hi": "hi-in-g1",
        "hy": "hy",
        "ka": "ka",
        "kk": "kk",
        "km": "km-g1",
        "kn": "ka-in-g1",
        "ko": "ko-g1",
        "ml": "ml-in-g1",
        "mn": "mn-MN-g1",
        "mr": "mr-in-g1",
        "my": "my-g1",
        "ne": "ne",
        "or": "or-in-g1",
        "pa": "pu-in-g1",
        "ro": "ro",
        "si": "sin",
        "sr": "sr-g1",
        "ta": "ta-ta-g1",
        "te": "te-in-g1",
        "ti": "ethio-g1",
        "tt": "tt",
        "ur": "ur-pk-g1",
        "vi": "vi-vn-g1",
        "yi": "he-IL",
        "yue": "zh-hk",
        "zh": "zhcn-cbs",
        "zht": "zh-tw",
    }
)
# By the first word of a letter's name in Unicode, the likeliest first. Japanese is none: no table of six dots knows how
# its signs are read, and that of Chinese would say other words.
_SCRIPTS: Mapping[str, str] = MappingProxyType(
    {
        "GREEK": "el grc",
        "CYRILLIC": "ru uk be bg sr kk tt mn",
        "HEBREW": "he yi",
        "ARABIC": "ar fa ur ckb",
        "DEVANAGARI": "hi mr ne",
        "BENGALI": "bn",
        "GURMUKHI": "pa",
        "GUJARATI": "gu",
        "ORIYA": "or",
        "TAMIL": "ta",
        "TELUGU": "te",
        "KANNADA": "kn",
        "MALAYALAM": "ml",
        "SINHALA": "si",
        "MYANMAR": "my",
        "GEORGIAN": "ka",
        "ARMENIAN": "hy",
        "ETHIOPIC": "am",
        "KHMER": "km",
        "HANGUL": "ko",
        "CJK": "zh zht yue",
    }
)
# Letters that the first language of their script has not; other tables write them as best they can.
_TELLING: Mapping[str, str] = MappingProxyType(
    {"uk": "іїєґ", "be": "ў", "sr": "ђћљњџј", "kk": "әғқңұү", "fa": "پچژگ", "ur": "ٹڈڑےں", "ckb": "ڕۆێڵ", "yi": "ײױװ"}
)
_NONE = frozenset({"ja", "ain", "ryu"})  # their signs are other words in the languages that have a table
_KANA = re.compile("[\u3041-\u30ff]")  # a word with these is Japanese
_TRADITIONAL = frozenset({"zh-tw", "zh-hant", "zh-hant-tw"})
_CANTONESE = frozenset({"zh-hk", "zh-mo", "zh-hant-hk", "zh-hant-mo"})

LANGUAGES = frozenset({*TABLES, *_OTHERS})


def named(language: str) -> str:
    """The letters that name the braille code of a BCP 47 ``language``; nothing where there is none."""
    tag = language.lower()
    known = "zht" if tag in _TRADITIONAL else "yue" if tag in _CANTONESE else primary(tag)
    return known if known in LANGUAGES else ""


def table(letters: str, louis: Liblouis) -> str:
    """The table without contractions of the code that ``letters`` name; nothing where this liblouis has none."""
    if letters in _OTHERS:
        return louis.table(_OTHERS[letters])
    found = code(TABLES[letters], louis)
    return found.plain if found else ""


def script(letter: str) -> str:
    """The script of a letter, by its name in Unicode; nothing for Latin, and for what is no letter."""
    if letter < "\u0370" or not category(letter).startswith(("L", "M")):
        return ""
    found = name(letter, "").partition(" ")[0]
    return "" if found == "LATIN" else "CJK" if _KANA.match(letter) else found


def script_of(language: str) -> str:
    """The script that a language with a code of its own is written in, by its name in Unicode."""
    return next((script for script, languages in _SCRIPTS.items() if language in languages.split()), "LATIN")


def _likelier(languages: str, words: str) -> tuple[str, ...]:
    """The languages, those first that alone have some letter of the words."""
    return tuple(sorted(languages.split(), key=lambda each: not set(_TELLING.get(each, "")) & set(words.lower())))


def usual(words: str, said: str) -> tuple[str, ...]:
    """The codes in which ``words`` of one script may be written that are ``said`` to be of a language, or of none."""
    if primary(said) in _NONE or _KANA.search(words):
        return ()
    return _likelier(_SCRIPTS.get(script(words[0]), ""), words)
