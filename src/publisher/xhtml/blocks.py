"""Blocks in, XHTML out."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from publisher.model.blocks import (
    Block,
    Box,
    CodeBlock,
    DefinitionList,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    ThematicBreak,
)
from publisher.model.book import Chapter
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.figures import described, figure
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.roles import BOXES, semantics_of
from publisher.xhtml.tables import table


def chapter(chapter: Chapter, layout: Layout) -> Element:
    """A chapter's section, named by its title; the long descriptions of its pictures stand at its end."""
    semantics = semantics_of(chapter.role, chapter.matter)
    title_id = _title_id(chapter, layout)
    language = layout.book.manifest.book.language
    return element(
        semantics.tag,
        *_titled(chapter, layout, title_id),
        *descriptions(chapter, layout),
        class_="chapter",
        id=chapter.slug,
        role=semantics.role,
        epub_type=semantics.epub_type,
        aria_labelledby=title_id,
        attributes=spoken_in(chapter.language, language),
    )


def _title_id(chapter: Chapter, layout: Layout) -> str:
    first = chapter.blocks[0] if chapter.blocks else None
    if isinstance(first, Heading) and first.level == 1:
        return layout.book.ids[first.span]
    return f"{chapter.slug}-title"


def _titled(chapter: Chapter, layout: Layout, title_id: str) -> tuple[Child, ...]:
    first, rest = (chapter.blocks[0], chapter.blocks[1:]) if chapter.blocks else (None, ())
    if not (isinstance(first, Heading) and first.level == 1):
        rest = chapter.blocks
    title = element("h1", *inlines(chapter.title, layout), id=title_id)
    return (title, *blocks(rest, layout))


def descriptions(chapter: Chapter, layout: Layout) -> tuple[Child, ...]:
    """The long descriptions of a chapter's pictures, each with a way back to its figure (rules FG-02)."""
    figures = [node for node in described(chapter) if layout.book.ids.get(node.span)]
    if not figures:
        return ()
    id = f"{chapter.slug}-descriptions"
    parts = [_description(node, layout) for node in figures]
    title = element("h2", "Image descriptions", id=id)
    return (element("section", title, *parts, class_="descriptions", aria_labelledby=id),)


def _description(node: Figure, layout: Layout) -> Element:
    id = layout.book.ids[node.span]
    label = layout.book.targets[id].label or "the picture"
    return element(
        "section",
        element("h3", f"Description of {label}", id=f"{id}-description-title"),
        *blocks(node.description, layout),
        element("p", element("a", f"Back to {label}", href=f"#{id}"), class_="back"),
        class_="description",
        id=f"{id}-description",
        aria_labelledby=f"{id}-description-title",
    )


def blocks(content: Sequence[Block], layout: Layout) -> tuple[Element, ...]:
    """The blocks of ``content`` with their markup."""
    return tuple(made for block in content for made in _block(block, layout))


def _block(block: Block, layout: Layout) -> Iterable[Element]:
    match block:
        case Paragraph(content=content):
            return (element("p", *inlines(content, layout)),)
        case Heading(level=level, content=content, span=span):
            return (element(f"h{level}", *inlines(content, layout), id=layout.book.ids.get(span)),)
        case ListBlock():
            return (_list(block, layout),)
        case DefinitionList():
            return (_definitions(block, layout),)
        case Quotation(blocks=content):
            return (element("blockquote", *blocks(content, layout)),)
        case CodeBlock(text=text):
            return (element("pre", element("code", text)),)
        case ThematicBreak():
            return (element("hr", class_="break"),)
        case Table():
            return table(block, layout, blocks)
        case Figure():
            return figure(block, layout)
        case Box():
            return (_box(block, layout),)
        case Details(summary=summary, blocks=content):
            return (element("details", element("summary", *inlines(summary, layout)), *blocks(content, layout), open="open"),)
    assert_never(block)


def _list(block: ListBlock, layout: Layout) -> Element:
    tag = "ul" if block.start is None else "ol"
    start = str(block.start) if block.start not in (None, 1) else None
    return element(tag, *(element("li", *_item(item, layout)) for item in block.items), start=start)


def _item(item: ListItem, layout: Layout) -> tuple[Child, ...]:
    if item.tight and item.blocks and isinstance(item.blocks[0], Paragraph):
        return (*inlines(item.blocks[0].content, layout), *blocks(item.blocks[1:], layout))
    return blocks(item.blocks, layout)


def _definitions(block: DefinitionList, layout: Layout) -> Element:
    parts: list[Element] = []
    for definition in block.definitions:
        parts += [element("dt", *inlines(term, layout)) for term in definition.terms]
        parts += [element("dd", *blocks(meaning, layout)) for meaning in definition.meanings]
    return element("dl", *parts)


def _box(box: Box, layout: Layout) -> Element:
    semantics = BOXES[box.kind]
    language = layout.book.manifest.book.language
    title = (element("p", box.title, class_="box-title"),) if box.title else ()
    source = (element("p", element("cite", box.source), class_="source"),) if box.source else ()
    return element(
        semantics.tag,
        *title,
        *blocks(box.blocks, layout),
        *source,
        class_=" ".join(("box", box.kind.value, *box.classes)),
        role=semantics.role,
        epub_type=semantics.epub_type,
        aria_label=box.title or None,
        attributes=spoken_in(box.language, language),
    )
