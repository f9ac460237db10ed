"""What the engine keeps from one layout of a document to the next: no page that lost a note, and none without need.

The engine (WeasyPrint 70) lays a document out several times, until the page numbers in it are right, and from the
second time on only those pages anew that have changed. A page that it keeps forgets which notes it had no room for:
they are on no page then. With notes at the foot, every page is laid out each time. A page that has been made anew would
stay in memory: page and foot lead to each other, and nobody looks for garbage here (child.py). None of these names is a
public interface: a test holds their signatures.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint import document, layout

_make_all_pages = layout.make_all_pages
_layout_document = layout.layout_document


def passes() -> None:
    """From now on, in this process, the pages of one layout are gone when the next has made them anew."""
    layout.make_all_pages = _pages
    document.layout_document = _laid_out


def _pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
    earlier = list(pages)
    pages[:] = ()
    for number, page in enumerate(_make_all_pages(context, root_box, html, [] if context.footnotes else earlier)):
        if number < len(earlier) and page is not earlier[number]:
            earlier[number].children = ()
            earlier[number] = None
        yield page


def _laid_out(html: Any, root_box: Any, context: Any) -> Iterator[Any]:
    yield from _layout_document(html, root_box, context)
    # Drawings keep the context for their own text and pictures, and with it the styles and boxes of the whole document.
    del context.style_for
    vars(context.target_collector).clear()
