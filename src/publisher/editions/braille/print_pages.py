"""Where the pages of print begin: found again in pieces of braille, word by word."""

from collections.abc import Sequence
from dataclasses import replace

from publisher.editions.braille.pieces import Piece, Run
from publisher.model.pages import PageStart
from publisher.xhtml.running import IGNORED

_FEW = 12  # characters that tell a place, where what follows them is written otherwise


def marked(pieces: Sequence[Piece], starts: Sequence[PageStart]) -> tuple[Piece, ...]:
    """The pieces with a mark before the first word of each page; a page whose words are not found has none."""
    made = list(pieces)
    places = {piece.place: number for number, piece in reversed(list(enumerate(pieces))) if piece.place}
    for start in reversed(starts):  # what stands before a mark keeps its place
        number = places.get(start.block)
        if number is not None and (at := _found(pieces[number], start)) is not None:
            made[number] = _with_mark(made[number], at, start.label)
    return tuple(made)


def _letters(piece: Piece) -> tuple[str, Sequence[tuple[int, int]]]:
    """The letters that count, and for each its run and its index there."""
    found = [
        (letter, (number, index))
        for number, run in enumerate(piece.runs)
        for index, letter in enumerate("" if run.cells else run.text)
        if not letter.isspace() and letter not in IGNORED
    ]
    return "".join(letter for letter, _ in found), [place for _, place in found]


def _found(piece: Piece, start: PageStart) -> tuple[int, int] | None:
    """The run and the index there before which the page begins; in a heading, its beginning."""
    text, places = _letters(piece)
    if start.offset == 0 or piece.level:
        return (0, 0)
    words = start.words if start.words in text else start.words[:_FEW]
    hits = [at for at in range(len(text)) if text.startswith(words, at)] if len(words) > 1 else []
    if not hits:
        return None
    run, index = places[min(hits, key=lambda at: abs(at - start.offset))]
    return _after_word(piece, run, index)


def _after_word(piece: Piece, run: int, index: int) -> tuple[int, int]:
    """The place itself, or behind the word that it is inside."""
    if index == 0 or piece.runs[run].text[index - 1].isspace():
        return run, index
    text = piece.runs[run].text
    return run, next((at for at in range(index, len(text)) if text[at].isspace()), len(text))


def _with_mark(piece: Piece, at: tuple[int, int], label: str) -> Piece:
    number, index = at
    before, after = piece.runs[:number], piece.runs[number + 1 :]
    run = piece.runs[number]
    parts = (replace(run, text=run.text[:index]), Run(text="", turn=label), replace(run, text=run.text[index:]))
    whole = (Run(text="", turn=label), run) if index == 0 else parts
    return replace(piece, runs=(*before, *whole, *after))
