"""A line is full when its words are: the space behind them needs no room.

The engine (WeasyPrint 70) counts that space where a run of text ends in one, before a link or a note's mark, and when
only the space has no room it breaks the line after its first word. The name is no public interface: a test holds its
signature.
"""

from math import inf
from typing import Any

from weasyprint.layout import inline

_split_first_line = inline.split_first_line
_LETTERS = 4  # to a size of them, at most, in the width of a line: as the engine reckons
_WRAPPED = frozenset({"normal", "pre-line"})


def hanging_spaces() -> None:
    """From now on, in this process, a space at the end of a line hangs out of it."""
    inline.split_first_line = _split


def _split(text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any, **more: Any) -> Any:
    result = _split_first_line(text, style, context, max_width, justification_spacing, **more)
    if result[2] is None or not text.endswith(" ") or style["white_space"] not in _WRAPPED:
        return result
    if not style["font_size"] or len(text) > _LETTERS * max_width / style["font_size"]:
        return result  # longer than any line
    words = _split_first_line(text.rstrip(" "), style, context, max_width, justification_spacing, **more)
    if words[2] is not None:
        return result
    return _split_first_line(text, style, context, inf, justification_spacing, **more)
