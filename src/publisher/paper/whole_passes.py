"""Notes that had to move to the next page stay there.

The engine (WeasyPrint 70) lays a document out several times, until the page numbers in it are right, and from the second
time on only those pages anew that have changed. A page that it keeps forgets which notes it had no room for: they are
on no page then. With notes at the foot, every page is laid out each time. The name is no public interface: a test holds
its signature.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint import layout

_make_all_pages = layout.make_all_pages


def whole_passes() -> None:
    """From now on, in this process, no page of a document with notes at the foot is kept from an earlier pass."""
    layout.make_all_pages = _pages


def _pages(context: Any, root_box: Any, html: Any, pages: Sequence[Any]) -> Iterator[Any]:
    made: Iterator[Any] = _make_all_pages(context, root_box, html, [] if context.footnotes else pages)
    return made
