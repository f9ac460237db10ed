"""A plain text in, a post out. Paragraphs stand between empty lines; headings and lists are guessed, and said to be."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import builder

from publisher.readers.posts.post import Element, Post

_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_NUMBERED = re.compile(r"\s*\d+")
_SOURCE = re.compile(r"\s*[(\[]\d{1,3}[)\]]\s")
_CAPTION = re.compile(r"\s*(?:figure|graphic|image|photo|photograph|picture|source)s?\b", re.IGNORECASE)
_RULE = re.compile(r"\s*([-=~_*#])(?:\s*\1){2,}\s*")
_LONG, _MOST = 25, 16  # words of a paragraph that a heading may stand over, and of the heading
_WRAPPED = 50  # characters: lines that end earlier end where their author wanted


def read_text(text: str) -> Post:
    """The post of a plain text."""
    blocks = list(_blocks(text))
    title = next((number for number, lines in enumerate(blocks) if _could_be_heading(lines)), -1)
    body, guesses = builder.BODY(), []
    for number, lines in enumerate(blocks):
        heading = number == title or _is_heading(lines, blocks[number + 1] if number + 1 < len(blocks) else ())
        if heading:
            guesses.append(f"taken for {'the title' if number == title else 'a heading'}: '{lines[0].strip()}'")
        for made in _heading(lines, first=number == title) if heading else _block(lines):
            body.append(made)
    return Post(body=body, title=blocks[title][0].strip() if title >= 0 else "", guesses=tuple(guesses))


def _blocks(text: str) -> Iterator[Sequence[str]]:
    """What stands between empty lines; a title is parted from the sources below it, items of a list stay together."""
    items: list[str] = []
    for lines in (block.split("\n") for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n"))):
        if items and not _goes_on(items[-1], lines[0]):
            yield items
            items = []
        if len(lines) == 1 and _ITEM.match(lines[0]):
            items.append(lines[0])
        elif len(lines) > 1 and all(map(_SOURCE.match, lines[1:])) and _could_be_heading(lines[:1]):
            yield from (lines[:1], lines[1:])
        else:
            yield from filter(None, (items, lines))
            items = []
    if items:
        yield items


def _goes_on(item: str, line: str) -> bool:
    """Whether ``line`` is the next item of the list that ``item`` stands in."""
    marks = [found[0] if (found := _ITEM.match(each)) else "" for each in (item, line)]
    numbers = [int(found[0]) if (found := _NUMBERED.match(mark)) else 0 for mark in marks]
    return _mark(marks[0]) == _mark(marks[1]) and (not numbers[0] or numbers[1] == numbers[0] + 1)


def _heading(lines: Sequence[str], *, first: bool) -> Iterator[Element]:
    yield (builder.H1 if first else builder.H2)(lines[0].strip())


def _could_be_heading(lines: Sequence[str]) -> bool:
    underlined = len(lines) == 2 and bool(_RULE.fullmatch(lines[1]))
    words = lines[0].split() if len(lines) == 1 or underlined else []
    said = " ".join(words)
    return bool(0 < len(words) <= _MOST and said[0].isupper() and not said.endswith((".", ",", ";", "!")))


def _is_heading(lines: Sequence[str], behind: Sequence[str]) -> bool:
    if not _could_be_heading(lines) or not behind or _CAPTION.match(behind[0]):
        return False
    if len(lines) == 2 or (lines[0].isupper() and len(lines[0].split()) > 1):
        return True
    announces = lines[0].rstrip().endswith(":") and not _ITEM.match(behind[0])
    return announces or bool(_SOURCE.match(behind[0])) or sum(len(line.split()) for line in behind) >= _LONG


def _block(lines: Sequence[str]) -> Iterator[Element]:
    if len(lines) == 1 and _RULE.fullmatch(lines[0]):
        yield builder.HR()
        return
    if len(started := [number for number, line in enumerate(lines) if _SOURCE.match(line)]) > 1 and started[0] == 0:
        for start, end in pairwise((*started, len(lines))):
            yield _paragraph(lines[start:end])
        return
    first = _first_item(lines)
    if first > 0:
        yield _paragraph(lines[:first])
    yield _list(lines[first:]) if first >= 0 else _paragraph(lines)


def _first_item(lines: Sequence[str]) -> int:
    """The line where a list of two items or more begins: the first, or the one below a line that ends in a colon."""
    for number, line in enumerate(lines):
        if _ITEM.match(line) and (number == 0 or lines[number - 1].rstrip().endswith(":")):
            marks = [found[0] for line in lines[number:] if (found := _ITEM.match(line))]
            return number if len(marks) > 1 and len({_mark(mark) for mark in marks}) == 1 else -1
    return -1


def _mark(mark: str) -> str:
    """The sign of an item without its number."""
    return re.sub(r"\d+", "1", mark).strip()


def _list(lines: Sequence[str]) -> Element:
    """The items of a list; a line without a sign belongs to the item above."""
    starts = [number for number, line in enumerate(lines) if _ITEM.match(line)]
    made: Element = builder.OL() if (number := _NUMBERED.match(lines[0])) else builder.UL()
    if number and number[0].strip() != "1":
        made.set("start", number[0].strip())
    for start, end in pairwise((*starts, len(lines))):
        item = _paragraph((_ITEM.sub("", lines[start], count=1), *lines[start + 1 : end]))
        item.tag = "li"
        made.append(item)
    return made


def _paragraph(lines: Sequence[str]) -> Element:
    """The lines as one paragraph; a short one ends where its author wanted."""
    made: Element = builder.P(lines[0].strip())
    for before, line in zip(lines, lines[1:], strict=False):
        if len(before.rstrip()) >= _WRAPPED:
            _add(made, f" {line.strip()}")
        else:
            made.append(builder.BR())
            _add(made, line.strip())
    return made


def _add(made: Element, words: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + words
    else:
        made.text = (made.text or "") + words
