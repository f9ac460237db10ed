"""The print PDF: tagged for people who listen (PDF/UA-1), made to last (PDF/A-2a), set to be read on paper."""

from collections.abc import Mapping

from publisher.diagnostics import RenderingFailed
from publisher.editions.edition import Options
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import PdfOptions
from publisher.paper.document import printed
from publisher.paper.engine import render
from publisher.paper.images import to_srgb
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import Theme
from publisher.xhtml.element import html


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The print PDF of a book. Raises RenderingFailed."""
    asked = book.manifest.editions.pdf or PdfOptions()
    geometry = page_rules(theme, asked.page, asked.size, bleed=asked.bleed, marks=asked.marks)
    assets = book.manuscript.assets
    done = render(
        html(printed(book, statement(facts(book), book.manifest), formats=(), draft=options.draft)).decode(),
        stylesheet=f"{theme.css('print')}\n{geometry}",
        resources={path: _ready(asset.data, asset.media_type) for path, asset in assets.items()},
    )
    if done.problems:
        raise RenderingFailed("; ".join(done.problems))
    return Files({f"{book.slug}.pdf": done.pdf})


def _ready(data: bytes, media_type: str) -> bytes:
    return data if media_type == "image/svg+xml" else to_srgb(data)
