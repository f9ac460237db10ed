"""The drawings of a book in large print: their letters as large as the text's where they fit (rules LP-02, LP-15)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from publisher.model.blocks import Figure, Heading
from publisher.model.book import Book
from publisher.model.roles import Matter
from publisher.model.walk import every
from publisher.paper.drawing_styles import spelled_out
from publisher.paper.lettering import Lettering, lettered
from publisher.paper.stylesheet import Geometry, millimetres
from publisher.themes.large import LEAST

_POINTS = 72 / 25.4  # in a millimetre
_INSET = 4.0  # em: so much shorter is a line in a list, a box or a quotation

Letters = Mapping[str, Lettering]


def large_letters(book: Book, page: Geometry, size: str, *, height: float = 0.0) -> Letters:
    """Each drawing that is a figure of ``book``, by its path, on a ``page`` of large print with a body of ``size``.

    Where its letters have room only on a page on its side, it is ``turned``: letters too small are worse than a sheet
    to be turned under the lens (UKAAF G003: portrait, unless the content dictates otherwise).
    ``height`` is what a picture may take of the page, in millimetres, where that is less than usual.
    """
    body = millimetres(size)
    alone = {block.span for chapter in book.chapters for block in chapter.blocks if isinstance(block, Figure)}
    inset = {figure.path for figure in book.every(Figure) if figure.span not in alone}
    # The folios of the front matter are roman, which a page on its side does not know.
    front_matter = tuple(chapter.blocks for chapter in book.chapters if chapter.matter is Matter.FRONT)
    front = {figure.path for figure in every(Figure, front_matter)}
    first = set(_opening(book))
    found = {}
    for path in dict.fromkeys(figure.path for figure in book.every(Figure)):
        asset = book.manuscript.assets.get(path)
        if asset and asset.is_drawing:
            high = height or (page.opening_picture_height if path in first else page.picture_height)
            wide = page.block_width - (_INSET * body if path in inset else 0.0)
            found[path] = _lettered(asset.data, wide, high, body)
            if found[path].words and not height and path not in inset | front:
                aside = _lettered(asset.data, page.turned_measure, page.turned_picture_height, body)
                if _is_better(aside, found[path]):
                    found[path] = replace(aside, turned=True)
    return found


def _is_better(turned: Lettering, upright: Lettering) -> bool:
    return 2 * len(turned.words) <= len(upright.words)  # a page that is turned disturbs more than a word or two below


def _lettered(data: bytes, width: float, height: float, body: float) -> Lettering:
    better = round(body * _POINTS, 2)
    return lettered(spelled_out(data), width=width * _POINTS, height=height * _POINTS, least=LEAST, better=better)


def _opening(book: Book) -> Iterator[str]:
    """The pictures that chapters begin with."""
    for chapter in book.chapters:
        first = next((block for block in chapter.blocks if not isinstance(block, Heading)), None)
        if isinstance(first, Figure):
            yield first.path


def relettered(book: Book, letters: Letters) -> Book:
    """``book`` with its drawings as ``letters`` has them."""
    assets = book.manuscript.assets
    drawn = {path: replace(assets[path], data=made.data) for path, made in letters.items()}
    return replace(book, manuscript=replace(book.manuscript, assets=MappingProxyType({**assets, **drawn})))


def told(letters: Letters) -> Mapping[str, tuple[str, ...]]:
    """The words of each drawing that stay too small, by its path: they stand below it."""
    return {path: made.words for path, made in letters.items() if made.words}


def turned(letters: Letters) -> frozenset[str]:
    """The paths of the drawings that want a page on its side."""
    return frozenset(path for path, made in letters.items() if made.turned)
