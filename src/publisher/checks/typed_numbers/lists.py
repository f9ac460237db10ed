"""Lists of sources that were numbered by hand: paragraphs that begin with (1), (2) …, or a list under "References"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.checks.running_text import running_text
from publisher.checks.typed_numbers.numbers import item_starts
from publisher.checks.wording import heard
from publisher.model.blocks import Block, Box, Details, Heading, ListBlock, Paragraph, Quotation
from publisher.model.words import spoken
from publisher.source import Span

_OF_SOURCES = frozenset(
    {"bibliography", "endnotes", "list of references", "literature", "reference list", "references", "works cited"}
)
_PERHAPS_OF_SOURCES = frozenset({"citations", "footnotes", "notes", "notes and references", "sources"})
_MOST_WORDS = 90

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DATED = re.compile(r"\((?:[\w ,]* |c\. ?)?(?:1[5-9]|20)\d\d[a-z]?(?:, [\w ]+)?\)")
_FETCHED = re.compile(r"\b(?:retrieved|accessed|available (?:at|from|online)|last visited|viewed on)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|\bdoi[:. ]|\bISBN\b|\b10\.\d{4,}/", re.IGNORECASE)
_BY_NAME = re.compile(  # Smith, J. or J. Smith, or Smith et al
    r"[^\W\d_a-z][\w’'-]+,? (?:[^\W\d_a-z]\.|[^\W\d_a-z](?=[,. ]))"
    r"|(?:[^\W\d_a-z]\. ?)+[^\W\d_a-z]\w+,|.{0,80}\bet al\b"
)
_PLACED = re.compile(r"\bpp?\. ?\d|\b[Vv]ol\. ?\d|\b\d+ ?\(\d+\)[:,]|\bIbid\b|\bop\. cit\.")
_SIGNS = ((_YEAR, 0.5), (_DATED, 0.5), (_FETCHED, 2), (_ADDRESS, 2), (_BY_NAME, 1.5), (_PLACED, 1))
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One source of a list."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandMade:
    """A list of sources, and the ``blocks`` that it is made of."""

    span: Span
    items: tuple[Item, ...]
    blocks: tuple[Block, ...]


def hand_made_lists(blocks: Sequence[Block]) -> Iterator[HandMade]:
    """Each numbered list of sources in ``blocks`` and in the boxes and quotations there."""
    title, open_list = "", list[tuple[Block, tuple[Item, ...]]]()
    for block in blocks:
        items = tuple(_items(block))
        if open_list and (not items or items[0].number != open_list[-1][1][-1].number + 1):
            yield from _closed(open_list, title)
            open_list = []
        if items:
            open_list.append((block, items))
        else:
            title = _title(block) or title
        if isinstance(block, Box | Details | Quotation):
            yield from hand_made_lists(block.blocks)
    yield from _closed(open_list, title)


def looks_like_a_source(text: str) -> bool:
    """Whether ``text`` reads as an entry of a list of references: who, when, what, where."""
    long_words = _LONG_WORD.findall(text)
    names = sum(word[0].isupper() for word in long_words)
    signs = sum(weight for sign, weight in _SIGNS if (sign.match(text) if sign is _BY_NAME else sign.search(text)))
    titled = len(long_words) > 3 and names >= 0.6 * len(long_words)
    return len(text.split()) <= _MOST_WORDS and signs + titled >= 2


def _closed(members: Sequence[tuple[Block, tuple[Item, ...]]], title: str) -> Iterator[HandMade]:
    items = tuple(item for _, each in members for item in each)
    if not items:
        return
    named = heard(title)
    like = sum(looks_like_a_source(item.text) for item in items) / len(items)
    enough = 0 if named in _OF_SOURCES else 0.5 if named in _PERHAPS_OF_SOURCES else 0.75
    if like >= enough and (named in _OF_SOURCES or len(items) > 1):
        blocks = tuple(block for block, _ in members)
        yield HandMade(span=blocks[0].span, items=items, blocks=blocks)


def _items(block: Block) -> Iterator[Item]:
    match block:
        case Paragraph():
            yield from _lines(running_text(block.content, block).text)
        case ListBlock(items=items, start=int(start)):
            for number, item in enumerate(items, start):
                paragraphs = (each.content for each in item.blocks if isinstance(each, Paragraph))
                yield Item(number=number, text=" ".join(map(spoken, paragraphs)))


def _lines(text: str) -> Iterator[Item]:
    """The numbered lines of a paragraph that begins with a number."""
    starts = list(item_starts(text))
    if not starts or starts[0][1] > 0:
        return
    kept = [starts[0]]
    for start in starts[1:]:
        if start[0] == kept[-1][0] + 1:
            kept.append(start)
    ends = [start for _, start, _ in kept[1:]] + [len(text)]
    for (number, _, begin), end in zip(kept, ends, strict=True):
        yield Item(number=number, text=" ".join(text[begin:end].split()))


def _title(block: Block) -> str:
    match block:
        case Heading(content=content):
            return spoken(content)
        case Paragraph(content=content) if heard(spoken(content)) in _OF_SOURCES:
            return spoken(content)
    return ""
