"""The web edition in one file: nothing stands beside it, so it can be sent and kept."""

from collections.abc import Mapping

from publisher.editions.edition import Options
from publisher.editions.web.downloads import downloads
from publisher.editions.web.front import front
from publisher.editions.web.pages import COLUMN, pages, relevelled
from publisher.editions.web.structured_data import structured_data
from publisher.files import Files
from publisher.model.book import Book
from publisher.xhtml.element import element, html
from publisher.xhtml.layout import Layout
from publisher.xhtml.pages import title_page
from publisher.xhtml.shell import shell


def single(book: Book, css: str, options: Options, made: Mapping[str, Files]) -> bytes:
    """The whole book as one page. Its face is the reader's own: embedded ones would be most of the file."""
    assets = book.manuscript.assets
    pictures = {path: asset.address for path, asset in assets.items()}
    layout = Layout(book=book, pictures=pictures, together=True, measure=COLUMN)
    listed = tuple(pages(layout, options, notes_below=book.manifest.notes.web == "chapter"))
    others = downloads(layout, made, web=f"{book.slug}-web/index.html", other="One page a chapter")
    # Below the book's own title.
    sections = (section for page in listed for section in relevelled(page.content, 1 + page.depth))
    root = shell(
        layout,
        (*front(layout, listed, others), *sections),
        title=book.manifest.book.title,
        description=book.manifest.book.description,
        header=title_page(book, formats=(), draft=options.draft),
        imprint="#imprint",
        # CSS Syntax §4.3.7: "\/" is a slash, and nothing ends the element before its end.
        head=(element("style", css.replace("</", "<\\/")), structured_data(book, options)),
    )
    return html(root)
