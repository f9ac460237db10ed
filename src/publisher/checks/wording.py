"""Words compared as ears hear them, and the known word that an unknown one is most like."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_PUNCTUATION = re.compile(r"[^\w\s]|_")


def heard(text: str) -> str:
    """``text`` without case, punctuation and further spaces: two texts that sound alike are equal."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_PUNCTUATION.sub(" ", folded).split())


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that was probably meant by ``word``, or an empty string."""
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=0.7)
    return names[found[0]] if found else ""


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """The help for an unknown word: the known one that is like it, or ``otherwise``."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else otherwise
