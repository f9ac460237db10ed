"""Booklets: a book or a handout on small pages to read, and the same pages on sheets to be folded and stapled."""

from collections.abc import Mapping
from dataclasses import replace

from publisher.diagnostics import RenderingFailed
from publisher.editions.edition import Options, Printed
from publisher.editions.paged import paged
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import BookletOptions
from publisher.paper.document import edition_line
from publisher.paper.engine import Rendering
from publisher.paper.handouts import handout_laid_out
from publisher.paper.imposition import PAGES, Sheet, imposed
from publisher.paper.printing import laid_out
from publisher.paper.stylesheet import CLEAR, dimensions, large_margins, millimetres
from publisher.themes.large import enlarged
from publisher.themes.theme import Theme


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """Two files for each booklet, one to read and one to print; of the book where none is asked for by name.

    Raises RenderingFailed.
    """
    files: dict[str, bytes] = {}
    pages: list[Rendering] = []
    for name, asked in (book.manifest.editions.every_booklet or {"booklet": BookletOptions()}).items():
        try:
            done = _laid_out(book, theme, options, asked, name)
        except ValueError as small:  # a page that holds no text: MAN-08 tells it of booklets that the manifest names
            raise RenderingFailed(str(small)) from small
        pages.append(done)
        files[f"{book.slug}-{name}.pdf"] = done.pdf
        files[f"{book.slug}-{name}-PRINT-ONLY.pdf"] = imposed(done.pdf, _sheet(asked, done.pages))
    return paged(files, pages)


def _laid_out(book: Book, theme: Theme, options: Options, asked: BookletOptions, name: str) -> Rendering:
    """The pages of a booklet; those of a book are made whole sheets, so that folios and both files agree."""
    if handout := book.manifest.editions.folded(asked):
        return handout_laid_out(
            book,
            theme,
            replace(handout, duplex=True),  # both sides are printed, whatever the handout itself is
            page=asked.page,
            size=handout.size,
            draft=options.draft,
            name=name,
            cache=options.cache,
        )
    done = _book(book, theme, options, asked, name, blanks=0)
    missing = -done.pages % PAGES
    return _book(book, theme, options, asked, f"{name}-whole", blanks=missing) if missing else done


def _book(book: Book, theme: Theme, options: Options, asked: BookletOptions, name: str, *, blanks: int) -> Rendering:
    size, large = book.manifest.editions.size_of(asked), asked.of == "large-print"
    own = replace(book, pages=(), folios={})  # its pages are its own
    return laid_out(
        own,
        enlarged(theme) if large else theme,
        statement(facts(own), book.manifest, options.claimed(book)),
        page=asked.page,
        size=size,
        bleed="0mm",
        marks=False,
        draft=options.draft,
        name=name,
        cache=options.cache,
        blanks=blanks,
        margins=large_margins(size) if large else CLEAR,
        large=edition_line(book, size) if large else "",
    )


def _sheet(asked: BookletOptions, pages: int) -> Sheet:
    """What ``pages`` are printed on. Raises RenderingFailed where creep would push words over the fold."""
    height, width = sorted(dimensions(asked.sheet))
    creep = 0.0 if asked.creep in ("0", "none") else millimetres(asked.creep)
    if (moved := (pages - 1) // PAGES * creep) > CLEAR.binding:
        raise RenderingFailed(_OVER_THE_FOLD.format(pages, asked.creep, moved, CLEAR.binding))
    return Sheet(width=width, height=height, creep=creep)


_OVER_THE_FOLD = (
    "{} pages with a creep of {} move by {:.0f} mm in the middle, and their margin has {:.0f} mm: write the thickness "
    "of one sheet, or `creep: none`"
)
