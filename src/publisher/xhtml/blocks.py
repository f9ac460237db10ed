"""Blocks in, XHTML out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
from publisher.model.inlines import Inline, InlineImage, Link
from publisher.model.roles import BOX_NAMES, BoxKind
from publisher.xhtml.element import Child, Element, element, written_at
from publisher.xhtml.figures import figure
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.roles import BOXES
from publisher.xhtml.tables import table


def blocks(content: Sequence[Block], layout: Layout) -> tuple[Element, ...]:
    """The blocks of ``content`` with their markup, each with its place."""
    return tuple(written_at(made, block.span) for block, at in _under(content, layout) for made in _block(block, at))


def _under(content: Sequence[Block], layout: Layout) -> Iterator[tuple[Block, Layout]]:
    """Each block with the layout under the last heading before it."""
    for block in content:
        yield block, layout
        if isinstance(block, Heading):
            layout = replace(layout, under=block.level)


def _block(block: Block, layout: Layout) -> Iterable[Element]:
    if isinstance(block, Table):
        return table(block, layout, blocks)
    layout = layout.inside()
    match block:
        case Paragraph(content=content):
            return (element("p", *inlines(content, layout), class_="picture" if _is_picture(content) else None),)
        case Heading(level=level, content=content, span=span):
            return (element(layout.heading(level), *inlines(content, layout), id=layout.book.ids.get(span)),)
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
        case Figure():
            return figure(block, layout)
        case Box():
            return (_box(block, layout),)
        case Details(summary=summary, blocks=content):
            return (
                element(
                    "details", element("summary", *inlines(summary, layout)), *blocks(content, layout), open="open"
                ),
            )
    assert_never(block)


def _is_picture(content: Sequence[Inline]) -> bool:
    """Whether a paragraph is a picture that is a link, and nothing else: it is no sign in a sentence."""
    match content:
        case (Link(content=(InlineImage(),)),):
            return True
    return False


def _list(block: ListBlock, layout: Layout) -> Element:
    tag = "ul" if block.start is None else "ol"
    start = str(block.start) if block.start not in (None, 1) else None
    items = (written_at(element("li", *_item(item, layout)), item.span) for item in block.items)
    # The page engine reads no start (WeasyPrint 70: a presentational hint).
    style = f"counter-reset: list-item {int(start) - 1}" if start and layout.paper else None
    return element(tag, *items, start=start, style=style)


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
    inside = layout.spoken_in(box.language)
    source = (element("p", element("cite", box.source), class_="source"),) if box.source else ()
    return element(
        semantics.tag,
        *_box_title(box, inside),
        *blocks(box.blocks, inside),
        *source,
        class_=" ".join(("box", box.kind.value, *box.classes)),
        role=semantics.role,
        epub_type=semantics.epub_type,
        aria_label=box.title or None,
        attributes=spoken_in(box.language, layout.around),
    )


def _box_title(box: Box, layout: Layout) -> tuple[Element, ...]:
    """The title of a box, a heading by which it is found; one without says what it is, as its bar alone would not.

    A quotation is seen to be one. On paper, where only its bar is thicker, a warning says that it is one in any case.
    """
    name = BOX_NAMES[box.kind]
    if not box.title:
        said = element("p", *layout.words(name), class_="box-title kind")
        return (said,) if box.kind is not BoxKind.QUOTE else ()
    title = element(layout.heading(layout.under + 1), box.title, class_="box-title")
    warns = layout.paper and box.kind is BoxKind.WARNING and layout.say(name).casefold() not in box.title.casefold()
    return (*((element("p", *layout.words(name), class_="box-title kind on-paper"),) if warns else ()), title)
