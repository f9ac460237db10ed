"""From the elements of the document to those of the PDF: one for one, however many pages an element runs over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from publisher.paper.leaves import Leaf, hidden
from publisher.paper.structure import Node
from publisher.xhtml.running import FOOT

# HTML element → structure type (ISO 32000-1 14.8.4; PDF/UA-1 7). What is not here adds nothing to the tree.
_TYPES = {
    "section": "Sect", "nav": "Sect", "aside": "Sect", "article": "Art", "div": "Div", "details": "Div",
    "figure": "Div", "figcaption": "Div", "blockquote": "BlockQuote",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "p": "P", "pre": "P", "summary": "P", "address": "P",
    "ul": "L", "ol": "L", "dl": "L",
    "table": "Table", "caption": "Caption", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD",
    "em": "Em", "i": "Em", "strong": "Strong", "b": "Strong", "code": "Code", "kbd": "Code", "samp": "Code",
    "q": "Quote", "abbr": "Span",
}  # fmt: skip
_INLINE = frozenset({"Em", "Strong", "Code", "Quote", "Span", "Link", "Reference", "Note", "Figure", "Formula"})
# These hold blocks: a line of text that stands in one directly gets a paragraph.
_GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "L"})
# Classes of lines of their own: paragraphs of a note at the foot, and what stands below the words of a caption.
_IN_NOTES = frozenset({"paragraph"})
_BELOW = frozenset({"to-description", "labels", "credit"})
_CITATIONS = frozenset({"doc-noteref", "doc-biblioref"})
_CITATION_CLASSES = frozenset({"citation", "note-reference"})
_NUMBERINGS = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
_SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """Where an element stands: in which structure element, language, list of contents, list of notes, list item."""

    parent: Node
    language: str
    contents: bool = False
    notes: bool = False
    label: Node | None = None
    head: bool = False


class Elements:
    """The structure tree of a document without its content, and which element's content goes where.

    ``links`` finds the Link of each a element; ``pictures`` the Figure of each picture.
    """

    def __init__(self, root: Any) -> None:
        self.document = Node("Document")
        self.links: dict[Any, Node] = {}
        self.pictures: dict[Any, Node] = {}
        self._nodes: dict[Any, Node] = {}
        self._labels: dict[Any, Node] = {}
        self._paragraphs: set[int] = set()  # those that we made, by id()
        self._ids = {element.get("id") for element in root.iter() if isinstance(element.tag, str)}
        self._count = 0
        self._read(root, _Surroundings(parent=self.document, language=root.get("lang") or ""))

    def node(self, leaf: Leaf) -> Node:
        """The structure element that ``leaf`` is content of."""
        if leaf.text is None:
            return self.pictures[leaf.element]
        if leaf.pseudo == "marker":
            return self._labels[leaf.element]
        node = self._nodes.get(leaf.element, self.document)
        if node.type in _GROUPS:
            return self._paragraph(node, node.reached)
        return node

    def tables(self) -> Iterator[Node]:
        """Every Table."""
        waiting = [self.document]
        while waiting:
            node = waiting.pop()
            if node.type == "Table":
                yield node
            waiting += node.children

    def _read(self, element: Any, at: _Surroundings) -> None:
        """``element`` and all in it have their places."""
        if hidden(element):
            return
        language = element.get("lang") or at.language
        inside = self._element(element, at, language)
        self._nodes[element] = inside.parent
        if language != at.language and inside.parent is not at.parent:
            _outermost(inside.parent, at.parent).properties["Lang"] = language
        inside = replace(inside, language=language)
        self._reserve(inside.parent, element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._read(child, inside)
            self._reserve(inside.parent, child.tail)

    def _reserve(self, node: Node, text: str | None) -> None:
        if node.type in _GROUPS and text and text.strip():
            self._paragraph(node, len(node.children))

    def _paragraph(self, node: Node, place: int) -> Node:
        """The paragraph made for the text that stands in the group ``node`` at ``place``, or after it."""
        for child in node.children[max(place - 1, 0) :]:
            if id(child) in self._paragraphs:
                return child
        made = node.add("P")
        self._paragraphs.add(id(made))
        return made

    def _element(self, element: Any, at: _Surroundings, language: str) -> _Surroundings:
        """What surrounds the content of ``element``."""
        match element.tag:
            case "a" if element.get("href"):
                return replace(at, parent=self._link(element, at))
            case "img" | "{http://www.w3.org/2000/svg}svg":
                return replace(at, parent=self._picture(element, at))
            case "figure":
                return replace(at, parent=self._figure(element, at))
            case "figcaption" if at.parent.type == "Figure":
                return replace(at, parent=at.parent.add("Caption"))
            case "li":
                return self._item(element, at)
            case "dt" | "dd":
                return replace(at, parent=self._definition(element, at))
            case "span" if FOOT in _classes(element):
                return self._foot(element, at)
            case "span" if at.label is not None and "n" in _classes(element):
                return replace(at, parent=at.label)
            case "th" | "td":
                return replace(at, parent=self._cell(element, at))
        return self._plain(element, at, language)

    def _plain(self, element: Any, at: _Surroundings, language: str) -> _Surroundings:
        apart = _BELOW if at.parent.type == "Caption" else _IN_NOTES if at.notes else frozenset()
        type = "P" if apart & _classes(element) else _TYPES.get(element.tag, "")
        role = element.get("role") or ""
        at = replace(at, contents=at.contents or role == "doc-toc", notes=at.notes or role == "doc-endnotes")
        at = replace(at, head=element.tag == "thead" or at.head and type != "Table")
        if role == "doc-part":
            type = "Part"
        elif type == "L" and at.contents:
            type = "TOC"
        elif not type and language != at.language:
            type = "Span"
        if not type:
            return at
        node = self._holder(at.parent, type).add(type)
        if type == "L":
            node.attributes["List"] = {"ListNumbering": f"/{_numbering(element)}"}
        if element.tag == "abbr" and element.get("title"):
            node.properties["E"] = element.get("title")
        return replace(at, parent=node)

    def _holder(self, parent: Node, type: str) -> Node:
        """``parent``, or for what stands in a line, the paragraph of ``parent`` that the line is in."""
        if type in _INLINE and parent.type in _GROUPS:
            return self._paragraph(parent, len(parent.children))
        return parent

    def _link(self, element: Any, at: _Surroundings) -> Node:
        """A contents entry is Reference > Link, a citation Link > Reference (ISO/TS 32005, table 5)."""
        if at.contents and at.parent.type == "TOCI":
            self.links[element] = at.parent.add("Reference").add("Link")
            return self.links[element]
        self.links[element] = self._holder(at.parent, "Link").add("Link")
        if element.get("role") in _CITATIONS or _CITATION_CLASSES & _classes(element):
            return self.links[element].add("Reference")
        return self.links[element]

    def _picture(self, element: Any, at: _Surroundings) -> Node:
        if element not in self.pictures:
            type = "Formula" if element.get("role") == "math" else "Figure"
            self.pictures[element] = self._holder(at.parent, type).add(type)
            self.pictures[element].properties["Alt"] = _alternative(element)
        return self.pictures[element]

    def _figure(self, element: Any, at: _Surroundings) -> Node:
        """A figure of one picture is that picture's Figure, with the caption inside it."""
        captioned = {image for caption in element.iter("figcaption") for image in caption.iter("img")}
        images = [image for image in element.iter("img") if not hidden(image) and image not in captioned]
        if len(images) != 1 or next(element.iter("table"), None) is not None:
            return at.parent.add("Div")
        node = self.pictures[images[0]] = at.parent.add("Figure")
        node.properties["Alt"] = _alternative(images[0])
        return node

    def _item(self, element: Any, at: _Surroundings) -> _Surroundings:
        if at.contents:
            return replace(at, parent=at.parent.add("TOCI"))
        item = at.parent.add("LI")
        label = self._labels[element] = item.add("Lbl")
        body = item.add("LBody")
        if at.notes and at.label is None:
            body = body.add("Note")
            body.properties["ID"] = element.get("id") or self._new_id()
        return replace(at, parent=body, label=label)

    def _foot(self, element: Any, at: _Surroundings) -> _Surroundings:
        """A note at the foot of a page belongs where its first mark is; its paragraphs are written as spans."""
        note = self._holder(at.parent, "Note").add("Note")
        note.properties["ID"] = element.get("id")
        return replace(at, parent=note, notes=True, label=note.add("Lbl"))

    def _definition(self, element: Any, at: _Surroundings) -> Node:
        """Terms are the labels of what follows them."""
        items = at.parent.children
        fresh = not items or element.tag == "dt" and items[-1].children[-1].type == "LBody"
        item = at.parent.add("LI") if fresh else items[-1]
        return item.add("Lbl" if element.tag == "dt" else "LBody")

    def _cell(self, element: Any, at: _Surroundings) -> Node:
        cell = at.parent.add(element.tag.upper())
        attributes: dict[str, Any] = {}
        if cell.type == "TH":
            cell.properties["ID"] = element.get("id") or self._new_id()
            attributes["Scope"] = "/" + _SCOPES.get(element.get("scope"), "Column" if at.head else "Row")
        for name, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
            span = element.get(name) or "1"
            if span.isdigit() and int(span) > 1:
                attributes[key] = int(span)
        if attributes:
            cell.attributes["Table"] = attributes
        return cell

    def _new_id(self) -> str:
        while True:
            self._count += 1
            if f"element-{self._count}" not in self._ids:
                return f"element-{self._count}"


def _classes(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _outermost(node: Node, above: Node) -> Node:
    """The child of ``above`` that ``node`` stands in."""
    while node.parent is not None and node.parent is not above:
        node = node.parent
    return node


def _numbering(element: Any) -> str:
    if element.tag == "ol":
        return _NUMBERINGS.get(element.get("type"), "Decimal")
    return "Disc" if element.tag == "ul" else "None"


def _alternative(element: Any) -> str:
    title = element.find("{http://www.w3.org/2000/svg}title")
    return element.get("aria-label") or element.get("alt") or (title.text or "" if title is not None else "")
