"""One name stands at two places.

## Why

A link can lead to one place only. Where two have the same name, readers land at the first, and nobody tells them that
another was meant. A figure that is shown twice would be counted twice.

## Example

    ## The law {#sec-law}

    ## The courts {#sec-law}

## Fix

Rename one of the two, and the links that mean it. A figure stands once; the second time, refer to it: `@fig-map`. The
beginnings `fig-`, `tbl-` and `sec-` are kept for figures, tables and headings.

## Standards

- HTML: the value of `id` is unique (EPUBCheck RSC-005).
- PDF/UA-1 7.9: a note has an ID of its own.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import Figure, Heading, Table
from publisher.model.book import Book
from publisher.model.inlines import Passage
from publisher.source import Span

RULE = Rule(
    code="STR-10",
    name="duplicate-id",
    severity=Severity.ERROR,
    standards=("HTML id", "PDF/UA-1 7.9"),
    who="people who follow a link: they land at the wrong place",
)

_Named = Heading | Passage | Figure | Table
_KEPT: Mapping[str, tuple[type, str]] = MappingProxyType(
    {"fig-": (Figure, "figures"), "tbl-": (Table, "tables"), "sec-": (Heading, "headings")}
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each name that the author has given and that something before it, or of ours, has."""
    every: tuple[_Named, ...] = (
        *book.every(Heading),
        *book.every(Passage),
        *book.every(Figure),
        *book.every(Table),
    )
    given = {node.span: node for node in every if _name(node)}
    ours = _ours(book, given)
    first: dict[str, Span] = {}
    for span, id in book.ids.items():
        if span not in given:
            continue
        if id in first:
            yield _twice(given[span], id, first[id])
        elif id in ours:
            yield RULE.found(span, f"Anchor '{id}' is taken: {ours[id]}", help="choose another name")
        elif prefix := _misused(given[span]):
            message = f"Anchor '{id}': '{prefix}' is kept for {_KEPT[prefix][1]}"
            yield RULE.found(span, message, help="choose another name")
        first.setdefault(id, span)


def _name(node: _Named) -> str:
    """The name that the author has given; none to a figure that is not there (REF-13, MAN-05)."""
    match node:
        case Heading(id=id) | Passage(id=id):
            return id
        case Figure(key=key, path=path):
            return key if path else ""
        case Table(key=key):
            return key


def _ours(book: Book, given: Mapping[Span, _Named]) -> Mapping[str, str]:
    """What we have named, and what it is."""
    return {
        **{id: f"a heading at {span} is called so" for span, id in book.ids.items() if span not in given},
        **{note.id: f"it is that of note '[^{note.note.label}]'" for note in book.notes},
        **{entry.id: f"it is that of reference '{entry.reference.key}'" for entry in book.entries},
        **{chapter.slug: f"it is that of the chapter '{chapter.file}'" for chapter in book.chapters},
    }


def _twice(node: _Named, id: str, first: Span) -> Diagnostic:
    if isinstance(node, Figure):
        message = f"Figure '{node.key}' stands twice (first in {first.file}, line {first.line})"
        return RULE.found(node.span, message, help=f"refer to it the second time: @{id}")
    message = f"Anchor '{id}' is used twice (first in {first.file}, line {first.line})"
    return RULE.found(node.span, message, help="rename one of the two")


def _misused(node: _Named) -> str:
    """The kept beginning that this name has and may not have; a manifest's key gets one of its own."""
    if isinstance(node, Figure) and node.words != node.span:
        return ""
    kept = ((start, kind) for start, (kind, _) in _KEPT.items() if _name(node).startswith(start))
    return next((start for start, kind in kept if not isinstance(node, kind)), "")
