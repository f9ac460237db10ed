"""How small the letters of a book's drawings come out in its editions in large print: what TYP-01 says of them."""

from collections.abc import Iterator

from publisher.assembly.excerpt import excerpt
from publisher.checks.look import look
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.manifest import LargePrintOptions
from publisher.paper.drawings import Letters, large_letters
from publisher.paper.handout_pages import handout_geometry, picture_height
from publisher.paper.stylesheet import LARGE, geometry_of, large_margins
from publisher.themes.large import enlarged

_PAGES = ("100",)  # of the standard edition, in the margin: how many there are is not known yet


def small_letters(book: Book) -> Iterator[tuple[Figure, float]]:
    """The first figure of each drawing with words that stay too small, and the size of the smallest in points."""
    smallest: dict[str, float] = {}
    for letters in _editions(book):
        for path, made in letters.items():
            if made.words:
                smallest[path] = min(made.smallest, smallest.get(path, made.smallest))
    for figure in book.every(Figure):
        if figure.path in smallest:
            yield figure, smallest.pop(figure.path)


def _editions(book: Book) -> Iterator[Letters]:
    theme, editions = look(book), book.manifest.editions
    asked = editions.large_print or LargePrintOptions()
    if theme is None or not (editions.large_print or editions.every_handout):
        return
    try:
        theme = enlarged(theme)
        if editions.large_print:
            numbers = large_margins(asked.size, labels=_PAGES if editions.pdf else ())
            yield large_letters(book, geometry_of(theme, asked.page, asked.size, numbers), asked.size)
        for handout in editions.every_handout.values():
            page = handout_geometry(theme, asked.page, asked.size, LARGE)
            yield large_letters(excerpt(book, handout), page, asked.size, height=picture_height(page))
    except ValueError:  # a fault of the look (MAN-09), or no room on its page (MAN-08)
        return
