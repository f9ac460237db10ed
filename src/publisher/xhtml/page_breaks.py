"""Marks in the text where the pages of the print edition begin (rules EN-05), for editions whose pages are others.

A mark stands before the first word of its page: never inside a word, a link or a heading, whose names it would become a
part of, and never where only rows and items may stand. A page that starts inside a word is marked behind that word, one
that starts inside a link or a heading before it. On paper a mark is a number in the margin, which nobody hears: it
stands inside headings and links too, and holds on to its word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional, category, east_asian_width

from publisher.model.pages import PageStart
from publisher.xhtml.element import Element, element
from publisher.xhtml.running import IGNORED, INLINE, PICTURE, Run, runs

# What a mark inside would be read out with, and a sign that is one with its reading.
_NAMED = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "ruby"})
_LEFT = INLINE | _NAMED | {"img", "figure"}  # a mark at their very beginning stands before them
NUMBER, WORD = "print-page", "page-start"  # classes of a number in the margin, and of the word that it stands beside


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character of a block, at ``index`` in its run; ``before`` is the one before it, a space at
    a word's beginning."""

    run: Run
    index: int
    text: str
    before: str

    @property
    def is_inside_a_word(self) -> bool:
        """Some scripts set no spaces between words: there any letter may begin one."""
        joined = self.before.isalnum() and self.text.isalnum()
        return joined and not all(category(c) == "Lo" and bidirectional(c) == "L" for c in (self.before, self.text))


def mark_pages(documents: Mapping[str, Element], starts: Sequence[PageStart]) -> tuple[tuple[str, str], ...]:
    """``documents`` hold a mark for each page that starts with words of theirs: their labels and ids, in order.

    A page is left out where its words are not found: its notes stand elsewhere in this edition, say.
    """
    found = _found(documents, starts)
    taken = {made.get("id") for root in documents.values() for made in root.iter()}
    ids = [_free(f"page-{start.label}", taken) for start, _ in found]
    # From the end: what stands before a mark keeps its place.
    for id, (start, letter) in reversed(list(zip(ids, found, strict=True))):
        _put(_mark(id, start.label), letter)
    return tuple((start.label, id) for id, (start, _) in zip(ids, found, strict=True))


def number_margins(root: Element, starts: Sequence[PageStart], number: Callable[[str], str]) -> tuple[str, ...]:
    """``root`` has the ``number`` of each page that starts with words of it beside its first word; these are they."""
    found = _found({"": root}, starts)
    for start, letter in reversed(found):
        beside = element("span", class_=NUMBER, aria_hidden="true", attributes={"data-label": number(start.label)})
        if letter.text == PICTURE:
            letter.run.element.addprevious(beside)
        else:
            _hold(beside, letter)
    return tuple(number(start.label) for start, _ in found)


def _hold(beside: Element, letter: _Letter) -> None:
    """``beside`` and the word that begins with ``letter`` stand in one span, which no line end parts."""
    at, tail, index = letter.run.element, letter.run.tail, letter.index
    text = (at.tail if tail else at.text) or ""
    word = _word(text[index:])
    beside.tail = word
    held = element("span", beside, class_=WORD)
    held.tail = text[index + len(word) :]
    if tail:
        at.tail = text[:index]
        parent = at.getparent()
        parent.insert(parent.index(at) + 1, held)
    else:
        at.text = text[:index]
        at.insert(0, held)


def _word(text: str) -> str:
    """The first word of a text; one letter of a script whose lines may end behind any."""
    whole = re.match(r"\S*", text)
    return text[:1] if text and east_asian_width(text[0]) in "WF" else whole[0] if whole else ""


def _found(documents: Mapping[str, Element], starts: Sequence[PageStart]) -> Sequence[tuple[PageStart, _Letter]]:
    """The pages whose first words stand in ``documents``, each with the letter that its mark stands before."""
    blocks = _blocks(documents, {start.block for start in starts})
    return [(start, letter) for start in starts if (letter := _first(start, blocks.get(start.block, ())))]


def _free(id: str, taken: set[str | None]) -> str:
    return id if id not in taken else _free(f"print-{id}", taken)


def _mark(id: str, label: str) -> Element:
    return element("span", "", id=id, role="doc-pagebreak", epub_type="pagebreak", aria_label=label)


def _blocks(documents: Mapping[str, Element], wanted: set[str]) -> Mapping[str, Sequence[_Letter]]:
    blocks: dict[str, list[_Letter]] = {block: [] for block in wanted}
    for root in documents.values():
        before = " "
        for run in runs(root):
            before = " " if run.apart else before
            for index, letter in enumerate(run.text):
                if run.block in wanted and not letter.isspace() and letter not in IGNORED:
                    blocks[run.block].append(_Letter(run, index, letter, before))
                if letter not in IGNORED:
                    before = " " if letter.isspace() or letter == PICTURE else letter
    return blocks


def _first(start: PageStart, letters: Sequence[_Letter]) -> _Letter | None:
    """The letter that the mark of a page stands before; where its word is the block's last, a place behind it."""
    here = letters[start.offset :]
    if not here or "".join(letter.text for letter in here[: len(start.words)]) != start.words:
        return None
    if not here[0].is_inside_a_word:
        return here[0]
    last = here[-1]
    return next((letter for letter in here if letter.before == " "), _Letter(last.run, last.index + 1, "", " "))


def _put(mark: Element, letter: _Letter) -> None:
    """``mark`` stands before ``letter``, or before the link, heading, picture or emphasis that begins with it."""
    at, tail, index = letter.run.element, letter.run.tail, letter.index
    holder = at.getparent() if tail else at
    named = next((around for around in (holder, *holder.iterancestors()) if around.tag in _NAMED), None)
    if named is not None:
        _put_before(mark, named)
    elif letter.text == PICTURE:
        _put_before(mark, at)
    elif tail:
        mark.tail, at.tail = at.tail[index:], at.tail[:index]
        holder.insert(holder.index(at) + 1, mark)
    elif at.text[:index].strip() or at.tag not in _LEFT:
        mark.tail, at.text = at.text[index:], at.text[:index]
        at.insert(0, mark)
    else:
        _put_before(mark, at)


def _put_before(mark: Element, made: Element) -> None:
    """``mark`` stands before ``made``, and before what begins with it."""
    parent = made.getparent()
    if parent is None:
        raise ValueError("a page cannot begin before its document")
    place = parent.index(made)
    while place and parent[place - 1].get("role") == mark.get("role") and not parent[place - 1].tail:
        place -= 1  # the mark of a page whose only word goes on here
    if place == 0 and not (parent.text or "").strip() and parent.tag in _LEFT:
        _put_before(mark, parent)
    else:
        parent.insert(place, mark)
