"""An excerpt: chapters, sections, figures and a text of their own as a book in which all that is
counted starts from one.

What it leaves out is elsewhere: a reader is sent to the page of the whole book.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import takewhile
from posixpath import normpath
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from publisher.assembly import citations, crossreferences, identifiers, numbering, outline
from publisher.model.blocks import Block, Box, Figure, Heading, Table
from publisher.model.book import Book, Chapter, Elsewhere, Manuscript
from publisher.model.inlines import Inline, InlineImage, NoteReference, Passage, Text
from publisher.model.manifest import BookInfo, Editions, HandoutOptions, NotePlacement
from publisher.model.notes import Note
from publisher.model.roles import Matter, Role
from publisher.model.walk import every, inventory, nodes
from publisher.model.words import spoken
from publisher.source import Span

_FIGURES = "figures-of-the-handout"  # the chapter that pictures without a text of their own stand in


def excerpt(book: Book, handout: HandoutOptions, *, name: str = "handout") -> Book:
    """What ``handout`` takes from ``book``, in the order text, chapters, sections, figures.

    Nothing stands in it twice, and what is not in the book is left out (MAN-08). ``name`` is the end of its file's
    name.
    """
    text = _text(book, handout)
    chapters = tuple(_members(book, handout, text))
    own = tuple(member for member in chapters if member.slug == _FIGURES or member is text)
    used = (*book.targets, *(chapter.slug for chapter in book.chapters))
    ids = {**_kept(book, chapters), **identifiers.identifiers(own, used=used)}
    language = book.manifest.book.language
    numbers = numbering.numbers(chapters, ids)
    targets = crossreferences.targets(chapters, ids, numbers, language)
    links = crossreferences.links(own, {**targets, **book.targets}, within=book.chapters)
    met = tuple(citations.meetings(chapters))
    entries = citations.entries(book.manifest.references, met, "drop", book.manuscript.wordings, language=language)
    notes = citations.notes(met, anew=False)
    slug = f"{book.slug}-{name}"
    left = {id: _elsewhere(book, id) for id in book.targets if id not in targets}
    return replace(
        book,
        manuscript=_narrowed(book, handout, chapters, text),
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{book.identifier} {slug}')}",
        slug=slug,
        modified=datetime.combine(handout.date, time(), UTC) if handout.date else book.modified,
        dated=book.dated or bool(handout.date),
        ids=MappingProxyType({**ids, **citations.marks(entries, notes)}),
        numbers=numbers,
        targets=targets,
        links=MappingProxyType({**book.links, **links}),
        outline=outline.outline(chapters, ids),
        entries=entries,
        notes=notes,
        nodes=inventory((chapters,)),
        pages=(),
        folios=MappingProxyType({}),
        elsewhere=MappingProxyType(left),
    )


def _text(book: Book, handout: HandoutOptions) -> Chapter | None:
    """The text that a handout has for itself; its title is that of the handout where it gives one."""
    text = book.manuscript.texts.get(handout.text)
    if text is None:
        return None
    if not handout.title:
        return text
    title = (Text(text=handout.title, span=text.span),)
    return replace(text, title=title, blocks=tuple(_titled(block, title) for block in text.blocks))


def _titled(block: Block, title: tuple[Inline, ...]) -> Block:
    return replace(block, content=title) if isinstance(block, Heading) and block.level == 1 else block


def _members(book: Book, handout: HandoutOptions, text: Chapter | None) -> Iterator[Chapter]:
    """The excerpt's chapters, all of the body; a section is one too, and so are the figures together."""
    named = dict.fromkeys(map(normpath, handout.chapters))
    whole = [chapter for path in named for chapter in book.chapters if chapter.file == path]
    taken = [*([text] if text else []), *(replace(each, matter=Matter.BODY, part="") for each in whole)]
    sections = [section for id in dict.fromkeys(handout.sections) for section in _section(book, id)]
    below = (block for section in sections for block in section.blocks[1:])
    there = {node.span for node in every(Heading, (*(member.blocks for member in taken), *below))}
    taken += (section for section in sections if section.blocks[0].span not in there)  # the whole once, not its parts
    yield from taken
    shown = {figure.key for member in taken for figure in every(Figure, (member.blocks, member.notes))}
    keys = (key for key in dict.fromkeys(handout.figures) if key not in shown)
    pictures = tuple(book.manuscript.figures[key] for key in keys if key in book.manuscript.figures)
    if pictures:
        yield _chapter_of(pictures, book.manifest.book.language)


