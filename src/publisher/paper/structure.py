"""The structure tree as it will be written: elements, marked content and annotations in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf

# Types of our own that say more than the standard ones, and what they stand for (ISO 32000-1 14.7.3).
_ROLES = {"Em": "Span", "Strong": "Span"}
_KEPT_EMPTY = frozenset({"TD", "TH"})


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence of a page (counted from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation on a page (counted from 0)."""

    page: int
    object: Any


@dataclass(slots=True)
class Node:
    """A structure element. ``properties`` are text entries (Alt, Lang …), ``attributes`` dictionaries by owner.

    Children stand in the order of the document from the beginning; content comes later, piece by piece, and stands
    after the last child that had got content before it.
    """

    type: str
    parent: "Node | None" = None
    properties: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    children: "list[Node]" = field(default_factory=list)
    content: "list[tuple[int, Content | Annotation]]" = field(default_factory=list)
    place: int = 0
    reached: int = 0

    def add(self, type: str) -> "Node":
        """A new last child."""
        child = Node(type, self, place=len(self.children) + 1)
        self.children.append(child)
        return child

    def put(self, content: Content | Annotation) -> None:
        """``content`` belongs to this element, after all that it has got so far."""
        self.content.append((self.reached, content))
        node = self
        while node.parent is not None:
            node.parent.reached = max(node.parent.reached, node.place)
            node = node.parent

    def kids(self) -> "Iterator[Node | Content | Annotation]":
        """Children and content in reading order; elements that hold nothing are left out, empty cells are kept."""
        content = iter(self.content)
        after, item = next(content, (-1, None))
        for place in range(len(self.children) + 1):
            if place and (self.children[place - 1].type in _KEPT_EMPTY or any(self.children[place - 1].kids())):
                yield self.children[place - 1]
            while item is not None and after == place:
                yield item
                after, item = next(content, (-1, None))


def write(pdf: pydyf.PDF, document: Node) -> None:
    """``document`` is the structure tree of ``pdf``, and everything in it can be found from its page."""
    pages: Sequence[bytes] = pdf.page_references  # a property that counts all pages anew: asked once
    root = pydyf.Dictionary(
        {"Type": "/StructTreeRoot", "RoleMap": _dictionary({k: f"/{v}" for k, v in _ROLES.items()})}
    )
    pdf.add_object(root)
    elements = _Writer(pdf, pages)
    root["K"] = pydyf.Array([elements.write(document, root.reference)])
    root["ParentTree"] = _added(pdf, {"Nums": pydyf.Array(elements.parent_tree())}).reference
    root["ParentTreeNextKey"] = len(pages) + len(elements.annotations)
    if elements.ids:
        root["IDTree"] = _dictionary({"Names": pydyf.Array(_names(elements.ids))})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = _dictionary({"Marked": "true"})


class _Writer:
    """Writes elements, and keeps what the parent tree and the id tree will say of them."""

    def __init__(self, pdf: pydyf.PDF, pages: Sequence[bytes]) -> None:
        self.pdf = pdf
        self.pages = pages
        self.contents: list[dict[int, bytes]] = [{} for _ in pages]
        self.annotations: list[bytes] = []
        self.ids: dict[str, bytes] = {}

    def write(self, node: Node, parent: bytes) -> bytes:
        element = _added(self.pdf, {"Type": "/StructElem", "S": f"/{node.type}", "P": parent})
        reference: bytes = element.reference
        for name, text in node.properties.items():
            element[name] = pydyf.String(text)
        if "ID" in node.properties:
            self.ids[node.properties["ID"]] = reference
        if node.attributes:
            element["A"] = pydyf.Array(_dictionary({"O": f"/{o}", **values}) for o, values in node.attributes.items())
        kids = tuple(node.kids())
        page = next((kid.page for kid in kids if isinstance(kid, Content)), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        element["K"] = pydyf.Array(self._kid(kid, reference, page) for kid in kids)
        return reference

    def _kid(self, kid: Node | Content | Annotation, owner: bytes, owner_page: int | None) -> Any:
        match kid:
            case Node():
                return self.write(kid, owner)
            case Content(page=page, mcid=mcid):
                self.contents[page][mcid] = owner
                if page == owner_page:
                    return mcid
                return _dictionary({"Type": "/MCR", "Pg": self.pages[page], "MCID": mcid})
            case Annotation(page=page, object=annotation):
                annotation["StructParent"] = len(self.pages) + len(self.annotations)
                self.annotations.append(owner)
                return _dictionary({"Type": "/OBJR", "Pg": self.pages[page], "Obj": annotation.reference})

    def parent_tree(self) -> Iterator[Any]:
        """The number tree of ISO 32000-1 14.7.4.4: pages first, by their StructParents, then annotations."""
        for page, owners in enumerate(self.contents):
            yield page
            yield pydyf.Array(owners[mcid] for mcid in range(len(owners)))
        for place, owner in enumerate(self.annotations, len(self.pages)):
            yield place
            yield owner


def _names(ids: dict[str, bytes]) -> Iterator[Any]:
    for name in sorted(ids, key=lambda name: bytes(pydyf.String(name).data)):
        yield pydyf.String(name)
        yield ids[name]


def _dictionary(values: dict[str, Any]) -> pydyf.Dictionary:
    return pydyf.Dictionary(values)


def _added(pdf: pydyf.PDF, values: dict[str, Any]) -> pydyf.Dictionary:
    made = pydyf.Dictionary(values)
    pdf.add_object(made)
    return made
