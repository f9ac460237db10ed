"""The running text of a document, counted so that a place in one edition is found in another.

Editions are written from the same book, and what they lay out differently stands in other elements, on other lines,
with other addresses. So text is counted block by block: each block bears its place in the author's files, or an id;
white space and places where words may break do not count; a picture counts as one character; and what one edition has
for itself (``OWN``) belongs to no block. This reads trees of any maker: lxml's and that of the page engine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PLACE = "data-place"  # on each block: where it was written; no finished file has it
IGNORED = frozenset("\u00ad\u200b")  # where a line may break: seen in a line only when it does
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby rb rp rt s samp small span strong sub sup time u "
    "var wbr".split()
)
FOOT = "footnote"  # the class of a note in a line of text, which stands at the foot of its page
PICTURE = "\ufffc"  # OBJECT REPLACEMENT CHARACTER
# Classes of what is not the same in every edition: the pages around the text, and addresses.
OWN = frozenset({"cover", "title-page", "imprint", "contents", "on-paper", "address"})


@dataclass(frozen=True, slots=True)
class Run:
    """Text inside ``element`` before its first child, or with ``tail``, text behind it.

    ``block`` names the block that it counts in, or is empty; ``apart`` tells that no word reaches into it from before.
    """

    element: Any
    tail: bool
    text: str
    block: str
    apart: bool


def runs(element: Any, block: str = "", *, notes: str = "", shared: bool = True) -> Iterator[Run]:
    """All text of ``element`` in order, the empty ones too; a picture is a run of one character.

    The name of a block of ``notes`` tells which list it is in: the same note stands in another one elsewhere.
    """
    if element.get("role") == "doc-endnotes":
        notes = f"{element.get('id')} "
    name = element.get(PLACE) or element.get("id")
    block = f"{notes}{name}" if name else block
    shared = shared and OWN.isdisjoint((element.get("class") or "").split())
    counted = block if shared else ""
    text = PICTURE if element.tag == "img" else element.text or ""
    yield Run(element, False, text, counted, element.tag not in INLINE)
    for child in element:
        if isinstance(child.tag, str):  # and no comment
            yield from runs(child, block, notes=notes, shared=shared)
        yield Run(child, True, child.tail or "", counted, isinstance(child.tag, str) and child.tag not in INLINE)


def letters(text: str) -> Iterator[tuple[int, str]]:
    """The characters that count, each with its index in ``text``."""
    return ((index, letter) for index, letter in enumerate(text) if not letter.isspace() and letter not in IGNORED)
