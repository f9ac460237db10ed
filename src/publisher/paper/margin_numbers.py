"""The pages of the standard edition beside the text of a laid-out document: in the outer margin of each page.

A style sheet cannot do this: a box that is taken out of the flow does not know on which side of the sheet it is. The
layout of the text is the same before and after.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.layout.absolute import AbsolutePlaceholder

from publisher.xhtml.page_breaks import NUMBER

_GAP = 4 * 96 / 25.4  # CSS pixels between the text and a number: 4 mm (stylesheet.large_margins makes room for it)


def moved_out(document: Any) -> None:
    """Each number stands beside its line, in the outer margin of its page; of two that would meet, one stands lower."""
    for page in document.pages:
        box, free = page._page_box, 0.0
        left, right = box.content_box_x(), box.content_box_x() + box.width
        for number in _numbers(box):
            x = left - _GAP - number.width if box.page_type.side == "left" else right + _GAP
            number.translate(x - number.position_x, max(0.0, free - number.position_y))
            free = number.position_y + number.height


def _numbers(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        element = child.element if isinstance(child, AbsolutePlaceholder) else None
        if element is not None and element.get("class") == NUMBER:
            yield child
        else:
            yield from _numbers(child)
