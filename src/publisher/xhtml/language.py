"""Languages of parts: the attributes that tell a voice how to speak and a page in which direction to run."""

from collections.abc import Mapping
from unicodedata import bidirectional

# BCP 47 primary subtags and scripts that are written from right to left (Unicode, bidi class R and AL).
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})


def direction(language: str) -> str:
    """ "rtl" or "ltr" for a BCP 47 tag."""
    subtags = language.lower().split("-")
    script = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), "")
    if script:
        return "rtl" if script in _SCRIPTS else "ltr"
    return "rtl" if subtags[0] in _RIGHT_TO_LEFT else "ltr"


def spoken_in(language: str, around: str) -> Mapping[str, str | None]:
    """The attributes of an element in ``language`` that stands in text in the language ``around``; none if empty."""
    if not language or language == around:
        return {}
    turned = direction(language) != direction(around or "en")
    return {"lang": language, "dir": direction(language) if turned else None}


def running(text: str, around: str) -> Mapping[str, str | None]:
    """The attribute of an element whose language nobody says, if its first letter runs against the text around it.

    ``dir="auto"`` would say the same (HTML §3.2.6.4), but not to a page engine.
    """
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "")
    runs = "ltr" if first == "L" else "rtl"
    return {"dir": runs} if first and runs != direction(around) else {}
