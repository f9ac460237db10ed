"""A book on pages: its document, its look, the geometry of its pages and its pictures, brought to the engine."""

from publisher.diagnostics import RenderingFailed
from publisher.files import Cache
from publisher.model.assets import Asset
from publisher.model.book import Book
from publisher.paper.document import printed
from publisher.paper.drawing_styles import spelled_out
from publisher.paper.drawings import large_letters, relettered
from publisher.paper.engine import Limits, Rendering, render
from publisher.paper.images import to_srgb
from publisher.paper.kept import render_once
from publisher.paper.stylesheet import CLEAR, Margins, geometry_of, page_rules, table_measures
from publisher.paper.trial import on_trial
from publisher.themes.large import LEAST, enlarged
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
    letters = large_letters(book, geometry_of(theme, page, size, margins), size) if large else {}
    document = printed(
        book,
        statement,
        formats=other_formats(book, name),
        draft=draft,
        measures=table_measures(theme, page, size, margins=margins),
        blanks=blanks,
        large=large,
        letters=letters,
    )
    drawn, rules = relettered(book, letters), f"{geometry}{css}{_BLANKS if blanks else ''}"
    return on_pages(drawn, document, theme, rules=rules, name=name, cache=cache, large=bool(large))


def on_pages(
    book: Book,
    document: Element,
    theme: Theme,
    *,
    rules: str,
    name: str,
    cache: Cache | None,
    sheets: tuple[str, ...] = ("print",),
    large: bool = False,
) -> Rendering:
    """A document on pages that look as the ``sheets`` of ``theme`` and then the ``rules`` say, with the pictures of
    ``book``, which it names by their paths there.

    In ``large`` print, whose ``theme`` is ``enlarged``, no drawing has letters that are too small for it. What is made
    is kept in ``cache`` by ``name``. Pieces of the book's own sheets that stop the engine are left out, and told of.
    Raises RenderingFailed, also for a character without a glyph.
    """
    text, least = html(document, places=True).decode(), LEAST if large else 0.0
    resources = {path: _ready(asset) for path, asset in book.manuscript.assets.items()}

    def css(theme: Theme) -> str:
        return f"{theme.css(*sheets)}\n{rules}"

    def attempt(theme: Theme, limits: Limits) -> Rendering:
        look = css(enlarged(theme) if large else theme)
        return _sound(render(text, stylesheet=look, resources=resources, limits=limits, least=least))

    pages = None
    try:
        pages = render_once(text, stylesheet=css(theme), resources=resources, name=name, cache=cache, least=least)
        return _sound(pages)
    except RenderingFailed as fault:
        made = on_trial(book, attempt, str(fault), pages=pages)
        if made is None:
            raise
        return made


def _sound(done: Rendering) -> Rendering:
    """What nothing is wrong with. Raises RenderingFailed."""
    # A note that is on no page is no target either: that it is lost is told at its place (PRT-01).
    problems = [said for said in done.problems if not (done.lost and said.startswith("No anchor #"))]
    if problems:
        raise RenderingFailed("; ".join(problems))
    return done


def _ready(asset: Asset) -> bytes:
    return spelled_out(asset.data) if asset.is_drawing else to_srgb(asset.data)
