"""Notes at the foot of the page: read where their mark stands, spaced as they are written, and told
when they are lost."""

from pathlib import Path

import pytest

from publisher.model.reading import Tag, every
from publisher.paper.reading import read_pdf
from publisher.publish import Made, examine, write

MANIFEST = """\
book: {title: Notes, language: en-GB, slug: notes, date: 2026-01-05}
chapters: [one.md]
notes: {print: foot}
editions: {epub: {}, pdf: {page: A5}}
accessibility: {contact: {email: notes@example.org}}
"""


def made(folder: Path, chapter: str) -> Made:
    (folder / "book.yaml").write_text(MANIFEST)
    (folder / "one.md").write_text(f"# One\n\n{chapter}")
    (pdf,) = write(examine(folder).book, ("pdf",))
    return pdf


def tagged(pdf: Made, role: str) -> list[Tag]:
    return [tag for tag in every(read_pdf(pdf.files["notes.pdf"])) if tag.role == role]


def words(tag: Tag) -> str:
    """The words of a tag without those of its notes."""
    return "".join(part if isinstance(part, str) else words(part) for part in tag.children if not is_note(part))


def is_note(part: Tag | str) -> bool:
    return isinstance(part, Tag) and part.role == "Note"


def test_a_note_is_read_behind_its_first_mark(tmp_path: Path) -> None:
    pdf = made(tmp_path, "Told first[^a], then again[^a].\n\n[^a]: The note.\n\n    Its second paragraph.\n")
    (paragraph,) = (tag for tag in tagged(pdf, "P") if any(map(is_note, tag.children)))
    assert [part if isinstance(part, str) else part.role for part in paragraph.children] == [
        "Told first",
        "Link",
        "Note",
        ", then again",
        "Link",
        ".",
    ]
    note = paragraph.children[2]
    assert isinstance(note, Tag) and note.id == "note-one-a"
    assert [part.role for part in note.children if isinstance(part, Tag)] == ["Lbl", "P", "P"]
    assert [link.words.strip() for link in every((note,)) if link.role == "Link"] == ["a", "b"]


def test_words_on_both_sides_of_a_page_are_apart(tmp_path: Path) -> None:
    """The notes of a page stand between its last word and the first of the next."""
    text = " ".join(f"word{number}[^{number}]" if number % 40 == 0 else f"word{number}" for number in range(1, 600))
    notes = "\n\n".join(f"[^{number}]: Note {number}." for number in range(40, 600, 40))
    pdf = made(tmp_path, f"{text}\n\n{notes}\n")
    (paragraph,) = (tag for tag in tagged(pdf, "P") if any(map(is_note, tag.children)))
    plain = words(paragraph)
    assert [f"word{number} " in plain or f"word{number}n" in plain for number in range(1, 599)] == [True] * 598


@pytest.mark.parametrize("times", [22, 40])
def test_a_note_that_has_no_room_on_its_page_is_not_forgotten(times: int, tmp_path: Path) -> None:
    """The contents need a second pass, in which the page of the mark is as it was."""
    pdf = made(tmp_path, f"Grey.[^a]\n\n[^a]: {'The boats lay still in the harbour. ' * times}\n")
    assert pdf.findings == () and len(tagged(pdf, "Note")) == 1


def test_what_no_page_holds_is_told(tmp_path: Path) -> None:
    pdf = made(tmp_path, f"Grey.[^a]\n\n[^a]: {'The boats lay still in the harbour. ' * 80}\n")
    assert [(str(finding.span), finding.rule.code) for finding in pdf.findings] == [("one.md:5:1", "PRT-01")]
    assert "Note '[^a]'" in pdf.findings[0].message and not pdf.files and not pdf.failure


def test_code_on_the_last_line_of_a_page_is_seen(tmp_path: Path) -> None:
    """Its letters are higher than its line, of which the theme takes no account."""
    pdf = made(tmp_path, "Grey[^a] and green[^b].\n\n[^a]: Write `x = 1`.\n[^b]: Or write `y = 1`.\n")
    assert pdf.findings == () and [note.words.count("= 1") for note in tagged(pdf, "Note")] == [1, 1]
