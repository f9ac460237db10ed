"""Numbers and letters beside each other, where liblouis's tables for UEB write what would be read as something else."""

import re
from collections.abc import Sequence

_NUMBERS = re.compile(r"(?<![^\W\d_])\+?\d[\d,.]*(?: \d[\d,.]*)+|(?<=[^\W\d_])\d+(?: \d[\d,.]*)+")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+[.,]?")
_WORD = re.compile(r"\S+")
_LETTERED = re.compile(r"\d[A-J]")


def apart(text: str) -> str:
    """The text with another blank between two numbers, which liblouis takes for one with a numeric space (UEB §6.6)."""
    return _NUMBERS.sub(lambda found: found[0] if _is_one_number(found[0]) else found[0].replace(" ", "\u00a0"), text)


def _is_one_number(digits: str) -> bool:
    """Whether groups of digits are one: of thousands, of a telephone, or more than two."""
    groups = digits.split(" ")
    called = digits.startswith("+") or (digits.startswith("0") and len(groups[0]) > 1 and groups[0].isdigit())
    return called or bool(_THOUSANDS.fullmatch(digits)) or (len(groups) > 2 and "," not in digits)


def parted(text: str) -> Sequence[int]:
    """Where the text is parted: liblouis writes 4G among capitals as 47, without the sign for letters (UEB §6.5)."""
    words = list(_WORD.finditer(text))
    capital = [word[0] == word[0].upper() for word in words]
    made = [0]
    for number, word in enumerate(words):
        beside = (*capital[max(0, number - 1) : number], *capital[number + 1 : number + 2])
        if capital[number] and any(beside) and _LETTERED.search(word[0]):
            made += word.span()
    return (*made, len(text))
