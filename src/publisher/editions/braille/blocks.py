"""Blocks in, pieces of braille out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from publisher.braille.cells import BOX, BOX_ENDS, NOTE, NOTE_ENDS, PLAIN_ENDS, PLAIN_PASSAGE
from publisher.editions.braille.inlines import foreign, pictured, runs
from publisher.editions.braille.pieces import (
    BREAK,
    Piece,
    Run,
    apart,
    between,
    close,
    hanging,
    inset,
    is_empty,
    led,
    paragraph,
    said,
)
from publisher.editions.braille.tables import Remark, table
from publisher.facts.in_words import credit
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
from publisher.model.roles import BOX_NAMES, BoxKind

_DEEPEST = 3  # headings below it look like it
_INDENT = {1: 0, 2: 4, 3: 6}  # rules BR-06; the first is centred


def blocks(content: Sequence[Block], setting: Setting) -> tuple[Piece, ...]:
    """The blocks of ``content``; those that say nothing are left out."""
    return tuple(piece for block in content for piece in _block(block, setting) if not is_empty(piece))


def heading(level: int, title: Sequence[Run], setting: Setting, *, id: str = "") -> Piece:
    """A title by its indent: blank lines around the first level, and before the others."""
    level = min(_DEEPEST, level + setting.depth)
    indent = _INDENT[level]
    look = Piece(first=indent, rest=indent, before=True, after=level == 1, centred=level == 1, keep=True)
    return replace(look, runs=tuple(title), level=level, id=id)


def remark(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What the transcriber says, between the signs for it (rules BR-04)."""
    return between(pieces, (Run(text=NOTE, cells=True),), (Run(text=NOTE_ENDS, cells=True),)) if pieces else ()


def _remark_in(setting: Setting) -> Remark:
    """What the transcriber says, where it is not said inside such a remark already."""
    return tuple if setting.described else remark


def in_language(pieces: Sequence[Piece], language: str) -> tuple[Piece, ...]:
    """The pieces of a block in ``language``; where none is said, it is that of what stands around."""
    return tuple(replace(piece, runs=foreign(piece.runs, language, whole=True)) for piece in pieces)


def _block(block: Block, setting: Setting) -> tuple[Piece, ...]:
    match block:
        case Paragraph(content=content, span=span):
            words = runs(content, setting)
            if any(run.text == BREAK for run in words):
                return apart((Piece(runs=words, first=0, rest=2, again=0, place=str(span)),))
            return (Piece(runs=words, place=str(span)),)
        case Heading(level=level, content=content, span=span):
            title = runs(content, setting)
            if setting.described:
                return (Piece(runs=title),)
            return (replace(heading(level, title, setting, id=(id := setting.book.ids.get(span, ""))), place=id),)
        case ListBlock():
            return apart(_list(block, setting))
        case DefinitionList():
            return apart(_definitions(block, setting))
        case Quotation(blocks=content):
            return _quotation(blocks(content, setting))
        case CodeBlock():
            return _code(block)
        case ThematicBreak():
            return (Piece(runs=said("* * *"), centred=True, before=True, after=True),)
        case Table():
            return table(block, setting, blocks, _remark_in(setting))
        case Figure():
            return _figure(block, setting)
        case Box():
            return _box(block, setting)
        case Details(summary=summary, blocks=content):
            return (Piece(runs=runs(summary, setting), keep=True), *blocks(content, setting))
    assert_never(block)


def _list(block: ListBlock, setting: Setting) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for number, item in enumerate(block.items):
        mark = "• " if block.start is None else f"{block.start + number}. "
        made += hanging(close(blocks(item.blocks, setting)), mark)
    return tuple(made)


def _definitions(block: DefinitionList, setting: Setting) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for definition in block.definitions:
        terms = [run for term in definition.terms for run in (*said("; "), *runs(term, setting))][1:]
        meanings = [piece for meaning in definition.meanings for piece in close(blocks(meaning, setting))]
        made += hanging(led((*terms, *said(": ")), meanings), "")
    return tuple(made)


def _quotation(inside: Sequence[Piece]) -> tuple[Piece, ...]:
    """A block two cells in, its paragraphs parted by blank lines, as they cannot be by their first words."""
    blocked = (replace(piece, first=0) if (piece.first, piece.rest) == (2, 0) else piece for piece in inside)
    return tuple(apart((piece,))[0] for piece in inset(blocked, 2))


def _code(block: CodeBlock) -> tuple[Piece, ...]:
    """Lines as they are, between signs that say that nothing is contracted here."""
    lines = [line.expandtabs(4).rstrip() for line in block.text.split("\n")]
    made = []
    for line in filter(None, lines):
        indent = min(len(line) - len(line.lstrip()), 8)
        run = Run(text=line.strip(), plain=True, bare=True, span=block.span)
        made.append(Piece(runs=(run,), first=indent, rest=indent + 4))
    start = Piece(runs=(Run(text=PLAIN_PASSAGE, cells=True),), first=0, keep=True)
    end = Piece(runs=(Run(text=PLAIN_ENDS, cells=True),), first=0)
    return apart((start, *made, end)) if made else ()


def _box(box: Box, setting: Setting) -> tuple[Piece, ...]:
    """Text between two lines that reach across the page, below the name of its kind."""
    inside = in_language(blocks(box.blocks, setting), box.language)
    if box.kind is BoxKind.QUOTE:
        source = Piece(runs=said(box.source, span=box.span))
        return _quotation((*inside, *((source,) if box.source else ())))
    kind = setting.say(BOX_NAMES[box.kind])
    title = foreign(said(box.title, span=box.span), box.language, whole=True)
    name = Piece(runs=(*said(f"{kind}: " if title else kind), *title), keep=True)
    top, bottom = Piece(rule=BOX, before=True, keep=True), Piece(rule=BOX_ENDS, after=True)
    return (top, name, *inside, bottom)


def _figure(figure: Figure, setting: Setting) -> tuple[Piece, ...]:
    """A picture's caption, then what it shows in a transcriber's note, and who made it (rules BR-05)."""
    if figure.path not in setting.book.manuscript.assets:
        return ()
    label = setting.book.targets[setting.book.ids[figure.span]].label
    words = (*said(f"{label}: "), *runs(figure.caption, setting))
    caption = (Piece(runs=words, keep=True),) if figure.caption else ()
    shown = pictured(figure.alternative, figure.words, setting)
    inside = close(blocks(figure.description, setting.inside_description()))
    description = led(said(setting.say("Image description: {}", "")), inside) if inside else ()
    told = remark((*((Piece(runs=shown),) if shown else ()), *description))
    made = (*caption, *told, *((paragraph(credit(figure)),) if credit(figure) else ()))
    return apart((replace(made[0], place=str(figure.span)), *made[1:])) if made else ()
