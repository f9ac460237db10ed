"""How much a drawing may ask of whoever draws it."""

import math
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from publisher.readers.image_faults import ImageFault, oversize
from publisher.readers.svg.vocabulary import SVG, XLINK

MAX_NESTING = 50
MAX_ELEMENTS = 50_000
MAX_DRAWN = 100_000
_MAX_CHAIN = 200
_PLACE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")


def outsized(root: etree._Element, path: str) -> ImageFault | None:
    """What is too much: nesting, elements, or elements drawn again and again through references."""
    elements = tuple(root.iter("*"))
    if len(elements) > MAX_ELEMENTS:
        return oversize(path, f"{len(elements):,} elements; the limit is {MAX_ELEMENTS:,}")
    depths: dict[etree._Element | None, int] = {None: 0}
    for element in elements:
        depths[element] = depths[element.getparent()] + 1
    if (deepest := max(depths.values())) > MAX_NESTING:
        return oversize(path, f"it nests {deepest} deep; the limit is {MAX_NESTING}")
    targets = {str(element.get("id")): element for element in reversed(elements) if element.get("id")}
    if _drawn(root, targets, {}, 0) > MAX_DRAWN:
        return oversize(path, f"drawn out, it holds more than {MAX_DRAWN:,} elements", help="draw each shape once")
    return None


def _drawn(
    element: etree._Element,
    targets: Mapping[str, etree._Element],
    known: dict[etree._Element, float],
    depth: int,
) -> float:
    """How many elements are drawn for one, with all that it refers to; infinite where that never ends."""
    if element in known:
        return known[element]
    count = math.inf if depth > _MAX_CHAIN else 1.0
    for part in (*element.iterchildren("*"), *_referred(element, targets)):
        if count > MAX_DRAWN:
            return math.inf
        count += _drawn(part, targets, known, depth + 1)
    known[element] = count
    return count


def _referred(element: etree._Element, targets: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    if element.tag == SVG + "a":
        return
    for name, value in element.items():
        places = _PLACE.findall(str(value)) if name not in ("href", XLINK + "href") else [str(value).strip()[1:]]
        yield from (targets[place] for place in places if place in targets)
