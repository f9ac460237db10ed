"""A mark without its note, or a note without its mark.

## Why

A mark is a link. If the note is missing, whoever follows it lands nowhere; a note without a mark is read by nobody. Two
notes with one label cannot both be meant, and a note inside a note has no place on paper and no way back.

## Example

    The Act was passed in 2015.[^stages]

    [^stage]: It came into force in stages.

## Fix

Make mark and note agree. Labels are private to their file: a note that stands in another chapter is not found.

## Standards

- PDF/UA-1 7.9: notes have IDs of their own.
- WCAG 2.4.4 Link Purpose (In Context).
"""

from collections.abc import Iterator

from publisher.checks.wholeness import is_whole
from publisher.checks.wording import meant
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book, Chapter
from publisher.model.faults import FaultKind
from publisher.model.inlines import NoteReference
from publisher.model.walk import every

RULE = Rule(
    code="REF-07",
    name=FaultKind.NOTE_LABEL.value,
    severity=Severity.ERROR,
    standards=("PDF/UA-1 7.9", "WCAG 2.4.4"),
    who="everybody who follows the mark: there is no note, or not the right one",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each mark without its note, note without its mark, label given twice, note in a note."""
    for fault in book.faults(FaultKind.NOTE_LABEL):
        yield RULE.found(fault.span, fault.message, help=fault.help)
    cut = {fault.span.file for fault in book.faults(FaultKind.OVERSIZE)}  # what was left out may hold the mark
    whole = is_whole(book)  # a code block without an end has taken the notes behind it
    for chapter in book.chapters:
        yield from _marks(chapter) if whole else ()
        if chapter.file not in cut:
            yield from _notes(chapter)


def _marks(chapter: Chapter) -> Iterator[Diagnostic]:
    labels = tuple(note.label for note in chapter.notes)
    for mark in every(NoteReference, chapter.blocks):
        if mark.label not in labels:
            message = f"Note '[^{mark.label}]' is defined nowhere in {chapter.file}"
            help = meant(mark.label, labels, f"write [^{mark.label}]: and the note, below")
            yield RULE.found(mark.span, message, help=help)


def _notes(chapter: Chapter) -> Iterator[Diagnostic]:
    inside = tuple(every(NoteReference, chapter.notes))
    for mark in inside:
        message = f"Note '[^{mark.label}]' stands inside a note"
        yield RULE.found(mark.span, message, help="say it in the note itself, in brackets")
    used = {mark.label for mark in (*every(NoteReference, chapter.blocks), *inside)}
    for note in chapter.notes:
        if note.label not in used:
            message = f"Note '[^{note.label}]' is never referred to"
            help = f"write [^{note.label}] where it belongs, or remove it"
            yield RULE.found(note.span, message, help=help, severity=Severity.WARNING)