def _section(book: Book, id: str) -> Iterator[Chapter]:
    """The heading of that id as a chapter of all that stands below it, down to the next of its level."""
    for chapter in book.chapters:
        for at, heading in enumerate(chapter.blocks):
            if isinstance(heading, Heading) and book.ids[heading.span] == id:
                level = heading.level
                inside = (heading, *takewhile(lambda block: not _ends(block, level), chapter.blocks[at + 1 :]))
                yield replace(
                    chapter,
                    slug=f"{id}-section",
                    matter=Matter.BODY,
                    role=Role.CHAPTER,
                    part="",
                    title=heading.content,
                    blocks=_raised(inside, level - 1),
                    notes=_reached(inside, chapter.notes),
                )


def _ends(block: Block, level: int) -> bool:
    return isinstance(block, Heading) and block.level <= level


def _raised(blocks: Sequence[Block], by: int) -> tuple[Block, ...]:
    """The blocks with their headings ``by`` levels higher."""
    return tuple(_higher(block, by) for block in blocks)


def _higher(block: Block, by: int) -> Block:
    match block:
        case Heading(level=level):
            return replace(block, level=max(1, level - by))
        case Box(blocks=inside):
            return replace(block, blocks=_raised(inside, by))
    return block


def _reached(blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Those of a chapter's notes that some of its blocks lead to, by way of other notes too."""
    reached: tuple[Note, ...] = ()
    while True:
        labels = {mark.label for mark in every(NoteReference, (blocks, tuple(note.blocks for note in reached)))}
        found = tuple(note for note in notes if note.label in labels)
        if found == reached:
            return found
        reached = found


def _chapter_of(pictures: tuple[Figure, ...], language: str) -> Chapter:
    return Chapter(
        file=pictures[0].span.file,
        slug=_FIGURES,
        matter=Matter.BODY,
        role=Role.CHAPTER,
        language=language,
        title=(),
        blocks=pictures,
        span=pictures[0].span,
    )


def _kept(book: Book, chapters: Sequence[Chapter]) -> dict[Span, str]:
    """The ids of the book for all that can be pointed at in ``chapters``."""
    named = (node.span for node in nodes(tuple(chapters)) if isinstance(node, Heading | Figure | Table | Passage))
    return {span: book.ids[span] for span in named if span in book.ids}


def _elsewhere(book: Book, id: str) -> Elsewhere:
    target = book.targets[id]
    language = "" if id in book.numbers or not target.label else book.language_of(target.chapter)
    return Elsewhere(target=target, title=book.manifest.book.title, folio=book.folios.get(id, ""), language=language)


def _narrowed(book: Book, handout: HandoutOptions, chapters: tuple[Chapter, ...], text: Chapter | None) -> Manuscript:
    """What the author's files say of the excerpt: a title and a date of its own, its pictures alone, no editions."""
    manuscript, manifest = book.manuscript, book.manifest
    shown = {node.path for node in nodes(chapters) if isinstance(node, Figure | InlineImage)}
    return replace(
        manuscript,
        manifest=replace(
            manifest,
            book=_described(manifest.book, handout, spoken(text.title) if text else ""),
            citations=replace(manifest.citations, uncited="drop"),
            notes=NotePlacement(),
            editions=Editions(),
        ),
        chapters=chapters,
        assets=MappingProxyType({path: asset for path, asset in manuscript.assets.items() if path in shown}),
        texts=MappingProxyType({}),
    )


def _described(info: BookInfo, handout: HandoutOptions, title: str) -> BookInfo:
    return replace(
        info,
        title=handout.title or title or info.title,
        subtitle="",
        date=handout.date or info.date,
        version=handout.version or info.version,
        description="",
        series=None,
        cover=None,
    )
