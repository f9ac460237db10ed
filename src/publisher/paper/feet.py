"""Notes at the foot of the page: which can stand there, and how they are written into the document.

A note is set at the foot where it is made of paragraphs, and its first mark stands in running text. The page engine
sets an aside in a line, not in blocks, and loses one that belongs to what it may not break or sets twice: so a note
with a list, a table, a quotation or the like in it, and one first referred to from a table, a figure, a heading, a link
or another note, stands at the end of its chapter. All have one series of numbers.
"""

from collections.abc import Mapping

from publisher.model.blocks import Figure, Heading, Paragraph, Table
from publisher.model.book import Book, NumberedNote
from publisher.model.inlines import Link, NoteReference
from publisher.model.walk import every
from publisher.source import Span
from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import Element, element, filled, written_at
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import ways_back
from publisher.xhtml.running import FOOT, PLACE

_ELSEWHERE = {Table: "a table", Figure: "a figure", Heading: "a heading", Link: "a link"}


def kept_from_the_foot(book: Book) -> Mapping[str, str]:
    """Why each note that cannot stand at the foot of a page cannot, by the note's id."""
    marked = _marked_elsewhere(book)
    reasons = ((numbered.id, _reason(numbered, marked)) for numbered in book.notes)
    return {id: reason for id, reason in reasons if reason}


def at_foot(book: Book) -> Mapping[str, NumberedNote]:
    """The notes that stand at the foot of a page, each by the id of its first mark."""
    if book.manifest.notes.print != "foot":
        return {}
    kept = kept_from_the_foot(book)
    return {note.ways_back[0].id: note for note in book.notes if note.id not in kept}


def _marked_elsewhere(book: Book) -> Mapping[Span, str]:
    """Where each mark stands that stands in no running text, by its place."""
    inside = {mark.span: "another note" for chapter in book.chapters for mark in every(NoteReference, chapter.notes)}
    for kind, name in _ELSEWHERE.items():
        inside |= {mark.span: name for mark in every(NoteReference, book.every(kind))}
    return inside


def _reason(numbered: NumberedNote, marked: Mapping[Span, str]) -> str:
    if not numbered.note.blocks or not all(isinstance(block, Paragraph) for block in numbered.note.blocks):
        return "it is more than paragraphs"
    where = marked.get(numbered.ways_back[0].span)
    return f"it is referred to from {where}" if where else ""


def set_at_foot(body: Element, notes: Mapping[str, NumberedNote], layout: Layout) -> None:
    """``body`` holds each of ``notes`` whose first mark is in it, behind that mark; their keys are the marks' ids."""
    marks = [made for made in body.iter("a") if made.get("id") in notes]
    for mark in marks:
        around = next(filter(None, (above.get("lang") for above in mark.iterancestors())), "")
        mark.addnext(_foot(notes[mark.get("id") or ""], layout.spoken_in(around)))


def _foot(numbered: NumberedNote, layout: Layout) -> Element:
    """A note as an aside in a line: what stands in blocks elsewhere is in spans here."""
    language = layout.book.language_of(numbered.chapter)
    inside = layout.inside().spoken_in(language)
    paragraphs = [_in_line(made, "paragraph") for made in blocks(numbered.note.blocks, inside)]
    for back in ways_back(numbered, inside):
        filled(paragraphs[-1], (" ", _in_line(back, "back")))
    made = element(
        "span",
        element("span", numbered.label, class_="n"),
        *paragraphs,
        class_=FOOT,
        id=numbered.id,
        role="doc-footnote",
        attributes=spoken_in(language, layout.around),
    )
    return written_at(made, numbered.note.span)


def _in_line(made: Element, name: str) -> Element:
    """A paragraph as a span. It has no place of its own: what is lost of a note is told of the note."""
    made.tag = "span"
    made.set("class", name)
    made.attrib.pop(PLACE, "")
    return made
