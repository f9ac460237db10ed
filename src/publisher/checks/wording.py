"""Words compared as ears hear them, and the known word that an unknown one is most like."""

import re
import unicodedata
from collections.abc import Iterable

from publisher.model.names import nearest

_PUNCTUATION = re.compile(r"[^\w\s]|_")


def heard(text: str) -> str:
    """``text`` without case, punctuation and further spaces: two texts that sound alike are equal."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_PUNCTUATION.sub(" ", folded).split())


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """The help for an unknown word: the known one that is like it, or ``otherwise``."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else otherwise
