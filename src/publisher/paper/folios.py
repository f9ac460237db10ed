"""The number of each page, as it is printed there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

# The named pages of print.css that are numbered in arabic; all others belong to the front matter.
_ARABIC = frozenset({"opening", "body", "part", "back", "handout", "blank-page"})
_FIRST = ("opening", 0)  # the page group, and the place in it, where page 1 is
_FOLIO = re.compile(r"[0-9]+|[ivxlcdm]+")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def folios(document: Any) -> tuple[str, ...]:
    """The label of each page of a laid-out document: its printed folio, or where none is printed, its number."""
    return tuple(_folios(page._page_box for page in document.pages))


def first_pages(document: Any, labels: Sequence[str]) -> Mapping[str, str]:
    """The label of the page on which each id of the document begins."""
    first: dict[str, str] = {}
    for label, page in zip(labels, document.pages, strict=True):
        for name in page.anchors:
            first.setdefault(name, label)
    return first


def _folios(pages: Iterator[Any]) -> Iterator[str]:
    number = 0
    for page in pages:
        number = 1 if _FIRST in page.page_type.groups else number + 1
        yield _printed(page) or (str(number) if page.page_type.name in _ARABIC else _roman(number))


def _printed(page: Any) -> str:
    """The number in the foot of a page box, or nothing."""
    feet = (box for box in page.children if isinstance(box, boxes.MarginBox) and "bottom" in box.at_keyword)
    texts = ("".join(child.text for child in foot.descendants() if isinstance(child, boxes.TextBox)) for foot in feet)
    return next((text for text in texts if _FOLIO.fullmatch(text)), "")


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += count * letters
    return numeral
