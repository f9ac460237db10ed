"""Where the author's words stand in the letters of a finished file."""

from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from publisher.braille.code import code
from publisher.braille.liblouis import liblouis
from publisher.facts.passages import letters

_APART = 1500  # letters of ours that may stand between two runs of the author's
_MISREAD = 20  # letters that may come from misreading between two words of braille


def found(runs: Sequence[str], text: str, start: int) -> int | None:
    """Where the last of the ``runs`` ends, one behind the other, from ``start`` on or else anywhere in ``text``."""
    sought = tuple(filter(None, map(letters, runs)))
    if not sought:
        return start
    longest = max(range(len(sought)), key=lambda number: len(sought[number]))
    for begin in (start, 0):
        at = text.find(sought[longest], begin)
        while at >= 0:
            if _before(sought[:longest], text, at) and (end := _behind(sought[longest:], text, at)) is not None:
                return end
            at = text.find(sought[longest], at + 1)
    return None


def _before(runs: Sequence[str], text: str, at: int) -> bool:
    for run in reversed(runs):
        at = text.rfind(run, max(0, at - _APART - len(run)), at)
        if at < 0:
            return False
    return True


def _behind(runs: Sequence[str], text: str, at: int) -> int | None:
    for run in runs:
        at = text.find(run, at, at + _APART + len(run))
        if at < 0:
            return None
        at += len(run)
    return at


def found_in_braille(runs: Sequence[str], text: str, start: int, table: str) -> int | None:
    """As ``found``, in what is read back from braille of ``table``: not every contraction comes
    back as it was written."""
    return found(_echo(runs, table), text, start) or _word_by_word(runs, table, text)


def _echo(runs: Sequence[str], table: str) -> tuple[str, ...]:
    """The ``runs`` as they come back from braille."""
    with liblouis() as louis:
        known = code(table, louis)
        return tuple(louis.words(louis.cells(run, known.table)[0], known.table) for run in runs) if known else ()


def _word_by_word(runs: Sequence[str], table: str, text: str) -> int | None:
    """Where the last word ends, with few letters that were misread between.

    Each stands as it was written, as it comes back, or without accents that the table lacks.
    """
    words = [(word, not number) for run in runs for number, word in enumerate(filter(letters, run.split()))]
    echoes = _echo([word for word, _ in words], table)
    ends: list[int] = []
    for number, ((word, first), echo) in enumerate(zip(words, echoes)):
        forms = {letters(word), letters(echo), letters(_bare(word))} - {""}
        if number == 0:
            ends = [at + len(form) for form in forms for at in _places(form, text)]
        else:
            apart = _APART if first else _MISREAD
            found = ((text.find(form, end, end + len(form) + apart), form) for end in ends for form in forms)
            ends = sorted({at + len(form) for at, form in found if at >= 0})
    return ends[0] if ends else None


def _bare(word: str) -> str:
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


def _places(form: str, text: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)
