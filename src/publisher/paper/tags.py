"""The structure tree of a PDF, built from the document and not from its fragments.

The engine's own tagging is put aside while it writes: the names it looks up are exchanged. They are no public
interface, so the engine is pinned and a test holds their signatures.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import pdf as engine
from weasyprint.document import Page

from publisher.paper.elements import Elements
from publisher.paper.leaves import Leaf, in_reading_order
from publisher.paper.links import Links
from publisher.paper.marks import marking
from publisher.paper.structure import Content, write
from publisher.paper.table_headers import name_headers

_POINTS = 0.75  # in a CSS pixel


@contextmanager
def tagging(document: Any, found: Sequence[Leaf], labels: Sequence[str]) -> Iterator[None]:
    """While this lasts, ``document.write_pdf`` writes our tags. One document at a time, in a process of its own."""
    links = Links(document, labels)

    def add_tags(pdf: Any, document: Any, version: Any, streams: Sequence[Any]) -> None:
        write(pdf, _structure(document, found, links, streams))

    def paint(page: Any, stream: Any, scale: float) -> None:
        theirs[Page, "paint"](page, stream, scale)
        stream.painted()

    ours = {
        (engine, "Stream"): marking({leaf.box: leaf for leaf in found}),
        (engine, "add_links"): links.add,
        (engine, "add_tags"): add_tags,
        (Page, "paint"): paint,
    }
    theirs = {place: getattr(*place) for place in ours}
    try:
        _exchange(ours)
        yield
    finally:
        _exchange(theirs)


def _exchange(names: Mapping[tuple[Any, str], Any]) -> None:
    for (owner, name), value in names.items():
        setattr(owner, name, value)


def _structure(document: Any, found: Sequence[Leaf], links: Links, streams: Sequence[Any]) -> Any:
    elements = Elements(document._html.etree_element)
    for leaf in in_reading_order(document._html.etree_element, found):
        if leaf.artifact is None:
            node = elements.node(leaf)
            node.put(Content(leaf.page, streams[leaf.page]._tags.pop(leaf.box)["mcid"]))
            if leaf.text is None:
                node.attributes["Layout"] = {"BBox": _bounding_box(leaf.box, document.pages[leaf.page])}
    for element, annotation in links.made:
        elements.links[element].put(annotation)
    for table in elements.tables():
        name_headers(table)
    return elements.document


def _bounding_box(box: Any, page: Any) -> pydyf.Array:
    """Left, bottom, right and top of a picture on its page, in points."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, page.height - top - box.height, left + box.width, page.height - top)
    return pydyf.Array(round(_POINTS * corner, 3) for corner in corners)
