"""What a drawing would do besides standing still: run, fetch, or show a page inside the picture."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from publisher.model.faults import FaultKind
from publisher.readers.image_faults import ImageFault, active, remote
from publisher.readers.svg.addresses import address_fault
from publisher.readers.svg.style import style_faults
from publisher.readers.svg.vocabulary import ACTIVE, HTML, SVG, XLINK

_OBEYED = (SVG, HTML, "{}")  # the namespaces whose elements a reading system would act upon
_ADDRESSES = frozenset({"href", XLINK + "href", "src"})
_PICTURES = frozenset({SVG + "image", SVG + "feImage"})
_PLAIN_DOCTYPE = "-//W3C//DTD SVG"
_SHEET = re.compile(r"href\s*=\s*(['\"])(?P<address>.*?)\1", re.S)


def hazards(root: etree._Element, path: str) -> Iterator[ImageFault]:
    """Each thing in a drawing that is no part of a still picture standing alone."""
    about: Any = root.getroottree().docinfo
    if about.system_url and not (about.public_id or "").startswith(_PLAIN_DOCTYPE):
        yield remote(path, about.system_url)
    for node in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        if isinstance(node, etree._ProcessingInstruction):
            yield from _sheet(node, path)
        elif isinstance(node.tag, str) and _namespace(node.tag) in _OBEYED:
            yield from _element(node, path)


def _namespace(name: str) -> str:
    return name[: name.find("}") + 1] or "{}"


def _sheet(node: etree._ProcessingInstruction, path: str) -> Iterator[ImageFault]:
    found = _SHEET.search(node.text or "") if node.target == "xml-stylesheet" else None
    if found and not found["address"].startswith("#"):
        yield remote(path, found["address"])


def _element(element: etree._Element, path: str) -> Iterator[ImageFault]:
    name = etree.QName(element).localname
    if name.lower() in ACTIVE:
        yield active(path, f"<{name}>")
    elif name.lower() == "foreignobject" and _is_page(element):
        yield active(path, f"<{name}>, a page inside the picture", help="write its words as SVG text")
    elif name == "style":
        yield from style_faults("".join(map(str, element.itertext())), path)
    for attribute, value in element.items():
        yield from _attribute(element, str(attribute), str(value), path)


def _is_page(element: etree._Element) -> bool:
    """Whether a foreign object shows something, and is not only where Illustrator keeps its own data."""
    own = (_namespace(str(inner.tag)) for inner in element.iterdescendants("*"))
    return bool((element.text or "").strip()) or any(namespace in (HTML, "{}") for namespace in own)


def _attribute(element: etree._Element, name: str, value: str, path: str) -> Iterator[ImageFault]:
    if name.lower().startswith("on"):
        yield active(path, f"the handler '{name}'")
    elif name in _ADDRESSES:
        fault = address_fault(value, path, picture=element.tag in _PICTURES)
        if fault and not (element.tag == SVG + "a" and fault.kind is not FaultKind.ACTIVE_CONTENT):
            yield fault
    elif _namespace(name) == "{}":
        yield from style_faults(value, path)
