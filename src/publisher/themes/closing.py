"""A style sheet that stands by itself: what follows it is not taken for a part of it."""

from collections.abc import Iterator

import tinycss2  # type: ignore[import-untyped]

_NEXT, _NAME = "\nnext-rule{}", "next-rule"


def closed(css: str) -> str:
    """The same sheet; what it leaves open at its end is closed, as it is at the end of a file (CSS Syntax 3 §5.4)."""
    return next(filter(_stands, _ended(css)), css)


def _ended(css: str) -> Iterator[str]:
    """More and more of what may be lacking: nothing, the rest of a rule, quotes and brackets."""
    for end in ("", "{}", ";"):
        yield css + end
    for quote in ("", '"', "'"):
        whole = tinycss2.serialize(tinycss2.parse_component_value_list(css + quote))  # every bracket in it is closed
        for end in ("", "{}", ";"):
            yield f"{whole}{end}"


def _stands(css: str) -> bool:
    """Whether a rule that follows is a rule of its own."""
    last = tinycss2.parse_stylesheet(css + _NEXT)[-1]
    return bool(last.type == "qualified-rule" and tinycss2.serialize(last.prelude).strip() == _NAME)
