"""The pack's own pages as plain text: the same words, and each address behind what it is the address of."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from publisher.xhtml.element import Element

_HEADINGS, _ITEMS = frozenset({"h1", "h2", "h3"}), frozenset({"li", "dd"})
_LINES = (*_HEADINGS, *_ITEMS, "p", "dt")
_LINE = TextWrapper(width=72, break_long_words=False, break_on_hyphens=False)
_ITEM = TextWrapper(
    width=72, break_long_words=False, break_on_hyphens=False, initial_indent="- ", subsequent_indent="  "
)


def plain(content: Iterable[Element]) -> bytes:
    """Each heading, paragraph and item of a list in lines of its own, in UTF-8."""
    pieces = [piece for root in content for piece in _pieces(root)]
    text = ""
    for before, (tag, piece) in zip(("", *(tag for tag, _ in pieces)), pieces):
        text += ("\n\n" if tag in _HEADINGS else "" if {before, tag} <= _ITEMS else "\n") if before else ""
        text += f"{piece}\n"
    return text.encode()


def _pieces(root: Element) -> Iterator[tuple[str, str]]:
    """The tag and the lines of each block of words."""
    for made in root.iter(*_LINES):
        text = " ".join("".join(_words(made)).split())
        yield str(made.tag), (_ITEM if made.tag in _ITEMS else _LINE).fill(text)


def _words(made: Element) -> Iterator[str]:
    yield made.text or ""
    for child in made:
        inside = "".join(_words(child))
        address = child.get("href", "").removeprefix("mailto:")
        yield f"{inside}: {address}" if address and address not in inside else inside
        yield child.tail or ""
