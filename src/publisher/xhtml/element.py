"""The tree builder. Strings become XML here and nowhere else, so escaping happens here and nowhere else."""

import copy
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lxml import etree

from publisher.source import Span
from publisher.xhtml.running import PLACE

Element = etree._Element
Child = Element | str

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
_TYPE = f"{{{OPS}}}type"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2


def element(
    tag: str, *children: Child, attributes: Mapping[str, str | None] = MappingProxyType({}), **more: str | None
) -> Element:
    """An element with its children. Attributes that are None are left out; in ``more`` "_" stands for "-".

    ``class_`` is "class"; ``epub_type`` is the attribute of EPUB's own vocabulary (EPUB 3.3 §5.2).
    """
    made = etree.Element(tag)
    named = {name.rstrip("_").replace("_", "-"): value for name, value in more.items()}
    for name, value in (*attributes.items(), *named.items()):
        if value is not None:
            made.set(_TYPE if name == "epub-type" else name, fit(value))
    return filled(made, children)


def filled(parent: Element, children: Iterable[Child]) -> Element:
    """``parent`` with ``children`` behind what it holds already."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + fit(child)
        else:
            parent.text = (parent.text or "") + fit(child)
    return parent


def written_at(made: Element, span: Span) -> Element:
    """``made``, which says where it was written until it is part of a finished file."""
    made.set(PLACE, str(span))
    return made


def fit(text: str) -> str:
    """``text`` with a sign in place of each character that no document can hold (XML 1.0 §2.2)."""
    return _UNFIT.sub("\ufffd", text)


def spanned(words: Iterable[Child], attributes: Mapping[str, str | None]) -> tuple[Child, ...]:
    """``words`` in a span that carries ``attributes``; as they are where there are none."""
    return (element("span", *words, attributes=attributes),) if attributes else tuple(words)


def fragment(markup: str) -> tuple[Element, ...]:
    """The elements of a page that a template has written; what is not well-formed is our own fault and raises."""
    root = etree.fromstring(f'<root xmlns:epub="{OPS}">{markup}</root>')
    for made in root.iter():
        made.text = made.text or None
    return tuple(root)


def xhtml(root: Element) -> bytes:
    """A whole XHTML document for EPUB: namespaces, ``xml:lang`` beside ``lang`` (HTML §3.2.6.2)."""
    document = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": OPS})  # type: ignore[dict-item]
    for name, value in root.attrib.items():
        document.set(name, value)
    document.text = root.text
    document.extend(copy.deepcopy(child) for child in root)
    for made in document.iter():
        made.attrib.pop(PLACE, "")
        if isinstance(made.tag, str) and not made.tag.startswith("{"):
            made.tag = f"{{{XHTML}}}{made.tag}"
        if language := made.get("lang"):
            made.set(f"{{{XML}}}lang", language)
    etree.cleanup_namespaces(document, keep_ns_prefixes=["epub"])
    return etree.tostring(document, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


def html(root: Element, *, places: bool = False) -> bytes:
    """A whole HTML document, without EPUB's own attributes; with ``places``, blocks say where they were written."""
    document = copy.deepcopy(root)
    for made in document.iter():
        made.attrib.pop(_TYPE, "")
        if not places:
            made.attrib.pop(PLACE, "")
    etree.cleanup_namespaces(document)
    return etree.tostring(document, encoding="utf-8", method="html", doctype="<!DOCTYPE html>") + b"\n"
