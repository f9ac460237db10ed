"""The plain text edition as a file: UTF-8 without a byte order mark, lines that end with a line feed (rules TX-01)."""

from collections.abc import Iterator, Mapping

from publisher.editions.edition import Options
from publisher.editions.text.blocks import blocks, heading
from publisher.editions.text.inlines import words
from publisher.editions.text.lists import contents, credits, imprint, notes, references, title_page
from publisher.editions.text.pieces import Piece, rendered
from publisher.facts.in_words import notes_below
from publisher.facts.setting import Setting, setting
from publisher.files import Files
from publisher.model.blocks import Heading
from publisher.model.book import Book, Chapter
from publisher.themes.theme import Theme
from publisher.xhtml.cover import cover_image, cover_words
from publisher.xhtml.element import fit


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The plain text of a book; a theme says nothing here."""
    text = rendered(_book(setting(book), options))
    return Files({f"{book.slug}.txt": fit(text).encode()})


def _book(setting: Setting, options: Options) -> Iterator[Piece]:
    book = setting.book
    yield from title_page(setting, draft=options.draft)
    if cover_image(book):
        yield Piece(text=f"[{setting.say('Image: {}', cover_words(book))}]")
    if book.manifest.book.description:
        yield Piece(text=book.manifest.book.description)
    yield heading(1, setting.say("Contents"), setting)
    yield from contents(setting)
    for entry in book.outline:
        if not entry.chapter:
            yield heading(1, words(entry.title, setting), setting)
        for member in (entry,) if entry.chapter else entry.children:
            yield from _chapter(book.chapter(member.chapter), setting)
    if not notes_below(book):
        yield from notes(book.notes, setting, level=1)
    yield from references(setting)
    yield from credits(setting)
    yield from imprint(setting, options)


def _chapter(chapter: Chapter, setting: Setting) -> Iterator[Piece]:
    """A chapter below its title; in a part it stands one level deeper (rules EN-08)."""
    below = setting.below(1 if chapter.part else 0)
    first = chapter.blocks[0] if chapter.blocks else None
    titled = isinstance(first, Heading) and first.level == 1
    yield heading(1, words(chapter.title, below), below)
    yield from blocks(chapter.blocks[1 if titled else 0 :], below)
    if notes_below(setting.book):
        yield from notes([note for note in setting.book.notes if note.chapter == chapter.slug], below, level=2)
