"""The people of a BibTeX field → names: "Last, First and {Corporate Body} and others" (BibTeXing, §4)."""

import re
from collections.abc import Iterator

from publisher.model.references import Name
from publisher.readers.bibtex.latex import decoded

OTHERS = Name(literal="others")

_STEP = re.compile(r"\\.|[{}]|,|\s++", re.DOTALL)
_BODY = re.compile(r"\{(?!\\)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


def names(text: str) -> tuple[Name, ...]:
    """The names in ``text``, in their order; "others" stands for those that are not named."""
    return tuple(_name(words) for words in _people(text) if any(words))


def _people(text: str) -> Iterator[list[list[str]]]:
    """Each name: its words, as they are written, in the parts that its commas make."""
    person: list[list[str]] = [[]]
    for word in _words(text):
        if word == ",":
            person.append([])
        elif word.lower() == "and":
            yield person
            person = [[]]
        else:
            person[-1].append(word)
    yield person


def _words(text: str) -> Iterator[str]:
    """The words and the commas outside all braces."""
    depth = start = 0
    for step in _STEP.finditer(text):
        sign = step[0]
        if sign in ("{", "}"):
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0 and (sign == "," or sign.isspace()):
            if start < step.start():
                yield text[start : step.start()]
            if sign == ",":
                yield sign
            start = step.end()
    if start < len(text):
        yield text[start:]


def _name(parts: list[list[str]]) -> Name:
    first = parts[0]
    if len(parts) == 1 and len(first) == 1 and _BODY.fullmatch(first[0]):
        return Name(literal=_plain(first))
    if len(parts) == 1 and [word.lower() for word in first] == ["others"]:
        return OTHERS
    if len(parts) == 1:
        given, particle, family = _in_order(first)
    else:
        given = parts[-1]
        particle, family = _split(first)
    suffix = parts[1] if len(parts) > 2 else []
    return Name(
        family=_plain(family), given=_plain(given), non_dropping_particle=_plain(particle), suffix=_plain(suffix)
    )


def _in_order(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Given names, particle and family name of "First von Last"."""
    small = next((number for number, word in enumerate(words[:-1]) if _is_small(word)), len(words) - 1)
    particle, family = _split(words[small:])
    return words[:small], particle, family


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """The particle, which ends with the last small word that is not the family name itself, and the family name."""
    last = max((number for number, word in enumerate(words[:-1], start=1) if _is_small(word)), default=0)
    return words[:last], words[last:]


def _is_small(word: str) -> bool:
    return not word.startswith("{") and decoded(word)[0][:1].islower()


def _plain(words: list[str]) -> str:
    return decoded(" ".join(words))[0]
