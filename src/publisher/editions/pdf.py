"""The print PDF: tagged for people who listen (PDF/UA-1), made to last (PDF/A-2a), set to be read on paper."""

from collections.abc import Mapping

from publisher.editions.edition import Options, Printed
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
    return Printed(files=Files({f"{book.slug}.pdf": done.pdf}), pages=done.starts, lost=done.lost, folios=done.folios)
