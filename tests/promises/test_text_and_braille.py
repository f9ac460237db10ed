"""Promise 9, its half of text and braille: the same headings, notes and figures, within 40 cells and 25 lines.

Both files are read as a reader meets them: in plain text by its words, in braille by what stands where on the page.
"""

import re
from collections.abc import Mapping, Sequence

import pytest
from sources import laid

from publisher.braille.cells import BLANK, NOTE, NOTE_ENDS
from publisher.braille.liblouis import liblouis
from publisher.braille.reading import pages, read_brf
from publisher.publish import examine, write

CELLS, LINES = 40, 25
MANIFEST = """\
book: {title: The Harbour Year, language: en-GB, date: 2026-01-05}
chapters:
  - {part: The Water, chapters: [chapters/one.md]}
  - chapters/two.md
figures:
  moon: {image: images/moon.svg, alt: A white disc, caption: "The moon[^3]", description: "It is full.", kind: photo}
  quay: {image: images/moon.svg, alt: A low wall, caption: The quay}
  star: {image: images/moon.svg, decorative: true}
references:
  atlas: {type: book, author: [{family: Writer, given: Ann}], issued: 2001, title: An Atlas, URL: "https://www.example.org/atlas"}
editions: {pdf: {page: A5}, text: {}, braille: {}}
accessibility: {contact: {email: books@example.org}}
"""
ONE = """\
# Tides

The sea rises[^1] and falls[^2], says [@atlas].

![moon]

## Neap tides

Words.[^1]

- one
- two

### When they come

![star]

Words.

## Spring tides

Words.

[^1]: A note of two paragraphs.

    Its second.

[^2]: Another.

[^3]: In a caption.
"""
TWO = """\
# Ships

![quay]

Words.[^why]

## Boats

| Boat | Berth |
|---|---|
| Anna | 7 |

: Where they lie

{more}

[^why]: A last note.
"""
PARAGRAPH = (
    "\n\nEvery morning the water in the harbour rises, and the people who live by it know when it will fall again."
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("harbour")
    two = TWO.format(more=PARAGRAPH * 30)
    laid(folder, {"book.yaml": MANIFEST, "chapters/one.md": ONE, "chapters/two.md": two, "images/moon.svg": SVG})
    made = write(examine(folder).book, ("text", "braille"))
    assert not [one.failure for one in made if one.failure]
    return {name: data for one in made for name, data in one.files.items()}


@pytest.fixture(scope="module")
def text(files: Mapping[str, bytes]) -> str:
    return files["the-harbour-year.txt"].decode()


@pytest.fixture(scope="module")
def braille(files: Mapping[str, bytes]) -> Sequence[Sequence[str]]:
    return pages(files["the-harbour-year.brf"])


def headings(braille: Sequence[Sequence[str]]) -> list[int]:
    """The indents of headings: below a blank line or another heading, and centred, or four or six cells in."""
    found: list[int] = []
    above = ""
    for line in (line for page in braille[1:] for line in page[1:]):
        indent = len(line) - len(line.lstrip(BLANK))
        centred = indent > 3 and abs(indent - (CELLS - len(line))) <= 1
        if line and above == "" and (centred or indent in (4, 6)):
            found.append(indent)
        above = line
    return found


def test_headings_are_as_many(text: str, braille: Sequence[Sequence[str]]) -> None:
    said = [int(level) for level in re.findall(r"^Heading (\d): ", text, re.M)]
    found = headings(braille)
    assert len(found) == len(said) and len(said) > 8
    assert sum(indent > 6 for indent in found) == said.count(1)


def test_notes_are_as_many_with_as_many_marks(text: str, files: Mapping[str, bytes]) -> None:
    told = " ".join(read_brf(files["the-harbour-year.brf"]))
    for number in range(1, 5):
        assert told.count(f"[n{number}]") == text.count(f"[n{number}]") >= 2
    assert told.count("Back to:") == text.count("Back to:") == 4
    assert told.count("Cited at:") == text.count("Cited at:") == 1


def test_figures_are_as_many_with_their_words(
    text: str, braille: Sequence[Sequence[str]], files: Mapping[str, bytes]
) -> None:
    told = " ".join(read_brf(files["the-harbour-year.brf"]))
    for words in ("Image: A white disc", "Image: A low wall", "Image description: It is full"):
        assert told.count(words) == " ".join(text.split()).count(words) == 1
    cells = BLANK.join(line for page in braille for line in page)
    assert cells.count(NOTE) == cells.count(NOTE_ENDS) == 3  # two pictures, and how the table is set


def test_braille_fits_the_page_and_holds_nothing_else(files: Mapping[str, bytes]) -> None:
    data = files["the-harbour-year.brf"]
    assert set(data) <= {*range(0x20, 0x60), 0x0D, 0x0A, 0x0C}
    every = data.split(b"\f")
    assert len(every) > 4
    for page in every:
        assert page.endswith(b"\r\n") and len(page.split(b"\r\n")) - 1 <= LINES
        assert max(map(len, page.split(b"\r\n"))) <= CELLS


def test_no_character_is_left_untranslated(files: Mapping[str, bytes]) -> None:
    """liblouis spells a character that it does not know by its code point, in cells of which some have eight dots."""
    with liblouis() as louis:
        assert re.search("[\u2840-\u28ff]", louis.cells("日", "en-ueb-g2.ctb")[0])
    assert re.fullmatch("[\u2800-\u283f\n\f]+", files["the-harbour-year-braille.txt"].decode())


def test_pages_of_print_are_told(braille: Sequence[Sequence[str]]) -> None:
    """At the left of line 1, and where they turn: in order, but for the one whose image
    descriptions stand elsewhere."""
    told: list[str] = []
    for page in braille[2:]:
        turns = [match[1] for line in page[1:] if (match := re.fullmatch("⠤{9,}(⠼.+)", line))]
        told += [page[0].split(BLANK)[0], *turns]
    assert list(dict.fromkeys(told)) == ["⠼⠁", "⠼⠃", "⠼⠙", "⠼⠑", "⠼⠋", "⠼⠛", "⠼⠓", "⠼⠊", "⠼⠁⠚"]
