"""Whole documents: their head, and the links between them."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.xhtml.element import Child, Element, element, filled


def document(
    title: str,
    body: tuple[Child, ...],
    *,
    language: str,
    direction: str | None = None,
    stylesheet: str | None = None,
    metadata: Mapping[str, str] = MappingProxyType({}),
) -> Element:
    """An HTML document. ``metadata`` are named ``meta`` elements; those without content are left out."""
    head = element("head", element("meta", charset="utf-8"), element("title", title))
    filled(head, (element("meta", name=name, content=content) for name, content in metadata.items() if content))
    if stylesheet:
        head.append(element("link", rel="stylesheet", type="text/css", href=stylesheet))
    return element("html", head, element("body", *body), lang=language, dir=direction)


def linked(documents: Mapping[str, Element]) -> Mapping[str, Element]:
    """The documents, by name, with each link to a place in another one made whole: "#id" becomes "name#id"."""
    homes = {made.get("id"): name for name, root in documents.items() for made in root.iter() if made.get("id")}
    for name, root in documents.items():
        for link in root.iter("a"):
            target = link.get("href", "")
            home = homes.get(target[1:], name) if target.startswith("#") else name
            if home != name:
                link.set("href", home + target)
    return documents
