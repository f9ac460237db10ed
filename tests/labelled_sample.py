"""Labelled samples for rules that judge by signs: small books of one paragraph, and how often a rule is right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publisher.assembly import assemble
from publisher.diagnostics import Diagnostic
from publisher.model.book import Book
from publisher.readers.manuscript import read_manuscript

MANIFEST = "book: {title: A small book, language: en-GB, date: 2022-03-29}\nchapters: [chapters/01.md]\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A paragraph of Markdown, and whether a person finds the fault in it."""

    text: str
    faulty: bool


def labelled(page: Path) -> tuple[Labelled, ...]:
    """The cases of a page: lines with ``+`` (faulty) or ``-``; in them `` / `` parts blocks, and `` @ `` lines."""
    lines = page.read_text(encoding="utf-8").splitlines()
    cases = (line for line in lines if line[:2] in ("+ ", "- "))
    parted = ((line[0] == "+", line[2:].replace(" / ", "\n\n").replace(" @ ", "\n")) for line in cases)
    return tuple(Labelled(text=text, faulty=faulty) for faulty, text in parted)


def book_of(folder: Path, chapter: str, *, manifest: str = "") -> Book:
    """The book of one chapter; ``manifest`` are further lines of book.yaml."""
    (folder / "chapters").mkdir(parents=True, exist_ok=True)
    (folder / "book.yaml").write_text(MANIFEST + manifest, encoding="utf-8")
    (folder / "chapters/01.md").write_text(chapter, encoding="utf-8")
    return assemble(read_manuscript(folder))


def precision_and_recall(
    sample: Sequence[Labelled], check: Callable[[Book], Iterable[Diagnostic]], folder: Path
) -> tuple[float, float]:
    """How many of the findings are right, and how many of the faults are found."""
    told = {case: bool(list(check(book_of(folder, f"# A chapter\n\n{case.text}\n")))) for case in sample}
    right = sum(case.faulty for case, found in told.items() if found)
    return right / max(1, sum(told.values())), right / max(1, sum(case.faulty for case in told))
