"""What the engine looks up for a page takes no longer in a long book.

For each page the engine (WeasyPrint 70) goes through the styles of all pages laid out so far, and for each thing that
is pointed at through all that waits for a page number: the longer the book, the longer a page. Pages that the same
rules apply to share their styles here. The names are no public interface: a test holds their signatures.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from weasyprint.css.targets import TargetCollector
from weasyprint.layout import page as pages

_set_styles = pages.set_page_type_computed_styles
_tell = TargetCollector.cache_target_page_counters


def lookups() -> None:
    """From now on, in this process, a page is asked for its own styles, and a target for what waits for it."""
    pages.set_page_type_computed_styles = _styles
    TargetCollector.cache_target_page_counters = _told


def _styles(page_type: Any, html: Any, style_for: Any) -> None:
    cascaded, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
    cascaded.clear()  # of the pages before, whose styles are computed
    _set_styles(page_type, html, style_for)
    # The first page is laid out before the engine knows how large pages are.
    first = style_for.initial_page_sizes["box"] is None
    rules = (first, *(_rule(pseudo, style) for (_, pseudo), style in cascaded.items()))
    known = vars(style_for).setdefault("styles_of_pages", {})
    made = {(page_type, pseudo): computed[page_type, pseudo] for _, pseudo in cascaded}
    computed.update(zip(made, known.setdefault(rules, tuple(made.values())), strict=True))


def _rule(pseudo: str | None, style: Mapping[str, tuple[Any, Any]]) -> Any:
    """What applies to a page or to one of its margin boxes, to be compared; values are those of the style sheets."""
    return pseudo, tuple((name, id(value), *weight[2]) for name, (value, weight) in style.items())


def _told(self: Any, anchor: str, *of_page: Any) -> None:
    """``anchor`` is known to stand on a page: those hear of it that show its number."""
    everything = self.counter_lookup_items
    if "waiting" not in vars(self):
        self.waiting = _waiting(everything)
    self.counter_lookup_items = self.waiting.get(anchor, {})
    try:
        _tell(self, anchor, *of_page)
    finally:
        self.counter_lookup_items = everything


def _waiting(items: Mapping[Any, Any]) -> Mapping[str, Mapping[Any, Any]]:
    waiting: dict[str, dict[Any, Any]] = defaultdict(dict)
    for key, item in items.items():
        for anchor in item.missing_target_counters:
            waiting[anchor][key] = item
    return waiting
