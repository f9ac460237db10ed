"""What a handout asks for and cannot have, for MAN-08."""

from collections.abc import Iterator
from posixpath import normpath

from publisher.checks.look import look
from publisher.checks.room import no_room
from publisher.checks.wording import meant
from publisher.model.blocks import Heading
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.manifest import HandoutOptions, key_of
from publisher.paper.handout_pages import handout_geometry

_CODED = 2331  # bytes in the largest code that is restored where 15 % are lost (ISO/IEC 18004, 40-M)
_TWIN = "large-print"  # the end of the name of each handout's other file

Conflict = tuple[str, str, str]


def handout_conflicts(book: Book) -> Iterator[Conflict]:
    """The key, what is wrong and what to do, for each setting that a handout cannot be made with."""
    for name, handout in book.manifest.editions.every_handout.items():
        path = key_of(name)
        if not (handout.chapters or handout.sections or handout.figures or handout.text):
            yield path, "The handout has nothing in it", "Name `chapters:`, `sections:`, `figures:` or a `text:`"
        if len(handout.url.encode()) > _CODED:
            yield f"{path}.url", "The address is too long for a QR code", "Give a shorter one"
        if name.lower().endswith(_TWIN):
            yield path, "This name ends the large-print file of another handout", "Give it another name"
        yield from _unknown(book, path, handout)
        yield from _too_small(book, path, handout)


def _unknown(book: Book, path: str, handout: HandoutOptions) -> Iterator[Conflict]:
    """What the handout names and the book does not have; nothing while a chapter is missing that may have it."""
    if book.faults(FaultKind.FILE_MISSING):
        return
    headings = {
        book.ids[node.span] for chapter in book.chapters for node in chapter.blocks if isinstance(node, Heading)
    }
    files = {chapter.file for chapter in book.chapters}
    for number, file in enumerate(handout.chapters):
        if normpath(file) not in files:
            help = meant(file, files, "name a file that stands under `chapters:` of the book, or write `text:`")
            yield f"{path}.chapters.{number}", f"'{file}' is no chapter of the book", help
    for number, id in enumerate(handout.sections):
        if id not in headings:
            help = meant(id, headings, f"write {{#{id}}} behind the heading that is meant")
            yield f"{path}.sections.{number}", f"No heading is called '{id}'", help
    for number, key in enumerate(handout.figures):
        if key not in book.manuscript.figures:
            help = meant(key, book.manuscript.figures, "add it to `figures:`")
            yield f"{path}.figures.{number}", f"No figure is called '{key}'", help


def _too_small(book: Book, path: str, handout: HandoutOptions) -> Iterator[Conflict]:
    theme = look(book)
    try:
        if theme:
            handout_geometry(theme, handout.page, handout.size)
    except ValueError:
        yield from no_room(book, path, handout.page, handout.size)
