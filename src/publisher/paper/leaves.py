"""What is painted on the pages of a laid-out document: every text and picture, in reading order, and what it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from publisher.paper.alignment import Piece, SourceText
from publisher.paper.windows import Window, block_of, cuts_off, is_seen, within
from publisher.xhtml.running import INLINE

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

    ``in_flow`` tells whether it stands where the text before it ends, ``seen`` whether it lies within the page and all
    that cuts off what is too large; ``actual`` is what a word reads that is broken here with a hyphen of ours, or set
    in capitals, ``space`` whether white space follows that the layout has swallowed, ``piece`` which part of the source
    it is, ``note`` the element of the note at the foot of a page that it stands in.
    """

    box: Any
    page: int
    line: Any
    artifact: Artifact | None
    in_flow: bool
    seen: bool
    actual: str = ""
    space: bool = False
    piece: Piece | None = None
    note: Any = None

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

    @property
    def is_written(self) -> bool:
        """Whether this is text that the document's author wrote, and not generated."""
        return self.text is not None and self.artifact is None and self.pseudo in ("", "first-letter", "first-line")


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is known of a box before it is looked at; ``heads`` are the table heads that earlier pages have shown.

    ``window`` is what can be seen; None where that is not known.
    """

    page: int
    heads: frozenset[Any]
    window: Window | None
    line: Any = None
    artifact: Artifact | None = None
    in_flow: bool = True
    note: Any = None


def leaves(document: Any, source: SourceText) -> tuple[Leaf, ...]:
    """Every leaf of every page, in the order of the document; ``source`` is used up by what they show."""
    found: list[Leaf] = []
    heads: set[Any] = set()
    for number, page in enumerate(document.pages):
        window = (0.0, 0.0, page.width, page.height)
        found += _uncovered(tuple(_leaves(page._page_box, _Surroundings(number, frozenset(heads), window))))
        heads |= {box.element for box in _boxes(page._page_box) if _is_head(box)}
    texts = [leaf for leaf in found if leaf.artifact is None and leaf.text is not None]
    _restore_text(document, source, [leaf for leaf in texts if leaf.note is None])
    _restore_text(document, source, [leaf for leaf in texts if leaf.note is not None])
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


def _leaves(box: Any, at: _Surroundings) -> Iterator[Leaf]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    artifact = at.artifact or _artifact(box, at.heads)
    if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        in_flow = at.in_flow and box.is_in_normal_flow()
        yield Leaf(box, at.page, at.line, artifact, in_flow, is_seen(box, at.window), note=at.note)
        return
    if isinstance(box, boxes.FootnoteAreaBox):
        for child in box.children:
            yield from _leaves(child, replace(at, in_flow=False, window=block_of(box.page), note=child.element))
        return
    line = at.line or (box if isinstance(box, boxes.LineBox) else None)  # a line within a line is part of it
    in_flow = at.in_flow and box.is_in_normal_flow()
    if (line, artifact, in_flow) != (at.line, at.artifact, at.in_flow) or cuts_off(box):
        at = replace(at, line=line, artifact=artifact, in_flow=in_flow, window=within(box, at.window))
    for child in box.children:
        yield from _leaves(child, at)


def _uncovered(found: Sequence[Leaf]) -> Sequence[Leaf]:
    """The leaves of a page. Notes that begin above the end of its text are not seen: the engine
    sets one over the other."""
    below = min((leaf.box.position_y for leaf in found if leaf.note is not None), default=float("inf"))
    over = [leaf for leaf in found if leaf.in_flow and leaf.artifact is None and leaf.text is not None]
    ends = max((leaf.box.position_y + leaf.box.height for leaf in over), default=0.0)
    for leaf in found:
        leaf.seen &= leaf.note is None or ends <= below + leaf.box.style["font_size"] / 3
    return found


def in_reading_order(root: Any, found: Sequence[Leaf]) -> Iterator[Leaf]:
    """``found`` with each note at the foot of a page behind its mark, after which it stands in the document."""
    notes: dict[Any, list[Leaf]] = {}
    for leaf in found:
        if leaf.note is not None:
            notes.setdefault(leaf.note, []).append(leaf)
    marks = {mark: note for parent in root.iter() for mark, note in pairwise(parent) if note in notes} if notes else {}
    for leaf in found:
        if leaf.note is None:
            yield leaf
            yield from notes.pop(marks.get(leaf.element), ())


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


def _restore_text(document: Any, source: SourceText, texts: list[Leaf]) -> None:
    """Spaces that the layout swallowed are known again, and so are words that it broke with a hyphen."""
    for leaf in texts:
        hyphen = leaf.box.style["hyphenate_character"]
        leaf.piece = source.take(leaf.element, leaf.box.text, hyphen) if leaf.is_written else None
        if leaf.piece:
            text = leaf.box.text.removesuffix(hyphen) if leaf.piece.hyphen else leaf.box.text
            if leaf.box.style["text_transform"] != "none":
                leaf.actual = _as_written(text, source.written(leaf.element, leaf.piece))
            if leaf.piece.hyphen:
                leaf.actual = (leaf.actual or text) + "\u00ad"
    parents = {child: parent for parent in document._html.etree_element.iter() for child in parent}
    before = tuple(_known(leaf.piece for leaf in texts))
    behind = tuple(_known(leaf.piece for leaf in reversed(texts)))[::-1]
    for (leaf, after), *pieces in zip(pairwise(texts), before, behind[1:]):
        if not leaf.box.text.endswith((" ", "\u00a0")) and not after.box.text.startswith((" ", "\u00a0")):
            leaf.space = _spaced(leaf, after, pieces, source, parents)


def _known(pieces: Iterable[Piece | None]) -> Iterator[Piece | None]:
    """Each piece, or where there is none, the one before it."""
    known: Piece | None = None
    for piece in pieces:
        known = piece or known
        yield known


def _as_written(shown: str, written: str) -> str:
    """What a style sheet has set in capitals, in the letters of the author; nothing where they are the same."""
    words = shown.strip()
    return shown.replace(words, written) if words.casefold() == written.casefold() and words != written else ""


def _spaced(
    leaf: Leaf, after: Leaf, pieces: Sequence[Piece | None], source: SourceText, parents: Mapping[Any, Any]
) -> bool:
    """Whether white space stood between two neighbours; ``pieces`` of the source are the last before and the next
    behind the place between them. What is generated is asked its lines where nothing is written between the two."""
    if leaf.line.element is not after.line.element:
        # A block inside a run of words is a line of its own; blocks that are paragraphs need no space between them.
        return _paragraph(leaf.line.element, parents) is _paragraph(after.line.element, parents)
    if leaf.pseudo == "marker":
        return False
    if leaf.pseudo == "before" or after.pseudo == "after":
        return leaf.line is not after.line
    first, second = pieces
    return first is not None and second is not None and source.spaced(first, second)


def _paragraph(element: Any, parents: Mapping[Any, Any]) -> Any:
    """The block that ``element`` is, or is a part of."""
    while element.tag in INLINE and element in parents:
        element = parents[element]
    return element
