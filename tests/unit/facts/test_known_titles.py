"""What lists of downloads call a handout is no word too many, though no chapter says it."""

from pathlib import Path

from publisher.examine import examine
from publisher.facts.passages import letters
from publisher.facts.surplus import known_words


def test_the_title_of_a_handouts_own_text_is_known(tmp_path: Path) -> None:
    (tmp_path / "book.yaml").write_text(
        "book: {title: Tides, language: en-GB, slug: tides, date: 2026-01-05}\nchapters: [a.md]\n"
        "editions: {handouts: {mp: {text: h.md}}}\n"
    )
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide turns.\n")
    (tmp_path / "h.md").write_text("# What we *ask* for\n\nThe tide turns.\n")
    book = examine(tmp_path).book
    assert letters("What we ask for") in known_words(book)
