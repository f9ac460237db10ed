"""What is taken out of a drawing, so that nobody learns from it who drew it, where, and with what."""

import re
from collections.abc import Iterator

from lxml import etree

from publisher.model.assets import Asset
from publisher.readers.svg.addresses import Reach, embedded, reach
from publisher.readers.svg.style import restyled
from publisher.readers.svg.vocabulary import ATTRIBUTES, ELEMENTS, SVG, XLINK

_HOME = re.compile(r"/home/|/Users/|\b[A-Za-z]:[\\/]|file:/")
_TELLING = "telling"  # no SVG name: what bears it goes
_HREFS = ("href", XLINK + "href")
_LINK = (*_HREFS, "target", "download", "rel", "hreflang", "type", "ping")
_WORDS = frozenset({SVG + "text", SVG + "tspan", SVG + "textPath"})
_NAMES = {_TELLING: "path on a machine", SVG + "metadata": "metadata"}


def clean(root: etree._Element, path: str) -> tuple[str, ...]:
    """What was taken out, by name; the drawing looks as before. ``root`` must hold no hazard."""
    nodes = (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings())
    kinds = {etree._Comment: "comment", etree._ProcessingInstruction: "processing instruction"}
    names = [name for kind, name in kinds.items() if any(isinstance(node, kind) for node in nodes)]
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for link in root.iter(SVG + "a"):
        names.append("links")
        _unlink(link)
    for words in root.iter(SVG + "title", SVG + "desc"):
        words.tag = _TELLING if _tells("".join(map(str, words.itertext()))) else words.tag
    foreign = sorted({str(element.tag) for element in root.iter("*")} - ELEMENTS)
    names.extend(map(_name, foreign))
    etree.strip_elements(root, *foreign, with_tail=False)
    for element in root.iter("*"):
        names.extend(_clean_attributes(element, path))
    for sheet in root.iter(SVG + "style"):
        sheet.text = restyled("".join(map(str, sheet.itertext())), path)
        del sheet[:]
    etree.cleanup_namespaces(root)
    return tuple(dict.fromkeys(names))


def _unlink(link: etree._Element) -> None:
    """A link becomes a plain group: it keeps its look and loses its address."""
    parent = link.getparent()
    link.tag = SVG + ("tspan" if parent is not None and parent.tag in _WORDS else "g")
    for name in _LINK:
        link.attrib.pop(name, "")


def _name(tag: str) -> str:
    if tag.startswith(SVG):
        return _NAMES.get(tag, f"<{tag.removeprefix(SVG)}>")
    return _NAMES.get(tag, "editor data")


def _tells(value: str) -> bool:
    """Whether somebody's own folder is named here."""
    return ("/" in value or "\\" in value) and bool(_HOME.search(value))


def _clean_attributes(element: etree._Element, path: str) -> Iterator[str]:
    for name, value in [(str(name), str(value)) for name, value in element.items()]:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            del element.attrib[name]
            yield "data attributes" if name.startswith("data-") else "editor data"
        elif name in _HREFS:
            picture = embedded(value, path) if reach(value) is Reach.EMBEDDED else None
            if isinstance(picture, Asset):
                element.set(name, picture.address)
                yield from picture.stripped
        elif _tells(value):
            del element.attrib[name]
            yield _NAMES[_TELLING]
        elif (plain := restyled(value, path)) != value:
            element.set(name, plain)
