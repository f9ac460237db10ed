"""The structure tree of a PDF, built from the document and not from its fragments.

The engine's own tagging is put aside while it writes: the names it looks up in ``weasyprint.pdf`` are exchanged. They
are no public interface, so the engine is pinned and a test holds their signatures.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import pdf as engine

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

    ours = {"Stream": marking({leaf.box: leaf for leaf in found}), "add_links": links.add, "add_tags": add_tags}
    theirs = {name: getattr(engine, name) for name in ours}
    try:
        vars(engine).update(ours)
        yield
    finally:
        vars(engine).update(theirs)


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
