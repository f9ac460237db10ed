"""The large-print PDF: the book set anew in 18 point or more, tagged like the print edition (rules A7, UKAAF G003)."""

from collections.abc import Mapping
from dataclasses import replace

from publisher.editions.edition import Options, Printed
from publisher.editions.paged import paged
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import LargePrintOptions
from publisher.paper.document import edition_line
from publisher.paper.printing import laid_out
from publisher.paper.stylesheet import large_margins
from publisher.themes.large import enlarged
from publisher.themes.theme import Theme


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """The large-print PDF of a book, with the pages of its print edition in the margin. Raises RenderingFailed."""
    asked = book.manifest.editions.large_print or LargePrintOptions()
    done = laid_out(
        book,
        enlarged(theme),
        statement(facts(replace(book, pages=())), book.manifest, options.claimed(book)),  # its pages are its own
        page=asked.page,
        size=asked.size,
        bleed="0mm",
        marks=False,
        draft=options.draft,
        name="large-print",
        cache=options.cache,
        margins=large_margins(asked.size, labels=[start.label for start in book.pages]),
        large=edition_line(book, asked.size),
    )
    return paged({f"{book.slug}-large-print.pdf": done.pdf}, [done])
