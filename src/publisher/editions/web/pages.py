"""The parts of the book that have a page each on the web, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from publisher.editions.edition import Options
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.model.blocks import Block, Paragraph
from publisher.model.book import Book, NumberedNote
from publisher.model.inlines import CrossReference
from publisher.model.walk import every
from publisher.model.words import spoken
from publisher.xhtml.chapters import chapter as chapter_section
from publisher.xhtml.chapters import part
from publisher.xhtml.element import Element
from publisher.xhtml.illustrations import figures, figures_title
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import notes, references
from publisher.xhtml.pages import Statement, imprint

# WCAG 1.4.10 and 1.4.12, in em: what 320 px hold of a table in letters of 18 px from any face, spaced out.
COLUMN = 12.0
_DESCRIPTION = 160  # characters: search engines show no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of its own: ``id`` is that of the section it shows, and names its file.

    Its first heading is of level 1; ``depth`` is how many stand above it in the book.
    """

    id: str
    title: str
    content: tuple[Element, ...]
    description: str = ""
    depth: int = 0

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.id}.html"


def pages(layout: Layout, options: Options, *, notes_below: bool) -> Iterator[Page]:
    """Every page behind the first; ``notes_below`` puts a chapter's notes below its text."""
    book = layout.book
    for entry in book.outline:
        if not entry.chapter:
            yield Page(id=entry.id, title=spoken(entry.title), content=(part(entry, layout),))
        for member in (entry,) if entry.chapter else entry.children:
            yield _chapter(member.chapter, layout, notes_below=notes_below)
    if not notes_below:
        yield from (Page(id="notes", title=layout.say("Notes"), content=(made,)) for made in notes(book.notes, layout))
    yield from (Page(id="references", title=layout.say("References"), content=(made,)) for made in references(layout))
    yield from (Page(id="figures", title=layout.say(figures_title(book)), content=(made,)) for made in figures(layout))
    yield Page(id="imprint", title=layout.say("About this book"), content=imprint(book, _statement(book, options)))


def _statement(book: Book, options: Options) -> Statement:
    """What works here: a web page has no page numbers."""
    return statement(replace(facts(book), pages=0), book.manifest, options.claimed(book))


def _chapter(slug: str, layout: Layout, *, notes_below: bool) -> Page:
    book, chapter = layout.book, layout.book.chapter(slug)
    own: Sequence[NumberedNote] = [note for note in book.notes if notes_below and note.chapter == slug]
    depth = 1 if chapter.part else 0
    text = relevelled((chapter_section(chapter, layout),), -depth)
    content = (*text, *notes(own, layout, chapter=slug))
    return Page(
        id=slug, title=spoken(chapter.title), content=content, description=_opening(chapter.blocks), depth=depth
    )


def _opening(blocks: Sequence[Block]) -> str:
    """The first words of the running text that mean something alone, without a figure or a section to look at."""
    texts = (
        block.content for block in blocks if isinstance(block, Paragraph) and not any(every(CrossReference, block))
    )
    return shorten(spoken(next(texts, ())), _DESCRIPTION, placeholder=" …")


def relevelled(content: Sequence[Element], by: int) -> tuple[Element, ...]:
    """``content`` with its headings ``by`` levels down, or up where it is negative."""
    for section in content:
        for made in section.iter("h1", "h2", "h3", "h4", "h5", "h6"):
            made.tag = f"h{min(6, max(1, int(made.tag[1]) + by))}"
    return tuple(content)
