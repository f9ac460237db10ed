"""What stands at the head of a page: the title below which it stands, in one line; whole, if need be, in two."""

import re
from collections.abc import Iterable, Iterator

from publisher.xhtml.element import Element

HEAD = "data-head"  # print.css: string-set
_LETTER = 0.53  # em: the width of a letter and what a line leaves open at its end
_SUBTITLE = re.compile(r":\s|\s[–—]\s|[;?!]\s")
_MOST = 2  # lines
_TELLING = 10  # letters: what is shorter, as "Part 1", names nothing
_MARKS = frozenset({"note-reference", "citation"})


def name_heads(root: Element, measure: float) -> None:
    """Each title of ``root`` that its running head should not repeat letter by letter says what stands there instead.

    ``measure`` is the length of a line in em. Marks of notes and citations are no part of a head.
    """
    line = int(measure / _LETTER)
    for title in root.iter("h1", "h2"):
        if title.tag == "h2" and "chapter-title" not in (title.get("class") or ""):
            continue
        head = shortened(_in_a_line(_words(title)), line, _MOST * line)
        if head != _in_a_line(map(str, title.itertext())):
            title.set(HEAD, head)


def shortened(title: str, room: int, most: int) -> str:
    """A title of ``room`` letters, or else at most ``most``: whole, or up to its first colon, or its first words."""
    main = _SUBTITLE.split(title, maxsplit=1)[0]
    if len(title) <= room:
        return title
    if _TELLING <= len(main) <= room:
        return main
    return title if len(title) <= most else f"{title[: most - 1].rpartition(' ')[0]} …".strip()


def _in_a_line(parts: Iterable[str]) -> str:
    return " ".join("".join(parts).split())


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not _MARKS & set((child.get("class") or "").split()):
            yield from _words(child)
        yield child.tail or ""
