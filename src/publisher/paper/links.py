"""One annotation for each link on each page, whatever its lines, with words that say where it leads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.pdf.anchors import add_links as add_anchors

from publisher.model.locale import in_words, words_language
from publisher.paper.folios import first_pages
from publisher.paper.structure import Annotation

_PRINT = 4  # ISO 32000-1 12.5.3: annotations that are not hidden must print in PDF/A


@dataclass(frozen=True, slots=True)
class _Rectangle:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def corners(self) -> tuple[float, ...]:
        """The two upper corners, then the lower ones, as viewers expect them in QuadPoints."""
        return (self.left, self.top, self.right, self.top, self.left, self.bottom, self.right, self.bottom)

    def beside(self, other: "_Rectangle") -> bool:
        """Whether both stand in one line."""
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap > 0.5 * min(self.top - self.bottom, other.top - other.bottom)

    def around(self, other: "_Rectangle") -> "_Rectangle":
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return _Rectangle(left, bottom, max(self.right, other.right), max(self.top, other.top))


class Links:
    """The link annotations of a document, by the a element that each belongs to.

    ``add`` takes the place of the engine's own function of that name, which annotates every box.
    """

    def __init__(self, document: Any, labels: Sequence[str]) -> None:
        root = document._html.etree_element
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._folios = first_pages(document, labels)
        self._language = root.get("lang") or ""
        self._page = -1
        self.made: list[tuple[Any, Annotation]] = []

    def add(self, links_and_anchors: Any, matrix: Any, pdf: Any, page: Any, names: Any, tags: Any) -> None:
        links, anchors = links_and_anchors
        add_anchors(([], anchors), matrix, pdf, page, names, tags)
        self._page += 1
        for element, (target, boxes) in self._grouped(links).items():
            lines = _lines(_Rectangle(*_corners(rectangle, matrix)) for rectangle in boxes)
            if lines:
                annotation = _annotation(lines, *target, self._words(element, *target))
                pdf.add_object(annotation)
                page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
                self.made.append((element, Annotation(self._page, annotation)))

    def _grouped(self, links: Any) -> Mapping[Any, tuple[tuple[str, str], list[Any]]]:
        grouped: dict[Any, tuple[tuple[str, str], list[Any]]] = {}
        for kind, target, rectangle, box in links:
            element = self._anchor(box.element)
            if element is not None and kind in ("internal", "external"):
                grouped.setdefault(element, ((kind, target), []))[1].append(_tall(rectangle, box))
        return grouped

    def _anchor(self, element: Any) -> Any:
        while element is not None and not (element.tag == "a" and element.get("href")):
            element = self._parents.get(element)
        return element

    def _words(self, element: Any, kind: str, target: str) -> str:
        """What the link is called; inside the book, with the page that it leads to (PDF/UA-1 7.18.5)."""
        described = (image.get("alt") or "" for image in element.iter("img"))
        words = element.get("aria-label") or " ".join("".join(element.itertext()).split()) or " ".join(described)
        if kind == "internal":
            return f"{words}, {self._place(self._folios[target])}" if target in self._folios else words
        # An address is no name; without its scheme it at least does not repeat the action.
        return words.removeprefix("https://").removeprefix("http://")

    def _place(self, folio: str) -> str:
        """A page in the language of the book; its folio alone where we have no words in that."""
        return in_words(self._language, "page {}", folio) if words_language(self._language) == self._language else folio


def _tall(rectangle: Any, box: Any) -> tuple[float, float, float, float]:
    """A box of text at least as high as its letters: raised marks have no line height, and still must be hit."""
    left, top, right, bottom = rectangle
    lacking = max(0.0, box.style["font_size"] - abs(bottom - top)) / 2
    return left, top - lacking, right, bottom + lacking


def _corners(rectangle: Any, matrix: Any) -> Iterator[float]:
    """Left, bottom, right and top of a box, in points."""
    left, top = matrix.transform_point(*rectangle[:2])
    right, bottom = matrix.transform_point(*rectangle[2:])
    yield from (left, bottom, right, top)


def _lines(rectangles: Iterator[_Rectangle]) -> Sequence[_Rectangle]:
    """One rectangle for each line, from the top; boxes within boxes are counted once."""
    lines: list[_Rectangle] = []
    for rectangle in rectangles:
        if rectangle.left == rectangle.right or rectangle.top == rectangle.bottom:
            continue
        same = next((line for line in lines if line.beside(rectangle)), None)
        if same:
            lines.remove(same)
        lines.append(same.around(rectangle) if same else rectangle)
    return sorted(lines, key=lambda line: -line.top)


def _annotation(lines: Sequence[_Rectangle], kind: str, target: str, words: str) -> pydyf.Dictionary:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    annotation = pydyf.Dictionary({
        "Type": "/Annot", "Subtype": "/Link", "F": _PRINT, "BS": pydyf.Dictionary({"W": 0}),
        "Rect": pydyf.Array((left, lines[-1].bottom, right, lines[0].top)), "Contents": pydyf.String(words),
    })  # fmt: skip
    if len(lines) > 1:
        annotation["QuadPoints"] = pydyf.Array(number for line in lines for number in line.corners)
    if kind == "internal":
        annotation["Dest"] = pydyf.String(target)
    else:
        annotation["A"] = pydyf.Dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(target)})
    return annotation
