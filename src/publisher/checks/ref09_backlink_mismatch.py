"""Citations and ways back that are not one to one.

## Why

Whoever follows a number to its source, or a mark to its note, wants to read on where they were. Each place that cites
needs a way back of its own, which leads there and nowhere else; a list with a way too few or too many strands readers
who cannot see where they have been.

## Example

A source that is cited in three chapters, with two lettered ways back.

## Fix

Nothing in a manuscript can bring this about: the ways back are made, never typed. Report it as a fault of the program,
with the book.

## Standards

- WCAG 2.4.3 Focus Order, 2.4.5 Multiple Ways.
- PDF/UA-1 (ISO 14289-1) 7.9: notes and references.
- DPUB-ARIA 1.1: doc-backlink.
"""

from collections.abc import Iterator, Mapping

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book, WayBack
from publisher.model.inlines import CitedItem, NoteReference
from publisher.model.walk import nodes
from publisher.source import Span

RULE = Rule(
    code="REF-09",
    name="backlink-mismatch",
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.9", "WCAG 2.4.5"),
    who="everybody who comes back from a note or a source: the way leads elsewhere, or there is none",
)
_Key = tuple[str, str]  # the chapter of a note, or nothing for a source, and its label or key


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each source and note whose marks in the text and ways back are not one to one."""
    marks = _marks(book)
    listed = _listed(book)
    known = {("", reference.key): reference.span for reference in book.manifest.references}
    known |= {(chapter.slug, note.label): note.span for chapter in book.chapters for note in chapter.notes}
    for key, span in known.items():
        met, ways = marks.get(key, frozenset()), listed.get(key, ())
        right = {way.span for way in ways if book.ids.get(way.span) == way.id} & met
        if not len(met) == len(ways) == len(right):
            message = f"{key[1]}: {_counted(len(met), 'citation')}, {_counted(len(ways), 'way')} back"
            yield RULE.found(span, message, help="a fault of the program: report it, with the book")


def _marks(book: Book) -> Mapping[_Key, frozenset[Span]]:
    """The places that cite each source and note; one that is printed several times counts where it is first read."""
    found: dict[_Key, set[Span]] = {}
    met: set[Span] = set()
    for chapter in book.chapters:
        read = tuple(note.note.blocks for note in book.notes if note.chapter == chapter.slug)
        for node in nodes((chapter.blocks, read)):
            if isinstance(node, CitedItem | NoteReference) and node.span not in met:
                met.add(node.span)
                key = ("", node.key) if isinstance(node, CitedItem) else (chapter.slug, node.label)
                found.setdefault(key, set()).add(node.span)
    return {key: frozenset(spans) for key, spans in found.items()}


def _listed(book: Book) -> Mapping[_Key, tuple[WayBack, ...]]:
    sources = {("", entry.reference.key): entry.ways_back for entry in book.entries}
    return sources | {(note.chapter, note.note.label): note.ways_back for note in book.notes}


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
