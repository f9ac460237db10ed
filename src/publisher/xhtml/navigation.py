"""The table of contents, from the outline."""

from collections.abc import Sequence

from publisher.model.book import OutlineEntry
from publisher.model.roles import Matter
from publisher.model.words import without_marks
from publisher.xhtml.element import Element, element, spanned
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout


def contents_list(outline: Sequence[OutlineEntry], layout: Layout, *, depth: int = 6) -> Element:
    """The outline as nested lists of links, ``depth`` levels of it."""
    return element("ol", *(_item(entry, layout, depth) for entry in outline))


def _item(entry: OutlineEntry, layout: Layout, depth: int) -> Element:
    words = inlines(without_marks(entry.title), layout)
    language = layout.book.chapter(entry.chapter).language if entry.chapter else ""
    # In a span of its own: leaders and folios run as the list does.
    title = element("span", *spanned(words, spoken_in(language, layout.around)), class_="entry")
    link = element("a", title, href=f"#{entry.id}")
    below = (contents_list(entry.children, layout, depth=depth - 1),) if entry.children and depth > 1 else ()
    front = entry.chapter and layout.book.chapter(entry.chapter).matter is Matter.FRONT
    return element("li", link, *below, class_="front" if front else None)
