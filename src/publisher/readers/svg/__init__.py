"""Drawings: parsed without entities or network, judged, reduced to a still picture, and written the same way twice."""

import re
from typing import Any

from lxml import etree

from publisher.model.assets import DRAWING, Asset
from publisher.model.faults import FaultKind
from publisher.readers.image_faults import ImageFault, oversize, remote, unreadable
from publisher.readers.svg.cleaning import clean
from publisher.readers.svg.hazards import hazards
from publisher.readers.svg.limits import outsized
from publisher.readers.svg.size import fit
from publisher.readers.svg.vocabulary import SVG

MAX_BYTES = 5_000_000
# XML 1.0 §4.2.2: an entity that stands in another file.
_FETCHED = re.compile(rb"<!ENTITY\s[^>]*?\s(?:SYSTEM|PUBLIC\s+['\"][^'\"]*['\"])\s+(['\"])(?P<address>.*?)\1", re.S)
_LIMIT_CODES = frozenset({89, 114})  # libxml2: XML_ERR_ENTITY_LOOP, XML_ERR_RESOURCE_LIMIT
_GRAVEST = (FaultKind.ACTIVE_CONTENT, FaultKind.REMOTE_RESOURCE, FaultKind.OVERSIZE, FaultKind.IMAGE_UNREADABLE)


def read_svg(data: bytes, *, path: str) -> Asset | ImageFault:
    """The drawing as a still picture that stands alone: no program, no address, no trace of an editor."""
    if len(data) > MAX_BYTES:
        return oversize(path, f"{len(data):,} bytes; the limit for a drawing is {MAX_BYTES:,}")
    root = _parsed(data, path)
    if isinstance(root, ImageFault):
        return root
    if fault := outsized(root, path):
        return fault
    if faults := tuple(hazards(root, path)):
        return min(faults, key=lambda fault: _GRAVEST.index(fault.kind))
    stripped = clean(root, path)
    size = fit(root)
    if size is None:
        return unreadable(path, "says neither viewBox nor width and height", help="give the drawing a viewBox")
    data, (width, height) = written(root), size
    return Asset(path=path, media_type=DRAWING, data=data, width=width, height=height, stripped=stripped)


def written(root: etree._Element) -> bytes:
    """A drawing as the bytes of a file, in UTF-8."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)) + b"\n"


def _parsed(data: bytes, path: str) -> etree._Element | ImageFault:
    """The root of the drawing; entities are neither declared nor expanded, and no other file is opened."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) in _LIMIT_CODES:
            return oversize(path, "it nests or expands without end")
        return unreadable(path, f"is no SVG: {error.msg}", help="save it anew as plain SVG")
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (fetched := _FETCHED.search(data)):
        return remote(path, fetched["address"].decode(errors="replace"))
    if declared is not None and any(declared.iterentities()):
        return oversize(path, "it declares entities, which can expand without end", help="save it as plain SVG")
    if root.tag != SVG + "svg":
        help = 'write xmlns="http://www.w3.org/2000/svg" on it' if root.tag == "svg" else "supply a drawing"
        return unreadable(path, f"is no SVG: its root is <{etree.QName(root).localname}>", help=help)
    return root
