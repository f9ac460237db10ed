"""How editions are made side by side: what each is given, and what becomes of the others when one fails."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

import pytest

from publisher import publish
from publisher.diagnostics import PackRefused, ToolMissing
from publisher.editions import REPORT
from publisher.editions.edition import Edition, Options, Printed
from publisher.examine import examine
from publisher.files import Cache, Files
from publisher.model.book import Book
from publisher.publish import Made, needed, wanted, write
from publisher.themes.theme import Theme

Made_of = Callable[[Mapping[str, Files]], Files]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fake(Edition):
    """An edition that is made by a function of the test."""

    make: Made_of
    module: str = ""

    def write(self, book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files | Printed:
        return self.make(made)


def file(name: str, text: str = "x") -> Made_of:
    return lambda made: Files({name: text.encode()})


def noting(given: list[Mapping[str, Files]]) -> Made_of:
    """Makes a page, and says in ``given`` what it was given."""

    def make(made: Mapping[str, Files]) -> Files:
        given.append(made)
        return Files({"w": b""})

    return make


def failing(fault: Exception) -> Made_of:
    def make(made: Mapping[str, Files]) -> Files:
        raise fault

    return make


def book(folder: Path, editions: str = "{epub: {}, web: {}, text: {}}") -> Book:
    head = "book: {title: Tides, language: en-GB, slug: tides, date: 2026-01-05}\n"
    (folder / "book.yaml").write_text(f"{head}chapters: [a.md]\neditions: {editions}\n")
    (folder / "a.md").write_text("# Tides\n\nThe tide turns.\n")
    return examine(folder).book


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def put(*editions: Edition) -> None:
        monkeypatch.setattr(publish, "EDITIONS", {edition.name: edition for edition in editions})

    return put


def test_an_edition_is_given_what_it_needs_asked_for_or_not(table: Callable[..., None], tmp_path: Path) -> None:
    given: list[Mapping[str, Files]] = []
    table(
        Fake(name="epub", title="", make=file("tides.epub", "the book")),
        Fake(name="web", title="", make=noting(given), needs=("epub", "braille", "text")),
        Fake(name="text", title="", make=file("tides.txt")),
        Fake(name="braille", title="", make=file("tides.brf")),  # the manifest names none
    )
    told: list[Made] = []
    done = write(book(tmp_path), ["web"], tell=told.append)
    assert [one.edition.name for one in done] == [one.edition.name for one in told] == ["web"]
    assert [{name: dict(files) for name, files in one.items()} for one in given] == [
        {"epub": {"tides.epub": b"the book"}, "text": {"tides.txt": b"x"}}
    ]


def test_a_failure_takes_down_those_that_need_it_and_no_others(table: Callable[..., None], tmp_path: Path) -> None:
    table(
        Fake(name="epub", title="", make=failing(PackRefused("no paper"))),
        Fake(name="web", title="", make=file("w"), needs=("epub",)),
        Fake(name="text", title="", make=file("tides.txt")),
    )
    done = {one.edition.name: one for one in write(book(tmp_path), ["web", "text"])}
    assert done["epub"].failure == "no paper"  # nobody asked for it, and still it is told of
    assert done["web"].failure == "it needs what could not be made: epub"
    assert dict(done["text"].files) == {"tides.txt": b"x"} and not done["text"].failure
    assert not any(one.unequipped for one in done.values())


def test_what_only_tells_of_others_is_made_without_those_that_fail(table: Callable[..., None], tmp_path: Path) -> None:
    given: list[Mapping[str, Files]] = []
    table(
        Fake(name="epub", title="", make=failing(PackRefused("no paper"))),
        Fake(name="text", title="", make=file("tides.txt")),
        Fake(name="web", title="", make=noting(given), needs=("epub", "text"), spares=True),
    )
    done = {one.edition.name: one for one in write(book(tmp_path), ["web"])}
    assert done["epub"].failure and not done["web"].failure
    assert [sorted(one) for one in given] == [["text"]]


def test_a_fault_of_ours_takes_down_no_others(table: Callable[..., None], tmp_path: Path) -> None:
    table(
        Fake(name="epub", title="", make=failing(IndexError("no such page"))),
        Fake(name="text", title="", make=file("t")),
    )
    assert [one.failure for one in write(book(tmp_path), ["epub", "text"])] == [
        "a fault of this program: IndexError: no such page",
        "",
    ]


def test_a_tool_that_is_missing_is_told_from_a_failure(table: Callable[..., None], tmp_path: Path) -> None:
    table(Fake(name="text", title="", make=failing(ToolMissing("no pen"))))
    [done] = write(book(tmp_path), ["text"])
    assert (done.failure, done.unequipped) == ("no pen", True)
    table(
        Fake(name="text", title="", make=failing(ToolMissing("no pen"))),
        Fake(name="web", title="", make=file("w"), needs=("text",)),
    )
    assert [one.unequipped for one in write(book(tmp_path), ["web"])] == [True, True]


def test_editions_are_made_at_the_same_time(table: Callable[..., None], tmp_path: Path) -> None:
    both = Barrier(2, timeout=900)

    def make(made: Mapping[str, Files]) -> Files:
        both.wait()
        return Files({"x": b""})

    table(*(Fake(name=name, title="", make=make) for name in ("epub", "text")))
    assert [one.failure for one in write(book(tmp_path), ["epub", "text"], jobs=2)] == ["", ""]


def test_the_record_is_given_to_whom_it_tells_of_the_others(table: Callable[..., None], tmp_path: Path) -> None:
    given: list[Mapping[str, Files]] = []
    table(
        Fake(name="epub", title="", make=file("tides.epub")),
        Fake(name="text", title="", make=file("tides.txt")),
        Fake(name="web", title="", make=noting(given), needs=("text", REPORT)),
    )
    write(book(tmp_path), ["web", "epub"])
    [made] = given
    assert set(made) == {"text", REPORT}
    assert b"tides.txt" in made[REPORT]["report.json"] and b"tides.epub" not in made[REPORT]["report.json"]


def test_several_of_a_kind_are_one_edition(tmp_path: Path) -> None:
    named = book(tmp_path, "{web: {}, handouts: {one: {chapters: [a.md]}, two: {chapters: [a.md]}}, pack: {}}")
    assert wanted(named) == ("handout", "web", "pack")
    assert needed("web", named) == ("handout",)
    assert needed("pack", named) == ("handout", "web")


def test_what_comes_out_as_before_is_unchanged(table: Callable[..., None], tmp_path: Path) -> None:
    calls: list[str] = []

    def make(made: Mapping[str, Files]) -> Files:
        calls.append("made")
        return Files({"tides.txt": b"the same"})

    table(Fake(name="text", title="", make=make))
    options = Options(cache=Cache(tmp_path / "cache"))
    assert [write(book(tmp_path), ["text"], options=options)[0].unchanged for _ in range(2)] == [False, True]
    assert calls == ["made"]
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide turns again.\n")
    [done] = write(examine(tmp_path).book, ["text"], options=options)
    assert done.unchanged and calls == ["made", "made"]  # made anew from other sources, and the same as before
