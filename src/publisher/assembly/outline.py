"""The outline: parts, chapters and their headings, each below the one that it belongs to."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from publisher.model.blocks import Heading
from publisher.model.book import Chapter, OutlineEntry
from publisher.model.inlines import Text
from publisher.model.names import slugified
from publisher.source import Span


def outline(chapters: Sequence[Chapter], ids: Mapping[Span, str]) -> tuple[OutlineEntry, ...]:
    """The book's headings as a tree. Headings inside boxes are their box's own and stay out."""
    entries: list[OutlineEntry] = []
    for part, members in groupby(chapters, key=lambda chapter: chapter.part):
        of_part = tuple(_chapter(chapter, ids) for chapter in members)
        if part:
            title = (Text(text=part, span=Span("book.yaml")),)
            entries.append(OutlineEntry(id=f"part-{slugified(part)}", chapter="", title=title, children=of_part))
        else:
            entries.extend(of_part)
    return tuple(entries)


def _chapter(chapter: Chapter, ids: Mapping[Span, str]) -> OutlineEntry:
    headings = [block for block in chapter.blocks if isinstance(block, Heading) and block.level > 1]
    children = _below(headings, 1, chapter.slug, ids)
    return OutlineEntry(id=chapter.slug, chapter=chapter.slug, title=chapter.title, children=children)


def _below(headings: list[Heading], level: int, slug: str, ids: Mapping[Span, str]) -> tuple[OutlineEntry, ...]:
    """The entries of the headings that stand below ``level``, taken from the front of ``headings``."""
    entries: list[OutlineEntry] = []
    while headings and headings[0].level > level:
        heading = headings.pop(0)
        children = _below(headings, heading.level, slug, ids)
        entries.append(OutlineEntry(id=ids[heading.span], chapter=slug, title=heading.content, children=children))
    return tuple(entries)
