"""What a book says, passage by passage, as every finished form of it has to say it: for comparisons
of letters alone."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.model.blocks import Block, Box, CodeBlock, Definition, Details, Figure, Heading, Paragraph, Table
from publisher.model.book import Book
from publisher.model.inlines import Abbreviation, Code, Emphasis, Inline, LineBreak, Link, Passage, Phrase, Strong, Text
from publisher.model.walk import every, nodes
from publisher.model.words import spoken
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A passage: runs of the author's words, between which a form may put words of ours (a number, an address)."""

    place: Span
    runs: tuple[str, ...]


def letters(text: str) -> str:
    """Letters and digits alone, without their case: spaces, hyphens and signs differ between forms."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def passages(book: Book) -> tuple[Said, ...]:
    """All that stands in the text, then the notes that it leads to, then the references."""
    titles = (Said(place=chapter.span, runs=_runs(chapter.title)) for chapter in book.chapters)
    chapters = (said for chapter in book.chapters for said in _blocks(chapter.blocks))
    return tuple(said for said in (*titles, *chapters, *behind(book)) if any(map(letters, said.runs)))


def behind(book: Book) -> tuple[Said, ...]:
    """The notes, then the references: what stands behind the text of each volume that leads to it."""
    notes = (said for note in book.notes for said in _blocks(note.note.blocks))
    entries = (Said(place=entry.reference.span, runs=_runs(entry.words)) for entry in book.entries)
    return (*notes, *entries)


def in_order(book: Book) -> tuple[tuple[Said, ...], ...]:
    """The paragraphs of each chapter that stand in the running text of every form, one behind the other."""
    own = ([block for block in chapter.blocks if isinstance(block, Paragraph)] for chapter in book.chapters)
    return tuple(tuple(Said(place=block.span, runs=_runs(block.content)) for block in blocks) for blocks in own)


def _blocks(blocks: Sequence[Block]) -> Iterator[Said]:
    """Each block that holds words; a table's cells are one passage, but for its head, which stands
    by each value in some."""
    tables = tuple(every(Table, tuple(blocks)))
    inside = {id(node) for table in tables for node in nodes((table.head, table.bodies))}
    for node in nodes(tuple(blocks)):
        if id(node) not in inside:
            yield from _words(node)


def _words(node: object) -> Iterator[Said]:
    match node:
        case Paragraph(content=content, span=span) | Heading(content=content, span=span):
            yield Said(place=span, runs=_runs(content))
        case Figure(caption=content, span=span) | Details(summary=content, span=span):
            yield Said(place=span, runs=_runs(content))
        case Table():
            yield Said(place=node.span, runs=_runs(node.caption))
            cells = (cell for body in node.bodies for row in body for cell in row.cells)
            yield Said(
                place=node.span, runs=tuple(run for cell in cells for said in _blocks(cell.blocks) for run in said.runs)
            )
            for cell in (cell for row in node.head for cell in row.cells):
                yield from _blocks(cell.blocks)
        case CodeBlock(text=text, span=span):
            yield Said(place=span, runs=tuple(text.splitlines()))
        case Definition(terms=terms, span=span):
            yield from (Said(place=span, runs=_runs(term)) for term in terms)
        case Box(title=title, span=span):
            yield Said(place=span, runs=(title,))


def _runs(content: Sequence[Inline]) -> tuple[str, ...]:
    runs = [""]
    for part in _parts(content):
        if part is None:
            runs.append("")
        else:
            runs[-1] += part
    return tuple(run for run in runs if letters(run))


def _parts(content: Sequence[Inline]) -> Iterator[str | None]:
    """The author's words, and None wherever a form may put words of ours."""
    for inline in content:
        match inline:
            case Text(text=text) | Code(text=text):
                yield text
            case Abbreviation(text=text):
                yield from (text, None)
            case LineBreak():
                yield " "
            case Emphasis(content=inner) | Strong(content=inner) | Passage(content=inner):
                yield from _parts(inner)
            case Link(href=href, content=inner) if letters(spoken(inner)) in letters(href):
                yield None  # an address is shortened or printed whole, as each form can
            case Phrase(content=inner) | Link(content=inner):
                yield from (None, *_parts(inner), None)
            case _:
                yield None
