"""Random books: chapters with citations, clusters, notes and repeats in any order, as the files an
author would write."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from sources import laid

from publisher.assembly import assemble
from publisher.model.book import Book
from publisher.readers.manuscript import read_manuscript

KEYS = ("alpha", "b-2", "gamma_x", "delta.4", "eta")
LABELS = ("1", "2", "why")
WORDS = st.sampled_from(["law", "tide", "harbour", "people", "year", "Öl", "<b>", "a & b", "*quay*", "`code`", "naïve"])

citation = st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map(
    lambda keys: "[" + "; ".join(f"@{key}" for key in keys) + "]"
)
spoken = st.sampled_from(KEYS).map(lambda key: f"@{key} says")
mark = st.sampled_from(LABELS).map(lambda label: f"[^{label}]")
sentence = st.lists(
    st.one_of(WORDS.map(lambda w: w.replace("<b>", "\\<b>")), citation, spoken, mark), min_size=1, max_size=8
).map(" ".join)
block = st.one_of(
    sentence,
    sentence.map(lambda text: f"- {text}\n- {text}"),
    sentence.map(lambda text: f"> {text}"),
    sentence.map(lambda text: f"::: tip\n{text}\n:::"),
    sentence.map(lambda text: f"| Head | Row |\n|---|---|\n| {text.replace('|', '')} | x |\n\n: Caption"),
    st.sampled_from(["## Section", "## Another section"]),
)


@st.composite
def files(draw: st.DrawFn) -> Mapping[str, str]:
    """The files of a book without a fault that would keep it from being built."""
    count = draw(st.integers(1, 4))
    chapters = {f"chapters/{number:02}-part.md": draw(_chapter(number)) for number in range(1, count + 1)}
    uncited = draw(st.sampled_from(["list", "further-reading", "drop"]))
    notes = draw(st.sampled_from(["book", "chapter"]))
    return {"book.yaml": _manifest(tuple(chapters), uncited, notes), **chapters}


@st.composite
def _chapter(draw: st.DrawFn, number: int) -> str:
    blocks = draw(st.lists(block, max_size=6))
    notes = [
        f"[^{label}]: Note {label} {draw(sentence_without_notes)}\n\n    Its second paragraph." for label in LABELS
    ]
    return "\n\n".join([f"# Chapter {number}", *blocks, "[^1] [^2] [^why]", *notes]) + "\n"


sentence_without_notes = st.lists(
    st.one_of(WORDS.map(lambda w: w.replace("<b>", "c")), citation), min_size=1, max_size=4
).map(" ".join)


def _manifest(chapters: tuple[str, ...], uncited: str, notes: str) -> str:
    listed = "".join(f"  - {path}\n" for path in chapters)
    references = "".join(
        f"  {key}: {{type: book, title: 'Title of <{key}> & more', author: [{{family: Writer, given: Ann}}], issued: 2001}}\n"
        for key in KEYS
    )
    return (
        "book: {title: Random, language: en-GB, date: 2026-01-05}\n"
        f"chapters:\n{listed}references:\n{references}"
        f"citations: {{uncited: {uncited}}}\nnotes: {{epub: {notes}, print: {notes}, web: {notes}}}\n"
    )


def book_of(files: Mapping[str, str]) -> Book:
    """The book that some files make."""
    with TemporaryDirectory() as name:
        laid(Path(name), files)
        return assemble(read_manuscript(Path(name)))
