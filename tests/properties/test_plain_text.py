"""Whatever is written, plain text keeps each word in its order, and no line is longer than it may be."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.editions.text.pieces import WIDTH, Piece, hanging, rendered

word = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=90).filter(
    lambda text: "://" not in text
)
words = st.lists(word, min_size=1, max_size=30)
mark = st.sampled_from(["", "- ", "10. ", "[n12] "])


@given(st.lists(st.tuples(words, st.lists(mark, max_size=5)), min_size=1, max_size=4))
def test_words_stay_and_lines_fit(content: list[tuple[list[str], list[str]]]) -> None:
    for said, marks in content:
        pieces: tuple[Piece, ...] = (Piece(text=" ".join(said)),)
        for one in marks:
            pieces = hanging(pieces, one)
        text = rendered(pieces)
        assert max(map(len, text.splitlines())) <= WIDTH
        lead = "".join(reversed(marks)).replace(" ", "")
        assert "".join(text.split()) == lead + "".join(said)
