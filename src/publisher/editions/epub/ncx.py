"""The navigation document again, for readers older than EPUB 3 (OPF 2.0.1 §2.4.1, ANSI/NISO Z39.86): contents, pages.

A place has the order that it has in the text, whether it is met in the contents or among the pages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from publisher.xhtml.element import OPS, XML, Element, element

_NAMESPACE = "http://www.daisy.org/z3986/2005/ncx/"
_LISTS = f"{{{OPS}}}type"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place that the navigation document leads to, and those below it."""

    title: str
    target: str
    below: tuple["_Place", ...] = ()


def ncx(documents: Mapping[str, Element], *, navigation: str, identifier: str, title: str, language: str) -> bytes:
    """What the document ``navigation`` says in its contents and its list of pages."""
    lists = {nav.get(_LISTS): nav.find("ol") for nav in documents[navigation].iter("nav")}
    contents, pages = (_places(lists.get(name), navigation) for name in ("toc", "page-list"))
    order = _order(documents, (*_all(contents), *pages))
    meta = {
        "dtb:uid": identifier,
        "dtb:depth": str(_depth(contents)),
        "dtb:totalPageCount": str(len(pages)),
        "dtb:maxPageNumber": str(max((int(page.title) for page in pages if page.title.isdecimal()), default=0)),
    }
    root = element(
        "ncx",
        element("head", *(element("meta", name=name, content=content) for name, content in meta.items())),
        element("docTitle", element("text", title)),
        element("navMap", *(_point(place, order) for place in contents)),
        *((element("pageList", *(_page(page, order) for page in pages)),) if pages else ()),
        version="2005-1",
        attributes={"xmlns": _NAMESPACE, f"{{{XML}}}lang": language},
    )
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _places(listed: Element | None, navigation: str) -> tuple[_Place, ...]:
    items = listed.iterchildren("li") if listed is not None else ()
    return tuple(_place(item, navigation) for item in items)


def _place(item: Element, navigation: str) -> _Place:
    link = item[0]
    target = link.get("href", "")
    return _Place(
        title="".join(map(str, link.itertext())),
        target=f"{navigation}{target}" if target.startswith("#") else target,
        below=_places(item.find("ol"), navigation),
    )


def _all(places: Iterable[_Place]) -> Iterable[_Place]:
    for place in places:
        yield place
        yield from _all(place.below)


def _depth(places: Sequence[_Place]) -> int:
    return 1 + max((_depth(place.below) for place in places), default=-1)


def _order(documents: Mapping[str, Element], places: Iterable[_Place]) -> Mapping[str, int]:
    """The targets of ``places``, counted from 1 as a reader meets them."""
    wanted = {place.target for place in places}
    met = (f"{name}#{made.get('id')}" for name, root in documents.items() for made in root.iter() if made.get("id"))
    return {target: order for order, target in enumerate((each for each in met if each in wanted), start=1)}


def _point(place: _Place, order: Mapping[str, int]) -> Element:
    return _entry("navPoint", place, order, *(_point(inner, order) for inner in place.below))


def _page(page: _Place, order: Mapping[str, int]) -> Element:
    arabic = page.title.isdecimal()
    kind = {"type": "normal" if arabic else "front", "value": page.title if arabic else None}
    return _entry("pageTarget", page, order, attributes=kind)


def _entry(
    tag: str,
    place: _Place,
    order: Mapping[str, int],
    *below: Element,
    attributes: Mapping[str, str | None] = MappingProxyType({}),
) -> Element:
    label = element("navLabel", element("text", place.title))
    number = str(order[place.target])
    named = {"id": f"{tag}-{number}", "playOrder": number, **attributes}
    return element(tag, label, element("content", src=place.target), *below, attributes=named)
