"""The section of a part, its title; that of a chapter: title, text, and the long descriptions of its pictures."""

from collections.abc import Sequence
from dataclasses import replace

from publisher.model.blocks import Block, Figure, Heading
from publisher.model.book import Chapter, OutlineEntry
from publisher.model.roles import Matter
from publisher.model.walk import every
from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import Child, Element, element, written_at
from publisher.xhtml.figures import named
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.roles import semantics_of

_BELOW = 4  # the level of the first heading inside a description, whose own title is of level 3


def part(entry: OutlineEntry, layout: Layout) -> Element:
    """The section of a part, which holds its title alone: its chapters stand beside it."""
    title = element("h1", *inlines(entry.title, layout), id=f"{entry.id}-title")
    named = {"role": "doc-part", "aria-labelledby": f"{entry.id}-title"}
    return element("section", title, class_="part", id=entry.id, epub_type="part", attributes=named)


def chapter(chapter: Chapter, layout: Layout) -> Element:
    """A chapter's section, named by its title; the long descriptions of its pictures stand at its end."""
    semantics = semantics_of(chapter.role, chapter.matter)
    title_id = _title_id(chapter, layout)
    at = replace(layout, shift=layout.shift + bool(chapter.part)).spoken_in(chapter.language)
    made = element(
        semantics.tag,
        *_titled(chapter, at, title_id),
        *descriptions(chapter, at),
        class_="chapter",
        id=chapter.slug,
        role=semantics.role,
        epub_type=semantics.epub_type,
        aria_labelledby=title_id,
        attributes=spoken_in(chapter.language, layout.around),
    )
    return written_at(made, chapter.span)


def _title_id(chapter: Chapter, layout: Layout) -> str:
    first = chapter.blocks[0] if chapter.blocks else None
    if isinstance(first, Heading) and first.level == 1:
        return layout.book.ids[first.span]
    return f"{chapter.slug}-title"


def _titled(chapter: Chapter, layout: Layout, title_id: str) -> tuple[Child, ...]:
    first, rest = (chapter.blocks[0], chapter.blocks[1:]) if chapter.blocks else (None, ())
    if not (isinstance(first, Heading) and first.level == 1):
        rest = chapter.blocks
    title = element(layout.heading(1), *inlines(chapter.title, layout), class_="chapter-title", id=title_id)
    # The folios of the front matter are roman, which a page on its side does not know.
    return (title, *blocks(rest, layout.inside() if chapter.matter is Matter.FRONT else layout))


def descriptions(chapter: Chapter, layout: Layout) -> tuple[Child, ...]:
    """The long descriptions of a chapter's pictures, each with a way back to its figure (rules FG-02)."""
    notes = tuple(note.note.blocks for note in layout.book.notes if note.chapter == chapter.slug)
    shown = (figure for figure in every(Figure, (chapter.blocks, notes)) if figure.description)
    parts = [_description(figure, layout.inside()) for figure in shown if figure.path in layout.pictures]
    if not parts:
        return ()
    id = f"{chapter.slug}-descriptions"
    title = element(layout.heading(2), *layout.words("Image descriptions"), id=id)
    name = f"{id} {_title_id(chapter, layout)}" if layout.together else id  # no two landmarks of a file have one name
    return (element("section", title, *parts, class_="descriptions", aria_labelledby=name),)


def _description(figure: Figure, layout: Layout) -> Element:
    """One description. It is no section: each with a name would be one more landmark (EPUB: at most six a file)."""
    id = layout.book.ids[figure.span]
    label = named(figure, layout)
    return element(
        "div",
        element(layout.heading(3), *layout.words("Description of {}", label), id=f"{id}-description-title"),
        *blocks(_below(figure.description), replace(layout, under=_BELOW - 1)),
        element("p", element("a", *layout.words("Back to {}", label), href=f"#{id}"), class_="back"),
        class_="description",
        id=f"{id}-description",
    )


def _below(description: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a description with its headings below its own title, whatever their levels in its file."""
    highest = min((block.level for block in description if isinstance(block, Heading)), default=1)
    return tuple(
        replace(block, level=min(6, block.level - highest + _BELOW)) if isinstance(block, Heading) else block
        for block in description
    )
