"""The same notes and references in every output.

Three chapters each with ``[^1]`` … ``[^3]``, one of several paragraphs, one referred to twice; a source cited in three
chapters. A later edition joins by a line in ``READERS``.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from epubs import documents
from lxml import etree, html

from publisher.braille.reading import read_brf
from publisher.model.reading import Tag, every
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write

# What a note or an entry is to a reader: its number, its words, and the chapter whose it is (none for an entry).
Said = tuple[str, str, str]

CHAPTER = """\
# Chapter {name}

Told first[^1] and then[^2], and again[^1], citing [@survey].[^3]

[^1]: A note of {name} that is told twice.

[^2]: A note of {name}

    in several paragraphs,

    - with a list.

[^3]: The third of {name}, by [@writer].
"""
MANIFEST = """\
book: {{title: Notes, language: en-GB, date: 2026-01-05}}
chapters: [chapters/one.md, chapters/two.md, chapters/three.md]
references:
  survey: {{type: report, title: Survey of the Quays, author: [{{literal: Harbour Trust}}], issued: 2025}}
  writer: {{type: book, title: On Tides, author: [{{family: Writer, given: Ann}}], issued: 1999}}
notes: {notes}
editions:
  {{epub: {{}}, pdf: {{page: A5}}, web: {{}}, text: {{}}, handout: {{chapters: [chapters/one.md, chapters/two.md, chapters/three.md]}}}}
