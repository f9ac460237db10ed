"""A mark or a way back whose name does not say what it is.

## Why

Screen readers list the links of a page by their names, and people who speak to their computer call them by what they
see. A link without a name is not there for either; a name without the words that are seen cannot be called; and of two
links with one name, nobody knows which leads where.

## Example

Two notes that are both called "Note n1", in one list.

## Fix

Nothing in a manuscript can bring this about: numbers, letters and names are made, never typed, and a citation style of
your own is told to tell works of one author and year apart (2018a, 2018b). Report it as a fault of the program, with
the book.

## Standards

- WCAG 2.4.4 Link Purpose (In Context), 2.5.3 Label in Name, 4.1.2 Name, Role, Value.
- DPUB-ARIA 1.1: doc-noteref, doc-backlink.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.source import Span
from publisher.xhtml.inlines import citation_name, mark_of, note_name
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import CITED, MARKED, way_name

RULE = Rule(
    code="REF-10",
    name="noteref-name",
    severity=Severity.ERROR,
    standards=("WCAG 2.4.4", "WCAG 2.5.3"),
    who="people who follow links by their names: it has none, or not the one that is seen, or one that is another's",
)

_HELP = "a fault of the program: report it, with the book"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A link that we write: what is seen of it, what it is called and where it leads; ``series`` is where it is met."""

    seen: str
    name: str
    target: str
    span: Span
    series: str = ""


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link to a source or a note, or back, that cannot be told by its name."""
    targets: dict[tuple[str, str], str] = {}
    for link in _links(book):
        if not link.seen.strip() or link.seen not in link.name:
            yield RULE.found(link.span, f"A link that reads '{link.seen}' is called '{link.name}'", help=_HELP)
        elif targets.setdefault((link.series, link.name), link.target) != link.target:
            yield RULE.found(link.span, f"Two links are both called '{link.name}'", help=_HELP)


def _links(book: Book) -> Iterator[_Named]:
    layout = Layout(book=book, pictures={})
    placed = book.manifest.notes
    anew = {placed.epub, placed.print, placed.web} == {"chapter"}  # then each chapter has an n1, and a list of its own
    for entry in book.entries:
        if entry.ways_back:
            seen, span = mark_of(entry, after_name=False), entry.reference.span
            yield _Named(seen=seen, name=citation_name(seen, layout), target=entry.id, span=span)
        for way in entry.ways_back:
            name = way_name(way, CITED, entry.mark or entry.number, layout)
            yield _Named(seen=way.letter, name=name, target=way.id, span=way.span)
    for note in book.notes:
        series, span = note.chapter if anew else "", note.note.span
        name = note_name(note.label, layout)
        yield _Named(seen=note.label, name=name, target=note.id, span=span, series=series)
        for way in note.ways_back:
            name = way_name(way, MARKED, note.label, layout)
            yield _Named(seen=way.letter, name=name, target=way.id, span=way.span, series=series)
