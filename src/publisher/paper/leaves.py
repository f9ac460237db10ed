"""What is painted on the pages of a laid-out document: every text and picture, in reading order, and what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from publisher.paper.alignment import Piece, SourceText

SVG = "{http://www.w3.org/2000/svg}svg"


class Artifact(Enum):
    """Why a leaf is no part of the text."""

    HEADER = "header"
    FOOTER = "footer"
    REPEATED = "repeated"  # the head of a table, on the pages after its first
    LEADER = "leader"
    DECORATION = "decoration"


@dataclass(slots=True)
class Leaf:
    """A box that paints text or a picture, on ``page`` (from 0) and, for text, in ``line``.

    ``actual`` is what the text reads where its glyphs say something else, ``space`` whether white space follows that
    the layout has swallowed, ``piece`` which part of the source it is, where it is one.
    """

    box: Any
    page: int
    line: Any
    artifact: Artifact | None
    actual: str = ""
    space: bool = False
    piece: Piece | None = None

    @property
    def element(self) -> Any:
        return self.box.element

    @property
    def pseudo(self) -> str:
        """The name of the pseudo-element that the leaf belongs to: "before", "after", "marker", or nothing."""
        return (self.box.element_tag or "").partition("::")[2]

    @property
    def text(self) -> str | None:
        """The characters, or None for a picture."""
        return self.box.text if isinstance(self.box, boxes.TextBox) else None


def leaves(document: Any) -> tuple[Leaf, ...]:
    """Every leaf of every page, in the order of the document."""
    found: list[Leaf] = []
    heads: set[Any] = set()
    for number, page in enumerate(document.pages):
        found += _leaves(page._page_box, number, None, None, frozenset(heads))
        heads |= {box.element for box in _boxes(page._page_box) if _is_head(box)}
    _restore_text(document, [leaf for leaf in found if leaf.artifact is None and leaf.text is not None])
    for leaf, leader in pairwise(found):
        leaf.space |= leader.artifact is Artifact.LEADER and leaf.artifact is None
    return tuple(found)


def _boxes(box: Any) -> Iterator[Any]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _is_head(box: Any) -> bool:
    return isinstance(box, boxes.TableRowGroupBox) and box.is_header


def _leaves(box: Any, page: int, line: Any, artifact: Artifact | None, heads: frozenset[Any]) -> Iterator[Leaf]:
    """The leaves under ``box``; ``heads`` are the table heads that earlier pages have shown."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    artifact = artifact or _artifact(box, heads)
    if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        yield Leaf(box, page, line, artifact)
        return
    line = line or (box if isinstance(box, boxes.LineBox) else None)  # a line within a line is part of it
    for child in box.children:
        yield from _leaves(child, page, line, artifact, heads)


def _artifact(box: Any, heads: frozenset[Any]) -> Artifact | None:
    """What ``box`` itself is, where it is no part of the text."""
    if isinstance(box, boxes.MarginBox):
        return Artifact.HEADER if box.at_keyword.startswith("@top") else Artifact.FOOTER
    if _is_head(box) and box.element in heads:
        return Artifact.REPEATED
    if getattr(box, "is_leader", False):
        return Artifact.LEADER
    if isinstance(box, boxes.TextBox) and not box.text.strip(" \n\t\u200b"):
        return Artifact.DECORATION  # white space and break opportunities are never painted
    if box.element is not None and "::" not in (box.element_tag or "") and hidden(box.element):
        return Artifact.DECORATION
    return None


def hidden(element: Any) -> bool:
    """Whether the author says that ``element`` is decoration: nobody who listens misses it."""
    if element.get("aria-hidden") == "true":
        return True
    if element.tag not in ("img", SVG) or element.get("aria-label"):
        return False
    return element.get("alt") == "" or element.get("role") in ("presentation", "none")


def _restore_text(document: Any, texts: list[Leaf]) -> None:
    """Spaces that the layout swallowed are known again, and so are words that it broke with a hyphen."""
    source = SourceText(document._html.etree_element)
    for leaf in texts:
        hyphen = leaf.box.style["hyphenate_character"]
        if leaf.element is not None and not leaf.pseudo:
            leaf.piece = source.take(leaf.element, leaf.box.text, hyphen)
        if leaf.piece and leaf.piece.hyphen:
            leaf.actual = leaf.box.text.removesuffix(hyphen) + "\u00ad"
        elif any("\u0590" <= character <= "\u08ff" for character in leaf.box.text):
            leaf.actual = leaf.box.text  # right-to-left glyphs are painted backwards
    for leaf, after in pairwise(texts):
        same_block = leaf.line.element is after.line.element
        if (
            same_block
            and not leaf.box.text.endswith((" ", "\u00a0"))
            and not after.box.text.startswith((" ", "\u00a0"))
        ):
            leaf.space = _spaced(leaf, after, source)


def _spaced(leaf: Leaf, after: Leaf, source: SourceText) -> bool:
    """Whether white space stood between two neighbours. What is generated is asked its lines, having no source."""
    if leaf.piece and after.piece:
        return source.spaced(leaf.piece, after.piece)
    return leaf.element is after.element and leaf.pseudo != "marker" and leaf.line is not after.line
