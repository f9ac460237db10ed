"""A book on pages: its document, its look, the geometry of its pages and its pictures, brought to the engine."""

from publisher.diagnostics import RenderingFailed
from publisher.files import Cache
from publisher.model.book import Book
from publisher.paper.document import printed
from publisher.paper.engine import Rendering
from publisher.paper.images import to_srgb
from publisher.paper.kept import render_once
from publisher.paper.stylesheet import CLEAR, Margins, page_rules, table_measures
from publisher.themes.theme import Theme
from publisher.xhtml.element import Element, html
from publisher.xhtml.formats import other_formats
from publisher.xhtml.pages import Statement

_BLANKS = """
.blank-page.blank-page { page: blank-page; break-before: page; text-align: center; padding-top: 2rlh }
@page blank-page { @top-left { content: none } @top-right { content: none }
  @bottom-left { content: none } @bottom-right { content: none } }
"""


def laid_out(
    book: Book,
    theme: Theme,
    statement: Statement,
    *,
    page: str,
    size: str,
    bleed: str,
    marks: bool,
    draft: bool,
    name: str,
    cache: Cache | None,
    css: str = "",
    blanks: int = 0,
    margins: Margins = CLEAR,
    large: str = "",
) -> Rendering:
    """The book on pages of the size ``page`` with a body of ``size``; ``css`` stands after all other rules.

    ``large`` is what a large-print edition calls itself, whose ``theme`` is ``enlarged``: it breaks no word.
    As many ``blanks``, pages that say so, stand before the last section.
    What is made is kept in ``cache`` by ``name``. Raises RenderingFailed, also for a character without a glyph.
    """
    hyphenate = book.manifest.typography.hyphenate and not large
    geometry = page_rules(theme, page, size, bleed=bleed, marks=marks, margins=margins, hyphenate=hyphenate)
    document = printed(
        book,
        statement,
        formats=other_formats(book, name),
        draft=draft,
        measures=table_measures(theme, page, size, margins=margins),
        blanks=blanks,
        large=large,
    )
    look = f"{theme.css('print')}\n{geometry}{css}{_BLANKS if blanks else ''}"
    return on_pages(book, document, stylesheet=look, name=name, cache=cache)


def on_pages(book: Book, document: Element, *, stylesheet: str, name: str, cache: Cache | None) -> Rendering:
    """A document on the pages of its ``stylesheet``, with the pictures of ``book``, which it names
    by their paths there.

    What is made is kept in ``cache`` by ``name``. Raises RenderingFailed, also for a character without a glyph.
    """
    done = render_once(
        html(document, places=True).decode(),
        stylesheet=stylesheet,
        resources={path: _ready(asset.data, asset.media_type) for path, asset in book.manuscript.assets.items()},
        name=name,
        cache=cache,
    )
    # A note that is on no page is no target either: that it is lost is told at its place (PRT-01).
    problems = [said for said in done.problems if not (done.lost and said.startswith("No anchor #"))]
    if problems:
        raise RenderingFailed("; ".join(problems))
    return done


def _ready(data: bytes, media_type: str) -> bytes:
    return data if media_type == "image/svg+xml" else to_srgb(data)
