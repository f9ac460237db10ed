"""What the manifest asks of a booklet that cannot be folded (MAN-08): each conflict as a key, a message and a help."""

from collections.abc import Iterator

from publisher.checks.look import look
from publisher.model.book import Book
from publisher.model.manifest import BookletOptions, Editions
from publisher.paper.handout_pages import handout_geometry
from publisher.paper.stylesheet import dimensions, geometry_of, large_margins, millimetres
from publisher.themes.large import enlarged
from publisher.themes.theme import Theme

_FOLDED_FROM = {dimensions("A5"): "A4", dimensions("A6"): "A5"}  # pages and their sheets
_THICKEST = 1.0  # millimetres
_PRINT_ONLY = "print-only"  # the end of the name of a booklet's other file


def booklet_conflicts(book: Book) -> Iterator[tuple[str, str, str]]:
    """What is wrong with each booklet of ``book``."""
    editions, theme = book.manifest.editions, look(book)
    for name, booklet in editions.every_booklet.items():
        path, sheet = name.replace("-", "s.", 1), _FOLDED_FROM.get(_size(booklet.page))
        known = booklet.of in ("pdf", "large-print") or editions.folded(booklet)
        if not known:
            what = "a handout" if booklet.of == "handout" else f"'{booklet.of}'"
            yield f"{path}.of", f"The booklet is made of {what}, and there is none", _of(editions)
        if not sheet:
            yield f"{path}.page", f"A booklet is no {booklet.page}", "Fold it to A5 or A6"
        elif sorted(_size(booklet.sheet)) != sorted(dimensions(sheet)):
            yield (
                f"{path}.sheet",
                f"A sheet of {booklet.sheet} does not fold to {booklet.page}",
                f"Write `sheet: {sheet}`",
            )
        elif known and theme and not _holds_text(theme, booklet, editions):
            what = f"A page of {booklet.page} is too small for text of {editions.size_of(booklet)}"
            yield f"{path}.page", what, "Take smaller text or a larger page"
        if booklet.creep not in ("0", "none") and millimetres(booklet.creep) > _THICKEST:
            yield f"{path}.creep", f"No sheet of paper is {booklet.creep} thick", "Write the thickness of one sheet"
        if path.lower().endswith(_PRINT_ONLY):
            yield path, "This name ends the file that is only for printing, of another booklet", "Give it another name"


def _holds_text(theme: Theme, booklet: BookletOptions, editions: Editions) -> bool:
    page, size = booklet.page, editions.size_of(booklet)
    try:
        if editions.folded(booklet):
            handout_geometry(theme, page, size)
        elif booklet.of == "large-print":
            geometry_of(enlarged(theme), page, size, large_margins(size))
        else:
            geometry_of(theme, page, size)
    except ValueError:
        return False
    return True


def _of(editions: Editions) -> str:
    named = ", ".join(("pdf", "large-print", *editions.every_handout))
    return f"Write one of {named}" if editions.every_handout else "Add `handout:` to `editions:`, or write `of: pdf`"


def _size(page: str) -> tuple[float, float]:
    """Width and height in millimetres; nothing of a page that print does not know."""
    try:
        return dimensions(page)
    except ValueError:
        return 0.0, 0.0
