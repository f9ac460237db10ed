"""The book as we understand it: each node on a line, with its place, its own words and what was made of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from publisher.model.book import Book
from publisher.model.words import spoken
from publisher.source import Span


def tree(book: Book) -> str:
    """The chapters of a book as an indented tree, and its references and notes with their ways back."""
    rows = [f"{book.manifest.book.title} ({book.identifier})"]
    for chapter in book.chapters:
        rows.append(f"{chapter.role.value} {chapter.slug} {chapter.file}: {spoken(chapter.title)}")
        rows += [row for block in (*chapter.blocks, *chapter.notes) for row in _node(block, book, 1)]
    for entry in book.entries:
        ways = ", ".join(f"{way.letter} {way.span}" for way in entry.ways_back) or "not cited"
        rows.append(f"reference {entry.number or '-'} {entry.reference.key}: {ways}")
    for note in book.notes:
        rows.append(f"note {note.label} {note.id}: " + ", ".join(f"{way.letter} {way.span}" for way in note.ways_back))
    return "\n".join(rows) + "\n"


def _node(node: object, book: Book, depth: int) -> Iterator[str]:
    if isinstance(node, tuple):
        for member in node:
            yield from _node(member, book, depth)
        return
    if not is_dataclass(node) or isinstance(node, Span | type):
        return
    values = {field.name: getattr(node, field.name) for field in fields(node)}
    span = values.get("span")
    words = " ".join(f"{name}={_shown(value)}" for name, value in values.items() if _is_word(value))
    id = book.ids.get(span, "") if isinstance(span, Span) else ""
    where = f"  {span.line}:{span.column}" if isinstance(span, Span) else ""
    yield "  " * depth + " ".join(filter(None, (type(node).__name__, f"#{id}" if id else "", words))) + where
    for value in values.values():
        yield from _node(value, book, depth + 1)


def _is_word(value: object) -> bool:
    return isinstance(value, str | int | Enum) and value not in ("", False)


def _shown(value: object) -> str:
    return json.dumps(value.value if isinstance(value, Enum) else value, ensure_ascii=False)


def as_json(book: Book) -> str:
    """The same, for programs."""
    return json.dumps([_data(chapter) for chapter in book.chapters], ensure_ascii=False, indent=1) + "\n"


def _data(node: object) -> object:
    if isinstance(node, Span):
        return str(node)
    if isinstance(node, tuple):
        return [_data(member) for member in node]
    if isinstance(node, Enum):
        return node.value
    if is_dataclass(node) and not isinstance(node, type):
        inside = {field.name: _data(getattr(node, field.name)) for field in fields(node)}
        return {
            "kind": type(node).__name__,
            **{name: value for name, value in inside.items() if value not in ("", [], None)},
        }
    return dict(node) if isinstance(node, Mapping) else node
