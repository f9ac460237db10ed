"""What stands first in both forms of the web edition: what the book is about, its other formats, its contents."""

from collections.abc import Iterator, Sequence

from publisher.editions.web.pages import Page
from publisher.xhtml.cover import cover, cover_image
from publisher.xhtml.element import Element, element, filled
from publisher.xhtml.layout import Layout
from publisher.xhtml.navigation import contents_list


def front(layout: Layout, listed: Sequence[Page], downloads: Element) -> Iterator[Element]:
    """Cover, description, ``downloads`` and the contents, which lead to every one of the pages ``listed``."""
    book = layout.book
    if path := cover_image(book):
        yield cover(book, layout.pictures[path])
    if book.manifest.book.description:
        yield element("p", book.manifest.book.description, class_="lead")
    yield downloads
    yield _contents(layout, listed)


def _contents(layout: Layout, listed: Sequence[Page]) -> Element:
    book = layout.book
    chapters = {chapter.slug for chapter in book.chapters} | {entry.id for entry in book.outline}
    contents = contents_list(book.outline, layout)
    lists = (page for page in listed if page.id not in chapters)
    filled(contents, (_way(page, layout) for page in lists))
    title = element("h2", layout.say("Contents"), id="contents-title", attributes=layout.ours)
    named = {"role": "doc-toc", "aria-labelledby": "contents-title"}
    return element("nav", title, contents, class_="contents", id="contents", attributes=named)


def _way(page: Page, layout: Layout) -> Element:
    return element("li", element("a", page.title, href=f"#{page.id}", attributes=layout.ours))
