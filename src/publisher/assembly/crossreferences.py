"""Where things are, and where links inside the book lead."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import normpath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from publisher.model.blocks import Figure, Heading, Table
from publisher.model.book import Chapter, Target
from publisher.model.inlines import Link, Passage
from publisher.model.locale import in_words
from publisher.model.walk import every, nodes
from publisher.model.words import spoken
from publisher.source import Span

_WORDS = MappingProxyType({Figure: "Figure {}", Table: "Table {}"})


def targets(
    chapters: Sequence[Chapter], ids: Mapping[Span, str], numbers: Mapping[str, int], language: str
) -> Mapping[str, Target]:
    """Every place in a book in ``language`` that can be pointed at, by its id."""
    found: dict[str, Target] = {}
    for chapter in chapters:
        title = spoken(chapter.title)
        found[chapter.slug] = Target(id=chapter.slug, chapter=chapter.slug, label=title, span=chapter.span)
        for node in nodes((chapter.blocks, chapter.notes)):
            if isinstance(node, Heading | Figure | Table | Passage) and node.span in ids:
                id = ids[node.span]
                label = _label(node, id, numbers, language)
                found.setdefault(id, Target(id=id, chapter=chapter.slug, label=label, span=node.span))
    return MappingProxyType(found)


def _label(node: Heading | Figure | Table | Passage, id: str, numbers: Mapping[str, int], language: str) -> str:
    if isinstance(node, Heading | Passage):
        return spoken(node.content)
    return in_words(language, _WORDS[type(node)], numbers[id]) if id in numbers else ""


def links(
    chapters: Sequence[Chapter], targets: Mapping[str, Target], *, within: Sequence[Chapter] = ()
) -> Mapping[Span, str]:
    """The id that each link inside the book leads to, by the link's place; a broken link has none (LNK-01).

    The book is the chapters and those of ``within``.
    """
    slugs = {chapter.file: chapter.slug for chapter in (*within, *chapters)}
    found: dict[Span, str] = {}
    for chapter in chapters:
        for link in every(Link, (chapter.blocks, chapter.notes)):
            id = _target(link.href, chapter, slugs, targets)
            if id:
                found[link.span] = id
    return MappingProxyType(found)


def _target(href: str, chapter: Chapter, slugs: Mapping[str, str], targets: Mapping[str, Target]) -> str:
    try:
        address = urlsplit(href)
    except ValueError:
        return ""
    if address.scheme or address.netloc:
        return ""
    fragment, path = unquote(address.fragment), unquote(address.path)
    if not path:  # ids are the book's, not the file's
        return fragment if fragment in targets else ""
    slug = slugs.get(normpath(PurePosixPath(chapter.file).parent / path)) or slugs.get(normpath(path), "")
    target = targets.get(fragment)
    if not fragment:
        return slug
    return fragment if target and slug == target.chapter else ""
