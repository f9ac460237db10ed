"""Pictures that have not quite room on their page are set a little smaller, so that no page is left half empty.

The engine (WeasyPrint 70) knows no floating figures: what does not fit begins the next page. Here a picture gives way
by up to a third, where its page would else stay open by a quarter or more. A figure that is longer than any page may
go on with its caption on the next. A drawing with words keeps its size, and so do they. None of these names is a
public interface: a test holds their signatures.
"""

from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

_switch = block.block_level_layout_switch
_OPEN = 0.25  # of the page: less may stay empty below the text
_WHOLE = 0.85  # of the page: what is longer has room on none
_LEAST = 0.65  # of its size: a picture gets no smaller
_CAPTION = 3  # lines of it stand under the picture (print.css: orphans)
_ENDLESS = -1e6
_WORDS = "{http://www.w3.org/2000/svg}text"


def fitted_figures() -> None:
    """From now on, in this process, a picture gives way to the end of its page."""
    block.block_level_layout_switch = _laid_out


def _laid_out(
    context: Any, box: Any, bottom_space: Any, skip_stack: Any, containing_block: Any, page_is_empty: Any, *more: Any
) -> Any:
    if box.element_tag != "figure" or skip_stack or page_is_empty:
        return _switch(context, box, bottom_space, skip_stack, containing_block, page_is_empty, *more)

    def tried(box: Any, bottom: float, empty: bool) -> Any:
        absolute, fixed, margins, *rest = more  # each layout adds to the margins
        return _switch(context, box, bottom, None, containing_block, empty, absolute, fixed, [*margins], *rest)

    result = tried(box, bottom_space, False)
    room = context.page_bottom - bottom_space - box.position_y
    picture = _picture(box)
    if result[0] is not None or room < _OPEN * context.page_bottom or picture is None:
        return result
    smaller = _smaller(box, picture, tried(box, _ENDLESS, True)[0], room, _WHOLE * context.page_bottom)
    again = tried(smaller, bottom_space, False) if smaller else result
    return again if again[0] is not None else result


def _picture(box: Any) -> int | None:
    """Which child of a figure is a picture that may be smaller; what may stand before it is a number for the margin."""
    for place, child in enumerate(box.children):
        if isinstance(child, boxes.BlockReplacedBox):
            drawing = getattr(child.replacement, "_svg", None)
            words = drawing is not None and next(drawing.tree._etree_node.iter(_WORDS), None) is not None
            return None if words else place
    return None


def _smaller(box: Any, place: int, whole: Any, room: float, page: float) -> Any:
    """The figure with a picture that has room, if that is not too small; ``whole`` is how large it would like to be."""
    picture = whole.children[place].height
    caption = whole.margin_height() - picture
    least = min(caption, whole.margin_top + (_CAPTION + 1) * whole.style["font_size"] * 1.5)
    parts = whole.margin_height() > page
    height = min(picture, room - (least if parts else caption) - 1)
    if height < _LEAST * picture:
        return None
    before, after = box.children[:place], box.children[place + 1 :]
    made = box.copy_with_children([*before, _low(box.children[place], height), *after])
    if parts:
        made.style = made.style.copy()
        made.style["break_inside"] = "auto"
    return made


def _low(picture: Any, height: float) -> Any:
    made = picture.copy()
    made.style = picture.style.copy()
    made.style["max_height"] = Dimension(height, "px")
    return made
