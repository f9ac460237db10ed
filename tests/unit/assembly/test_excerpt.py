"""An excerpt is a book of its own, made by the code that makes books."""

from pathlib import Path

import pytest
from sources import laid

from publisher.assembly import assemble
from publisher.assembly.excerpt import excerpt
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.model.words import spoken
from publisher.publish import examine
from publisher.readers.manuscript import read_manuscript

MANIFEST = """\
book: {title: The Harbour, language: en-GB, date: 2026-01-05, slug: harbour}
chapters: [{part: The water, chapters: [chapters/01.md]}, chapters/02.md]
figures:
  boat: {image: images/boat.svg, alt: A boat, caption: "A boat [@tides]", credit: Ann}
  wave: {image: images/wave.svg, alt: A wave}
references:
  quays: {type: report, title: On Quays, author: [{literal: Port Office}], issued: 2025, accessed: 2026-01-01, URL: "https://example.org/q"}
  tides: {type: book, title: On Tides, author: [{literal: Ann Writer}], issued: 1999}
editions:
  handout: HANDOUT
accessibility: {contact: {email: books@example.org}}
"""
FIRST = """\
# The quay

## By day {#sec-day}

Day[^1] [@quays].

### At noon

![boat]

## By night {#sec-night}

Night[^1] and again[^2], as [the day](#sec-day).

[^1]: It is "long".

[^2]: Seen by [@tides].

[^3]: Said nowhere ![wave].
"""
SECOND = "# The law\n\nA law.\n"
TEXT = """\
# Who works

The "work" is as @sec-day says, and [the law](../chapters/02.md), and [the words below](#sec-here), and [the night](../chapters/01.md#sec-night).[^1]

## Here {#sec-here}

![](../images/boat.svg)

[^1]: A note of the text's own.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 3"><path d="M0 2h6"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"chapters/01.md": FIRST, "chapters/02.md": SECOND, "handouts/mp.md": TEXT}
    return laid(tmp_path, {**texts, "images/boat.svg": DRAWING, "images/wave.svg": DRAWING})


def taken(folder: Path, handout: str) -> tuple[Book, Book]:
    """The whole book, and what a handout takes from it."""
    (folder / "book.yaml").write_text(MANIFEST.replace("HANDOUT", handout), encoding="utf-8")
    book = assemble(read_manuscript(folder))
    asked = book.manifest.editions.handout
    assert asked
    return book, excerpt(book, asked)


def titles(book: Book) -> list[str]:
    return [spoken(chapter.title) for chapter in book.chapters]


def test_the_order_is_text_chapters_sections_figures(folder: Path) -> None:
    asked = "{sections: [sec-night, sec-day], figures: [wave, boat], chapters: [chapters/02.md], text: handouts/mp.md}"
    _, made = taken(folder, asked)
    assert titles(made) == ["Who works", "The law", "By night", "By day", ""]
    assert [figure.key for figure in made.every(Figure) if figure.key] == [
        "boat",
        "wave",
    ]  # the day has the boat already
    assert {chapter.part for chapter in made.chapters} == {""}


def test_nothing_stands_in_it_twice(folder: Path) -> None:
    _, made = taken(folder, "{chapters: [chapters/01.md, ./chapters/01.md], sections: [sec-day], figures: [boat]}")
    assert titles(made) == ["The quay"]


@pytest.mark.parametrize("sections", ["[sec-noon, sec-day]", "[sec-day, sec-noon]", "[sec-noon, sec-day, sec-noon]"])
def test_a_section_within_another_stands_in_it_alone(folder: Path, sections: str) -> None:
    chapter = folder / "chapters/01.md"
    chapter.write_text(FIRST.replace("### At noon", "### At noon {#sec-noon}"), encoding="utf-8")
    _, made = taken(folder, f"{{sections: {sections}}}")
    assert titles(made) == ["By day"]


def test_two_sections_of_a_chapter_share_their_notes(folder: Path) -> None:
    _, made = taken(folder, "{sections: [sec-night, sec-day]}")
    assert [(note.label, note.note.label, len(note.ways_back)) for note in made.notes] == [
        ("n1", "1", 2),
        ("n2", "2", 1),
    ]
    assert [(entry.number, entry.reference.key) for entry in made.entries] == [(1, "tides"), (2, "quays")]
    assert len(made.entries[0].ways_back) == 2  # in a note, and in a caption
    ids = [*made.ids.values(), *(note.id for note in made.notes), *(entry.id for entry in made.entries)]
    assert len(ids) == len(set(ids))


def test_headings_of_a_section_rise(folder: Path) -> None:
    _, made = taken(folder, "{sections: [sec-day]}")
    assert [(entry.id, [child.id for child in entry.children]) for entry in made.outline] == [
        ("sec-day-section", ["chapter-01-at-noon"])
    ]


def test_what_no_mark_leads_to_is_left_out(folder: Path) -> None:
    _, made = taken(folder, "{sections: [sec-night]}")
    assert set(made.manuscript.assets) == set()
    _, made = taken(folder, "{sections: [sec-day]}")
    assert set(made.manuscript.assets) == {"images/boat.svg"}


def test_what_it_leaves_out_is_elsewhere(folder: Path) -> None:
    book, made = taken(folder, "{text: handouts/mp.md, sections: [sec-night]}")
    assert set(made.elsewhere) == set(book.targets) - {"sec-night"}
    assert made.elsewhere["sec-day"].target.label == "By day"
    assert made.elsewhere["fig-boat"].target.label == "Figure 1"
    assert {place.title for place in made.elsewhere.values()} == {"The Harbour"}
    led = [made.links[link.span] for link in made.every(Link) if link.span in made.links]
    assert led == ["chapter-02", "sec-here", "sec-night", "sec-day"]


def test_its_text_is_set_and_named_as_chapters_are(folder: Path) -> None:
    _, made = taken(folder, "{text: handouts/mp.md}")
    assert made.manifest.book.title == "Who works"
    assert "“work”" in spoken(made.chapters[0].blocks[1].content)  # type: ignore[union-attr]
    assert [note.note.label for note in made.notes] == ["1"]
    assert made.numbers == {} and "sec-here" in made.targets
    _, made = taken(folder, "{text: handouts/mp.md, title: Another}")
    assert (made.manifest.book.title, titles(made)) == ("Another", ["Another"])
    assert spoken(made.chapters[0].blocks[0].content) == "Another"  # type: ignore[union-attr]


def test_it_has_a_name_a_date_and_a_version_of_its_own(folder: Path) -> None:
    book, made = taken(folder, "{sections: [sec-day], date: 2026-02-03, version: '2'}")
    assert (made.slug, f"{made.modified:%Y-%m-%d}", made.manifest.book.version) == (
        "harbour-handout",
        "2026-02-03",
        "2",
    )
    assert (
        made.identifier != book.identifier and made.identifier == taken(folder, "{sections: [sec-day]}")[1].identifier
    )
    assert not made.manifest.editions.every_handout


def test_what_is_wrong_in_a_text_is_told_at_its_line(folder: Path) -> None:
    text = TEXT.replace("@sec-day", "@sec-nowhere").replace("# Who works", "# Who works\n\n[here](../chapters/03.md)")
    (folder / "handouts/mp.md").write_text(f"{text}\n~~struck~~\n", encoding="utf-8")
    (folder / "handouts/left.md").write_text("# Left over\n", encoding="utf-8")
    (folder / "book.yaml").write_text(MANIFEST.replace("HANDOUT", "{text: handouts/mp.md}"), encoding="utf-8")
    told = [
        f"{finding.span} {finding.rule.code}" for finding in examine(folder).findings if "handouts" in finding.span.file
    ]
    assert told == [
        "handouts/left.md:1:1 MAN-06",
        "handouts/mp.md:3:1 LNK-01",
        "handouts/mp.md:3:1 LNK-02",
        "handouts/mp.md:5:18 REF-13",
        "handouts/mp.md:9:1 IMG-01",
        "handouts/mp.md:13:1 STR-13",
    ]
