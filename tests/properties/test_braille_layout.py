"""Whatever is written, braille keeps each word in its order, no line or page is longer than it may
be, no heading ends one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from books import book_of, files
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.braille.cells import BLANK, CONTINUED, TURN
from publisher.braille.code import UEB, code
from publisher.braille.liblouis import liblouis
from publisher.braille.stretches import codes
from publisher.editions.braille.book import Written
from publisher.editions.braille.lines import set_lines
from publisher.editions.braille.pages import Format, bound
from publisher.editions.braille.pieces import Piece, Run, hanging, inset
from publisher.editions.braille.scribe import Scribe, Word
from publisher.editions.edition import Options
from publisher.facts.setting import setting

WIDTH = 40
HEADINGS = (4, 6)  # cells, below a blank line

cells = st.text(
    st.characters(min_codepoint=0x2801, max_codepoint=0x283F, exclude_characters=CONTINUED), min_size=1, max_size=90
)
word = cells.flatmap(
    lambda text: st.sets(st.integers(1, len(text))).map(lambda at: Word(cells=text, breaks=tuple(sorted(at))))
)
sign = st.sampled_from([Word(turn="3"), Word(ends=True)])


@given(
    st.lists(st.one_of(word, word, word, sign), max_size=30),
    st.integers(0, 50),
    st.integers(0, 50),
    st.integers(20, 44),
)
def test_words_stay_and_lines_fit(words: list[Word], first: int, rest: int, width: int) -> None:
    made = set_lines(words, width, first=first, rest=rest)
    assert all(len(line.cells) <= width for line in made)
    assert [line.turn for line in made if line.turn] == [word.turn for word in words if word.turn]
    kept = "".join(line.cells.strip(BLANK).removesuffix(CONTINUED).replace(BLANK, "") for line in made)
    assert kept == "".join(word.cells for word in words)


@pytest.fixture(scope="module")
def scribe() -> Iterator[Scribe]:
    with liblouis() as louis:
        known = code(UEB, louis)
        assert known
        yield Scribe(codes=codes(known, louis, "en"))


# A scribe that has learned more writes nothing else.
@settings(deadline=None, max_examples=40)
@given(made=files(), lines=st.integers(10, 28))
def test_a_book_is_whole_on_its_pages(made: Mapping[str, str], lines: int, scribe: Scribe) -> None:
    book = book_of(made)
    form = Format(cells=WIDTH, lines=lines, title="Random")
    written = Written(setting=setting(book), options=Options(), scribe=scribe, form=form)
    for volume in written.volumes():
        for page in volume.pages:
            assert len(page) <= lines and all(len(line) <= WIDTH for line in page)
            assert page[-1] and not _ends_with_heading(page)


def _ends_with_heading(page: tuple[str, ...]) -> bool:
    before, last = ("", *page)[-2:]
    return before == "" and len(last) - len(last.lstrip(BLANK)) in HEADINGS


text = st.lists(st.sampled_from(["sea", "harbour", "the", "1,500", "people"]), min_size=1, max_size=60).map(" ".join)
runs = text.map(lambda said: (Run(text=said),))
kinds = st.sampled_from(
    [
        Piece(),
        Piece(first=0, rest=2),
        Piece(first=4, rest=4, before=True, keep=True, level=2),
        Piece(centred=True, before=True, after=True, keep=True, level=1),
        Piece(page=True),
        Piece(before=True, after=True),
    ]
)


@settings(deadline=None, max_examples=60)
@given(parts=st.lists(st.tuples(kinds, runs, st.booleans()), min_size=1, max_size=14), lines=st.integers(10, 20))
def test_every_word_is_on_a_page(parts: list[tuple[Piece, tuple[Run, ...], bool]], lines: int, scribe: Scribe) -> None:
    """In its order, each once; page by page the lines between the information lines are the lines of the pieces."""
    pieces: list[Piece] = []
    for kind, said, hung in parts:
        turn = (Run(text="", turn="9"),) if hung else ()
        piece = replace(kind, runs=(*turn, *said))
        pieces += inset(hanging((piece,), "• "), 2) if hung else (piece,)
    made = bound(pieces, Format(cells=WIDTH, lines=lines, title="Sea"), scribe, {}, {})
    shown = [line for number, page in enumerate(made.pages) for line in page[1 if number else 0 :]]
    words = [word for line in shown if not line.startswith(TURN * 9) for word in line.split(BLANK) if word]
    assert words == [word.cells for piece in pieces for word in scribe.words(piece.runs) if word.cells]
    assert all(len(page) <= lines for page in made.pages)
