"""What of a box can be seen on its page, for all that lies around it and cuts off what is too large."""

from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes

Window = tuple[float, float, float, float]  # the left, top, right and bottom of what can be seen, in CSS pixels
_NOTHING: Window = (0.0, 0.0, -inf, -inf)


def cuts_off(box: Any) -> bool:
    """Whether less may be seen inside ``box`` than around it."""
    return box.style["overflow"] != "visible" or bool(box.style["transform"]) or not box.style["opacity"]


def within(box: Any, window: Window | None) -> Window | None:
    """What can be seen inside ``box``, which stands in ``window``."""
    if not box.style["opacity"]:
        return _NOTHING
    if window is None or box.style["transform"]:
        return None
    if box.style["overflow"] == "visible" or isinstance(box, boxes.PageBox):
        return window
    left, top = box.border_box_x(), box.border_box_y()
    right, bottom = left + box.border_width(), top + box.border_height()
    return max(window[0], left), max(window[1], top), min(window[2], right), min(window[3], bottom)


def block_of(page: Any) -> Window:
    """What can be seen of the notes of ``page``: those that are longer run into its head, its foot, and off it."""
    return 0.0, page.content_box_y(), page.margin_width(), page.content_box_y() + page.height


def is_seen(box: Any, window: Window | None) -> bool:
    """Whether the letters of ``box`` lie in ``window``: spaces at its ends and the space between lines may be cut."""
    if box.style["visibility"] != "visible":
        return False
    if window is None or not isinstance(box, boxes.TextBox):
        return True
    slack = box.style["font_size"] / 3
    left, top, right, bottom = window
    above = box.position_y + box.margin_top  # half the leading: less than nothing in a line lower than its letters
    across: bool = left - slack <= box.position_x and box.position_x + box.width <= right + slack
    down: bool = top - slack <= above and above + box.height <= bottom + slack
    return across and down
