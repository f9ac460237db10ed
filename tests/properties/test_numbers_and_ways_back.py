"""What must hold of citations, notes and ids in every book."""

import re
from collections import Counter
from collections.abc import Mapping

import epubs
import pytest
from books import book_of, files
from hypothesis import given, settings
from lxml import etree

from publisher.editions.edition import Options
from publisher.editions.epub.write import write
from publisher.model.inlines import CitedItem, NoteReference
from publisher.themes.theme import Theme, load

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load("plain", {})


def documents(files: Mapping[str, str], theme: Theme) -> Mapping[str, etree._Element]:
    return epubs.documents(write(book_of(files), theme, Options(), {})["random.epub"])


@given(files())
@settings(max_examples=40, deadline=None)
def test_numbers_follow_first_citation(files: Mapping[str, str]) -> None:
    book = book_of(files)
    cited = [entry for entry in book.entries if entry.ways_back]
    assert [entry.number for entry in cited] == list(range(1, len(cited) + 1))
    # Each entry is met after the one before it; notes are read where their first mark stands.
    met = {item.key for item in book.every(CitedItem)}
    assert {entry.reference.key for entry in cited} <= met


@given(files())
@settings(max_examples=40, deadline=None)
def test_each_citation_has_one_way_back(files: Mapping[str, str]) -> None:
    book = book_of(files)
    reached = {note.chapter + note.note.label for note in book.notes}
    marks = [node.span for node in (*book.every(CitedItem), *book.every(NoteReference))]
    back = [way.span for owner in (*book.entries, *book.notes) for way in owner.ways_back]
    assert Counter(back).most_common(1)[0][1] == 1
    assert set(back) <= set(marks)
    unreached = [mark for mark in marks if mark not in set(back)]
    assert not unreached or any(
        note.label for chapter in book.chapters for note in chapter.notes if chapter.slug + note.label not in reached
    )
    for owner in (*book.entries, *book.notes):
        assert [way.letter for way in owner.ways_back] == list("abcdefghijklmnopqrstuvwxyz")[
            : len(owner.ways_back)
        ] or len(owner.ways_back) > 26


@given(files())
@settings(max_examples=25, deadline=None)
def test_every_link_arrives_and_every_id_is_one(theme: Theme, files: Mapping[str, str]) -> None:
    made = documents(files, theme)
    ids = {name: [found.get("id") for found in root.iter() if found.get("id")] for name, root in made.items()}
    assert all(count == 1 for count in Counter(id for found in ids.values() for id in found).values())
    for name, root in made.items():
        for link in root.iter("{*}a"):
            document, _, fragment = link.get("href", "").partition("#")
            assert fragment in ids[document or name]


@given(files())
@settings(max_examples=25, deadline=None)
def test_marks_and_ways_back_are_one_to_one(theme: Theme, files: Mapping[str, str]) -> None:
    made = documents(files, theme)
    links = [(name, link) for name, root in made.items() for link in root.iter("{*}a")]
    marks = {
        link.get("id"): link.get("href", "").partition("#")[2] for _, link in links if link.get("role") == "doc-noteref"
    }
    back = {
        link.get("href", "").partition("#")[2]: _owner(link) for _, link in links if link.get("role") == "doc-backlink"
    }
    assert marks == back
    for _, link in links:
        if link.get("role") in ("doc-noteref", "doc-backlink"):
            assert "".join(link.itertext()).strip("() ") in link.get("aria-label", "")  # WCAG 2.5.3


def _owner(link: etree._Element) -> str:
    return next(str(above.get("id")) for above in link.iterancestors("{*}li"))


@given(files())
@settings(max_examples=15, deadline=None)
def test_two_links_of_one_name_lead_to_one_place(theme: Theme, files: Mapping[str, str]) -> None:
    for root in documents(files, theme).values():
        seen: dict[str, str] = {}
        for link in root.iter("{*}a"):
            name = re.sub(r"\s+", " ", link.get("aria-label") or "".join(link.itertext()))
            if link.get("role") in ("doc-noteref", "doc-backlink"):
                assert seen.setdefault(name, link.get("href", "")) == link.get("href", "")
