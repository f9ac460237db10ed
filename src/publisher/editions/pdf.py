"""The print PDF: tagged for people who listen (PDF/UA-1), made to last (PDF/A-2a), set to be read on paper."""

from collections.abc import Mapping
from dataclasses import replace

from publisher.editions.edition import Options, Printed
from publisher.editions.paged import paged
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import PdfOptions
from publisher.paper.printing import laid_out
from publisher.themes.theme import Theme


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """The print PDF of a book, and its pages. Raises RenderingFailed."""
    asked = book.manifest.editions.pdf or PdfOptions()
    done = laid_out(
        book,
        theme,
        statement(facts(book), book.manifest, options.claimed(book)),
        page=asked.page,
        size=asked.size,
        bleed=asked.bleed,
        marks=asked.marks,
        draft=options.draft,
        name="pdf",
        cache=options.cache,
    )
    return replace(paged({f"{book.slug}.pdf": done.pdf}, [done]), pages=done.starts, folios=done.folios)
