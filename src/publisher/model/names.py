"""Names: made from words, for files, for places, for keys; and the one that was meant by a name that is none."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def slugified(text: str, default: str = "section") -> str:
    """``text`` as a short ASCII name that begins with a letter."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:48].strip("-")
    return slug if slug[:1].isalpha() else f"{default}-{slug}".strip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that was probably meant by ``word``, or an empty string."""
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=0.7)
    return names[found[0]] if found else ""
