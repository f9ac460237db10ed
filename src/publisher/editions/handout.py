"""Handouts: what somebody hands over, on a sheet or two, each in clear print and in large print."""

from collections.abc import Mapping

from publisher.diagnostics import RenderingFailed
from publisher.editions.edition import Options, Printed
from publisher.editions.paged import paged
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import HandoutOptions, LargePrintOptions, key_of
from publisher.model.pages import Overflow
from publisher.paper.engine import Rendering
from publisher.paper.handouts import handout_laid_out
from publisher.themes.theme import Theme

_NONE = (
    "the manifest names no handout: write what it takes from the book under `handout:`, "
    "as in {chapters: [chapters/01.md]}"
)


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """Two files for each handout that the manifest names. Raises RenderingFailed, also where it names none."""
    asked = book.manifest.editions.every_handout
    if not asked:
        raise RenderingFailed(_NONE)
    files: dict[str, bytes] = {}
    pages: list[Rendering] = []
    overflow: list[Overflow] = []
    for name, handout in asked.items():
        clear = _pages(book, theme, handout, options, name=name)
        large = _pages(book, theme, handout, options, name=name, large=True)
        files |= {f"{book.slug}-{name}.pdf": clear.pdf, f"{book.slug}-{name}-large-print.pdf": large.pdf}
        pages += (clear, large)
        if handout.max_pages is not None and len(clear.starts) > handout.max_pages:
            at = book.manifest.place(f"editions.{key_of(name)}.max-pages").value
            overflow.append(Overflow(pages=clear.starts, allowed=handout.max_pages, at=at))
    return paged(files, pages, overflow=overflow)


def _pages(
    book: Book, theme: Theme, handout: HandoutOptions, options: Options, *, name: str, large: bool = False
) -> Rendering:
    """A handout on its pages: both sides of each sheet, where it has more than one page and is
    printed so (rules HO-03)."""
    done = _laid_out(book, theme, handout, options, name=name, large=large)
    if handout.duplex and done.pages > 1 and done.pages % 2:
        return _laid_out(book, theme, handout, options, name=name, large=large, blanks=1)
    return done


def _laid_out(
    book: Book, theme: Theme, handout: HandoutOptions, options: Options, *, name: str, large: bool, blanks: int = 0
) -> Rendering:
    asked = book.manifest.editions.large_print or LargePrintOptions()
    return handout_laid_out(
        book,
        theme,
        handout,
        page=asked.page if large else handout.page,
        size=asked.size if large else handout.size,
        draft=options.draft,
        name=f"{name}-large-print" if large else name,
        cache=options.cache,
        blanks=blanks,
        large=large,
    )
