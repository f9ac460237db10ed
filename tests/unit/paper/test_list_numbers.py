"""Lists on paper are numbered as they are written."""

from pathlib import Path

from sources import laid

from publisher.model.reading import every
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write

MANIFEST = """\
book: {title: Lists, language: en-GB, slug: lists, date: 2026-01-05}
chapters: [one.md]
accessibility: {contact: {email: lists@example.org}}
"""
CHAPTER = "# One\n\n3. three\n4. four\n\nAnd\n\n- so\n\n    7. seven\n\nOn\n\n1. one\n"


def test_a_list_begins_with_the_number_of_its_first_item(tmp_path: Path) -> None:
    folder = laid(tmp_path, {"book.yaml": MANIFEST, "one.md": CHAPTER})
    (pdf,) = write(examine(folder).book, ("pdf",))
    marks = [tag.words.strip() for tag in every(read_pdf(pdf.files["lists.pdf"])) if tag.role == "Lbl"]
    assert [mark for mark in marks if mark[:-1].isdigit()] == ["3.", "4.", "7.", "1."]