accessibility: {{contact: {{email: notes@example.org}}}}
"""
NAMES = ("one", "two", "three")
# Where the notes stand; at the foot of a page stand those that can, and the others at the end of their chapter.
PLACEMENTS = {
    "book": "{epub: book, print: book, web: book}",
    "chapter": "{epub: chapter, print: chapter, web: chapter}",
    "foot": "{epub: book, print: foot, web: page}",
}


def book(folder: Path, placement: str) -> Mapping[str, bytes]:
    """The files that are made of the book, with its notes where ``placement`` says."""
    (folder / "chapters").mkdir()
    (folder / "book.yaml").write_text(MANIFEST.format(notes=PLACEMENTS[placement]))
    for name in NAMES:
        (folder / f"chapters/{name}.md").write_text(CHAPTER.format(name=name))
    examined = examine(folder)
    below = [f"{finding.span.file} {finding.rule.code}" for finding in examined.findings]
    assert below == ([f"chapters/{name}.md MAN-08" for name in sorted(NAMES)] if placement == "foot" else [])
    done = write(examined.book, ("epub", "pdf", "web", "text", "braille", "handout"))
    assert not [one.failure for one in done if one.failure]
    return {name: data for one in done for name, data in one.files.items()}


def one_line(text: str) -> str:
    return " ".join(text.split())


def said_in_epub(files: Mapping[str, bytes]) -> tuple[set[Said], set[Said]]:
    return _said(*documents(files["notes.epub"]).values())


def said_in_web_folder(files: Mapping[str, bytes]) -> tuple[set[Said], set[Said]]:
    pages = [data for name, data in files.items() if name.startswith("notes-web/") and name.endswith(".html")]
    return _said(*map(html.document_fromstring, pages))


def said_in_web_page(files: Mapping[str, bytes]) -> tuple[set[Said], set[Said]]:
    return _said(html.document_fromstring(files["notes-web.html"]))


def _said(*roots: etree._Element) -> tuple[set[Said], set[Said]]:
    lists = [found for root in roots for found in root.iterfind(".//{*}section[@role='doc-endnotes']")]
    items = [li for found in lists for li in found.iterfind(".//{*}li[@id]")]
    notes = {_item(li) for li in items if li.get("id", "").startswith("note-")}
    return notes, {_item(li) for li in items if li.get("id", "").startswith("ref-")}


def _item(li: etree._Element) -> Said:
    number = li.find(".//{*}span[@class='n']")
    assert number is not None
    parts = [child for child in li if child.get("class") != "back"]
    text = " ".join(" ".join(part.itertext()) for part in parts)
    shown = "".join(number.itertext())
    return shown, _plain(text.replace(shown, "", 1)), _chapter(li.get("id", ""))


def _chapter(id: str) -> str:
    return id.split("-")[1] if id.startswith("note-") else ""


def _plain(text: str) -> str:
    """Words alone: signs of list items differ between outputs, and so may spaces."""
    return " ".join(re.findall(r"[\w()]+", text))


def said_in_pdf(files: Mapping[str, bytes], name: str = "notes.pdf") -> tuple[set[Said], set[Said]]:
    """A note holds its label where it stands in the text, at the foot of its page; in a list the item holds it."""
    tags = list(every(read_pdf(files[name])))
    labels = {note.id: item.children[0] for item in tags if item.role == "LI" and (note := _note_of(item))}
    found = {tag.id: _noted(tag, _own_label(tag) or labels[tag.id]) for tag in tags if tag.role == "Note"}
    notes = {said for id, said in found.items() if id.startswith("note-")}
    return notes, {said for id, said in found.items() if id.startswith("ref-")}


def _note_of(item: Tag) -> Tag | None:
    bodies = [child for child in item.children if isinstance(child, Tag) and child.role == "LBody"]
    notes = [child for body in bodies for child in body.children if isinstance(child, Tag) and child.role == "Note"]
    return notes[0] if notes else None


def _own_label(note: Tag) -> Tag | None:
    first = note.children[0]
    return first if isinstance(first, Tag) and first.role == "Lbl" else None


def _noted(note: Tag, label: Tag | str) -> Said:
    assert isinstance(label, Tag) and label.role == "Lbl"
    words = " ".join(child if isinstance(child, str) else child.words for child in note.children if child is not label)
    return one_line(label.words), _plain(re.split(r"Back to:|Cited at:", words)[0]), _chapter(note.id)


def said_in_text(files: Mapping[str, bytes]) -> tuple[set[Said], set[Said]]:
    """An item begins with its number at the start of a line, and ends with its ways back."""
    items = re.findall(
        r"^(\[n\d\]|\(\d\)) (.*?)\n *(?:Back to|Cited at): ([^\n]*)$", files["notes.txt"].decode(), re.M | re.S
    )
    found = {(number.strip("[]"), _plain(re.sub(r"^ *- ", "", text, flags=re.M)), ways) for number, text, ways in items}
    notes = {(number, text, _named(ways)) for number, text, ways in found if number.startswith("n")}
    return notes, {(number, text, "") for number, text, _ in found if number.startswith("(")}


def _named(ways: str) -> str:
    return ways.split(";")[0].split()[-1]


def said_in_braille(files: Mapping[str, bytes]) -> tuple[set[Said], set[Said]]:
    """By back-translation, passage by passage: an item ends with its ways back, as in plain text."""
    told = read_brf(files["notes.brf"])
    notes = {
        (number, _plain(text), _named(ways))
        for passage in told
        for number, text, ways in re.findall(r"\[(n\d)\] (.*?) Back to: (.*?)(?= \[n\d\]|$)", passage)
    }
    entries = {
        found for passage in told for found in re.findall(r"(\(\d\)) (.*?) Cited at: .*?(?= \(\d\) |$)", passage)
    }
    return notes, {(number, _plain(text), "") for number, text in entries}


READERS: Mapping[str, Callable[[Mapping[str, bytes]], tuple[set[Said], set[Said]]]] = {
    "epub": said_in_epub,
    "pdf": said_in_pdf,
    "web folder": said_in_web_folder,
    "web page": said_in_web_page,
    "text": said_in_text,
    "braille": said_in_braille,
}


@pytest.fixture(scope="module", params=PLACEMENTS)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return book(tmp_path_factory.mktemp("notes"), request.param)


def test_every_output_says_the_same(files: Mapping[str, bytes]) -> None:
    told = {name: read(files) for name, read in READERS.items()}
    notes, entries = told["epub"]
    assert len(notes) == 9 and len(entries) == 2
    assert {chapter for _, _, chapter in notes} == set(NAMES)
    for name, said in told.items():
        assert said == (notes, entries), name


@pytest.mark.parametrize("name", ["notes-handout.pdf", "notes-handout-large-print.pdf"])
def test_a_handout_says_the_same_and_counts_for_itself(files: Mapping[str, bytes], name: str) -> None:
    """Its notes stand in one list, wherever those of the book stand."""
    (notes, entries), (own, own_entries) = said_in_pdf(files), said_in_pdf(files, name)
    assert {said[1:] for said in own} == {said[1:] for said in notes}
    assert sorted(said[0] for said in own) == [f"n{number}" for number in range(1, 10)]
    assert own_entries == entries


def test_numbers_do_not_collide(files: Mapping[str, bytes]) -> None:
    notes, entries = said_in_epub(files)
    assert {number for number, _, _ in entries} == {"(1)", "(2)"}
    assert all(re.fullmatch(r"n\d", number) for number, _, _ in notes)


def test_every_reference_resolves_and_every_note_returns(files: Mapping[str, bytes]) -> None:
    """In the EPUB by its links; in the PDF the same is held by the tests of the tag tree."""
    made = documents(files["notes.epub"])
    ids = {found.get("id") for root in made.values() for found in root.iter() if found.get("id")}
    marks, back = {}, {}
    for root in made.values():
        for link in root.iter("{*}a"):
            target = link.get("href", "").partition("#")[2]
            if link.get("role") == "doc-noteref":
                marks[link.get("id")] = target
            if link.get("role") == "doc-backlink":
                back[target] = next(li.get("id") for li in link.iterancestors("{*}li"))
    assert marks == back and len(marks) == 3 * (4 + 2)
    assert set(marks) | set(marks.values()) <= ids


def test_labels_never_cross_files(files: Mapping[str, bytes]) -> None:
    for number, text, chapter in said_in_epub(files)[0]:
        assert chapter in text.split(), (number, text)
