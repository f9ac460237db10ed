"""Blocks in, pieces of plain text out."""

from collections.abc import Sequence
from typing import assert_never

from publisher.editions.text.inlines import pictured, words
from publisher.editions.text.pieces import Piece, apart, close, ended, hanging, led
from publisher.editions.text.tables import table
from publisher.facts.in_words import GOES_ON, credit
from publisher.facts.setting import Setting
from publisher.model.blocks import (
    Block,
    Box,
    CodeBlock,
    DefinitionList,
    Details,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quotation,
    Table,
    ThematicBreak,
)
from publisher.model.roles import BOX_NAMES

_DEEPEST = 6


def blocks(content: Sequence[Block], setting: Setting) -> tuple[Piece, ...]:
    """The blocks of ``content``; those that say nothing are left out."""
    return tuple(piece for block in content for piece in _block(block, setting) if piece.text.strip())


def heading(level: int, title: str, setting: Setting) -> Piece:
    """A title that says that it is one, and of which level: a listener can search for it."""
    return Piece(text=f"{setting.say('Heading {}', min(_DEEPEST, level + setting.depth))}: {title}")


def _block(block: Block, setting: Setting) -> tuple[Piece, ...]:
    match block:
        case Paragraph(content=content):
            return (Piece(text=words(content, setting)),)
        case Heading(level=level, content=content):
            said = words(content, setting)
            return (Piece(text=said) if setting.described else heading(level, said, setting),)
        case ListBlock():
            return _list(block, setting)
        case DefinitionList():
            return _definitions(block, setting)
        case Quotation(blocks=content):
            return _set_apart("Quotation", "", blocks(content, setting), setting)
        case CodeBlock(text=text):
            return hanging((Piece(text=text, verbatim=f"[{setting.say(GOES_ON)}]"),), "    ")
        case ThematicBreak():
            return (Piece(text=f"[{setting.say('Break')}]"),)
        case Table():
            return table(block, setting, blocks)
        case Figure():
            return _figure(block, setting)
        case Box(kind=kind, title=title, blocks=content, source=source):
            inside = (*blocks(content, setting), *((Piece(text=source),) if source else ()))
            return _set_apart(BOX_NAMES[kind], title, inside, setting)
        case Details(summary=summary, blocks=content):
            return (Piece(text=words(summary, setting)), *blocks(content, setting))
    assert_never(block)


def _list(block: ListBlock, setting: Setting) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for number, item in enumerate(block.items):
        mark = "- " if block.start is None else f"{block.start + number}. "
        pieces = hanging(blocks(item.blocks, setting) or (Piece(text=""),), mark)
        made += close(pieces) if item.tight else pieces
    return apart(made)


def _definitions(block: DefinitionList, setting: Setting) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for definition in block.definitions:
        terms = "; ".join(words(term, setting) for term in definition.terms)
        meanings = [piece for meaning in definition.meanings for piece in blocks(meaning, setting)]
        made += hanging(led(f"{terms}: ", meanings), "", indent="  ")
    return tuple(made)


def _set_apart(kind: str, title: str, inside: Sequence[Piece], setting: Setting) -> tuple[Piece, ...]:
    """What a page shows by a bar or an indent, between two lines that say so."""
    name = setting.say(kind)
    start = f"[{name}: {title}]" if title else f"[{name}]"
    return (Piece(text=start), *inside, Piece(text=f"[{setting.say('{} ends', name)}]"))


def _figure(figure: Figure, setting: Setting) -> tuple[Piece, ...]:
    """A picture's words, caption, credit and description, together where the picture stands."""
    if figure.path not in setting.book.manuscript.assets:
        return ()
    label = setting.book.targets[setting.book.ids[figure.span]].label
    caption = f"{label}: {words(figure.caption, setting)}" if figure.caption else ""
    said = (pictured(figure.alternative, setting), caption, credit(figure))
    inside = blocks(figure.description, setting.inside_description())
    description = ended(led(f"[{setting.say('Image description: {}', '')}", inside), "]") if inside else ()
    return (*apart(close(Piece(text=text) for text in said if text)), *description)
