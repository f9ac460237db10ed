"""The book's own sheets on trial: who is to blame for pages that cannot be made, and for how long it is asked."""

from pathlib import Path

import pytest

from publisher.diagnostics import RenderingFailed
from publisher.examine import examine
from publisher.model.book import Book
from publisher.model.pages import FaultyStyle
from publisher.paper import trial
from publisher.paper.engine import TOO_LONG, Complaint, Limits, Rendering
from publisher.paper.trial import on_trial
from publisher.source import Span
from publisher.themes.theme import Theme

MADE = Rendering(pdf=b"%PDF", labels=("1",))
PRINT = "p { color: #222; flaot: right }\nh2 { margin-top: token(space.block); dwell: 1 }\n.a { breaks: 1 }\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    (tmp_path / "book.yaml").write_text("book: {title: Tides, language: en, date: 2026-01-05}\nchapters: [a.md]\n")
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide turns.\n")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/base.css").write_bytes(b"h1 { harm: 1 }\r\n.b { color: #222 }\r\n")
    (tmp_path / "styles/print.css").write_text(PRINT.replace("token(space.block)", "0"))
    monkeypatch.setattr(trial, "complaints", lambda sheets: ())
    return examine(tmp_path).book


def attempt(*bad: str, words: str = "the page engine failed: KeyError: 0") -> trial.Attempt:
    def made(theme: Theme, limits: Limits) -> Rendering:
        if any(f"{each}: " in theme.css("print") for each in bad):
            raise RenderingFailed(words)
        return MADE

    return made


def told(made: Rendering | None) -> list[tuple[str, str]]:
    assert made and made.pdf == MADE.pdf
    return [(str(found.span), found.said) for found in made.faulty]


def test_pages_are_made_without_what_stops_them(book: Book) -> None:
    made = on_trial(book, attempt("breaks", "harm"), "the page engine failed: KeyError: 0")
    assert told(made) == [("styles/base.css:1:6", "harm: 1"), ("styles/print.css:3:6", "breaks: 1")]
    assert made and {found.why for found in made.faulty} == {"the page engine breaks off (KeyError)"}
    assert all(found.stops for found in made.faulty)


def test_what_is_not_understood_is_asked_and_not_searched_for(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    place = Complaint(file="styles/print.css", line=1, column=18, words="Ignored `flaot: right`, unknown property.")
    monkeypatch.setattr(trial, "complaints", lambda sheets: (place,))

    def made(theme: Theme, limits: Limits) -> Rendering:
        asked.append(theme.css("print"))
        return attempt("flaot", words="Ignored `flaot: right` at 400:18, unknown property.")(theme, limits)

    found = on_trial(book, made, "Ignored `flaot: right` at 400:18, unknown property.")
    span = Span("styles/print.css", 1, 18)
    assert found and found.faulty == (FaultyStyle(span=span, said="flaot: right", why="unknown property", stops=False),)
    assert len(asked) == 2  # without any sheet, and without this
    pages = Rendering(pdf=b"%PDF", labels=("1",), problems=("Ignored `flaot: right` at 400:18, unknown property.",))
    assert on_trial(book, made, "", pages=pages) == found and len(asked) == 2  # they are made already


def test_sheets_that_are_not_to_blame_are_not_accused(book: Book) -> None:
    def never(theme: Theme, limits: Limits) -> Rendering:
        raise RenderingFailed("no memory")

    assert on_trial(book, never, "no memory") is None


def test_a_book_without_sheets_is_not_tried(tmp_path: Path) -> None:
    (tmp_path / "book.yaml").write_text("book: {title: Tides, language: en, date: 2026-01-05}\nchapters: []\n")
    tried: list[Limits] = []

    def made(theme: Theme, limits: Limits) -> Rendering:
        tried.append(limits)
        return MADE

    assert on_trial(examine(tmp_path).book, made, "words") is None and not tried


def test_what_does_not_end_is_not_waited_for_as_long_again(book: Book) -> None:
    given: set[int] = set()

    def made(theme: Theme, limits: Limits) -> Rendering:
        given.add(limits.seconds)
        return attempt("breaks", words=f"{TOO_LONG} within 600 seconds")(theme, limits)

    found = on_trial(book, made, f"{TOO_LONG} within 600 seconds")
    assert told(found) == [("styles/print.css:3:6", "breaks: 1")]
    assert max(given) < Limits().seconds
