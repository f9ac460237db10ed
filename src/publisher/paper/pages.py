"""The page map: which word starts which page, and which words are on none.

Each piece of text on a page has been found in the source, character for character, before anything is said of it here
(``alignment``). A page start is told by the block that it stands in and the characters before it there: the same words
are found in another edition of the same book, though addresses, notes and wide tables are set differently in it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from publisher.model.pages import LostText, PageStart
from publisher.paper.alignment import SourceText
from publisher.paper.leaves import Artifact, Leaf, hidden
from publisher.source import Span
from publisher.xhtml.running import FOOT, PICTURE, PLACE, Run, letters, runs

_TOLD = 40  # characters that make sure of a place


def page_starts(document: Any, found: Sequence[Leaf], labels: Sequence[str]) -> tuple[PageStart, ...]:
    """The first word or picture of each page that has any, in the order of pages."""
    root = document._html.etree_element
    blocks, heads, rows = _Blocks(root), _inside(root, "thead"), _inside(root, "tbody")
    starts = []
    begun: set[Any] = set()  # tables: the engine leaves out a head that has no room above a high row, and sets it later
    for page, group in groupby(found, key=lambda leaf: leaf.page):
        leaves = tuple(group)
        fresh = (leaf for leaf in leaves if heads.get(leaf.element) not in begun)
        block, offset = next(filter(None, map(blocks.place, fresh)), ("", 0))
        if block:
            starts.append(blocks.start(labels[page], block, offset))
        begun |= {rows[leaf.element] for leaf in leaves if leaf.element in rows}
    return tuple(starts)


def _inside(root: Any, part: str) -> Mapping[Any, Any]:
    """The table of each element that stands in such a part of it."""
    return {element: table for table in root.iter("table") for rows in table.iter(part) for element in rows.iter()}


class _Blocks:
    """The text of a document block by block, and the way from a place in the document to one in a block."""

    def __init__(self, root: Any) -> None:
        self._texts: dict[str, list[str]] = {}
        self._pictures: dict[Any, tuple[str, int]] = {}
        self._begins: list[int] = []  # the first character of each run, counted through the document …
        self._places: list[tuple[str, int]] = []  # … and through its block
        count = 0
        for run in runs(root):
            text = self._texts.setdefault(run.block, [])
            if run.text == PICTURE:
                self._pictures[run.element] = (run.block, len(text))
                text.append(PICTURE)
                continue
            self._begins.append(count)
            self._places.append((run.block, len(text)))
            text += _spaced(run)
            count += len(text) - self._places[-1][1]

    def place(self, leaf: Leaf) -> tuple[str, int] | None:
        """The block of a leaf and the characters before it there; None for what is no part of the flow of the text."""
        block, offset = "", 0
        if not leaf.in_flow:
            return None
        if leaf.text is None and leaf.artifact in (None, Artifact.DECORATION):
            block, offset = self._pictures.get(leaf.element, ("", 0))
        elif leaf.piece:
            run = bisect_right(self._begins, leaf.piece.start) - 1
            block, offset = self._places[run]
            offset += leaf.piece.start - self._begins[run]
        return (block, offset) if block else None

    def start(self, label: str, block: str, offset: int) -> PageStart:
        said = "".join(self._texts[block][offset : offset + _TOLD]).strip()
        return PageStart(label=label, block=block, offset=offset, words=said.replace(" ", ""), said=said)


def _spaced(run: Run) -> Iterator[str]:
    """The characters that count, with a space before each that begins a word."""
    for index, letter in letters(run.text):
        yield f" {letter}" if (run.text[index - 1].isspace() if index else run.apart) else letter


def lost_text(document: Any, found: Sequence[Leaf], source: SourceText, labels: Sequence[str]) -> tuple[LostText, ...]:
    """What is on no page, and what a page cuts off: one finding for each block of a chapter, at its first lost word.

    Raises RuntimeError where a page shows what is not in the source: then nothing can be said of it.
    """
    root = document._html.etree_element
    unused = source.unused
    missing = [(element, unused[element], "") for element in _readable(root) if element in unused]
    # A space that nothing may break stands alone between two elements.
    strange = [leaf for leaf in found if leaf.is_written and leaf.piece is None and (leaf.text or "").strip()]
    if strange and not missing:
        raise RuntimeError(f"page {labels[strange[0].page]} shows {strange[0].text!r}, which is not in the text")
    unseen = [leaf for leaf in found if leaf.is_written and not leaf.seen]
    cut = [(leaf.element, f"{leaf.text}{' ' * leaf.space}", labels[leaf.page]) for leaf in unseen]
    return tuple(_grouped((*missing, *cut), _places(root, ()))) if missing or cut else ()


def _readable(element: Any) -> Iterator[Any]:
    """The elements that a reader is meant to read, in their order."""
    if (
        not isinstance(element.tag, str)
        or element.tag == "head"
        or hidden(element)
        or element.get("hidden") is not None
    ):
        return
    yield element
    for child in element:
        yield from _readable(child)


def _places(element: Any, around: tuple[str, ...]) -> Mapping[Any, tuple[str, ...]]:
    """The places in the author's files of all that each element stands in, the chapter's first."""
    own = element.get(PLACE)
    around = around[:1] if element.get("class") == FOOT else around  # a note is no part of the block of its mark
    around = (*around, own) if own else around
    found = {element: around}
    for child in element:
        if isinstance(child.tag, str):
            found |= _places(child, around)
    return found


def _grouped(lost: Sequence[tuple[Any, str, str]], places: Mapping[Any, tuple[str, ...]]) -> Iterator[LostText]:
    blocks: dict[tuple[str, ...], list[tuple[Any, str, str]]] = {}
    for piece in lost:
        blocks.setdefault(places.get(piece[0], ())[:2], []).append(piece)
    for pieces in blocks.values():
        first, _, label = pieces[0]
        texts = ("".join(text for _, text, _ in own) for _, own in groupby(pieces, key=lambda piece: piece[0]))
        yield LostText(span=_span(places.get(first, ())), words=" ".join(" ".join(texts).split()), label=label)


def _span(places: tuple[str, ...]) -> Span | None:
    if not places:
        return None
    file, line, column = places[-1].rsplit(":", 2)
    return Span(file, int(line), int(column))
