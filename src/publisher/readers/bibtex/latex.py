"""LaTeX as it stands in .bib files → the characters that it means. What is no plain text is left over, and said."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]++)\s*+|\\(?P<sign>.)|(?P<one>[{}~])|(?P<text>[^\\{}$~]++)|\$[^$]*+\$|[\\$]", re.DOTALL
)
_SPACES = re.compile(r"[ \t\r\n]+")

# Unicode's combining mark for each accent of LaTeX (The TeXbook, chapter 9; latexsym and T1 for the last)
_ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        "u": "\u0306",
        ".": "\u0307",
        '"': "\u0308",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
    }
)
_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        **{sign: sign for sign in "&%$#_{}"},
        **{" ": " ", "\n": " ", ",": "\u2009", "-": "", "/": "", "@": "", "\\": " "},
        **{"aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł"},
        **{"ss": "ß", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ"},
        **{"i": "ı", "j": "ȷ", "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "texteuro": "€", "euro": "€"},
        **{"dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "slash": "/"},
        **{"textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”"},
        **{"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_"},
        **{"textless": "<", "textgreater": ">", "textbar": "|", "textdegree": "°", "textregistered": "®"},
        **{"texttrademark": "™", "guillemotleft": "«", "guillemotright": "»", "TeX": "TeX", "LaTeX": "LaTeX"},
    }
)
# Commands whose argument is read as it stands: how it looks is the style's affair.
_PLAIN = frozenset(
    "emph textit textbf textsc textrm textsf texttt textup textsl textnormal mbox mkbibemph mkbibitalic em it bf sc rm "
    "sf tt sl itshape bfseries scshape upshape url path nolinkurl relax protect textsuperscript textsubscript".split()
)
_QUOTED: Mapping[str, tuple[str, str]] = MappingProxyType({"enquote": ("“", "”"), "mkbibquote": ("“", "”")})
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))


def decoded(text: str) -> tuple[str, tuple[str, ...]]:
    """The words that ``text`` means on one line, and what of its LaTeX is left over in them, as it was written."""
    out: list[str] = []
    left: list[str] = []
    closing: list[str] = []
    accent = opening = closer = ""
    for token in _TOKEN.finditer(text):
        command = token["word"] or token["sign"] or ""
        if command in _ACCENTS:
            accent = _ACCENTS[command]
        elif command in _QUOTED:
            opening, closer = _QUOTED[command]
        elif command in _PLAIN:
            continue
        elif token["one"] == "{":
            out.append(opening)
            closing.append(closer)
            opening = closer = ""
        elif token["one"] == "}":
            out.append(closing.pop() if closing else "")
            accent = ""
        else:
            words = _words(token, command, left)
            out.append(_accented(words, accent))
            accent = accent if not words.strip() else ""
    return _SPACES.sub(" ", "".join(out)).strip(), tuple(left)


def verbatim(text: str) -> str:
    """An address or a number: braces go, and so do the backslashes that keep LaTeX from reading a sign."""
    return "".join(re.sub(r"\\(?:url|path|nolinkurl)\b|\\(?=[&%$#_{}~^-])|[{}\s]", "", text))


def _words(token: re.Match[str], command: str, left: list[str]) -> str:
    if command in _SYMBOLS:
        return _SYMBOLS[command]
    if token["one"] == "~":
        return "\u00a0"
    if token["text"]:
        text = token["text"]
        for written, meant in _LIGATURES:
            text = text.replace(written, meant)
        return text
    left.append(token[0].strip())  # an unknown command, mathematics, or a backslash at the end
    return token[0]


def _accented(words: str, accent: str) -> str:
    """``words`` with the accent on the first letter."""
    bare = words.lstrip() if accent else words
    if not accent or not bare:
        return words
    first = {"ı": "i", "ȷ": "j"}.get(bare[0], bare[0])
    return unicodedata.normalize("NFC", first + accent) + bare[1:]
