"""What the engine looks up for a page takes no longer in a long book.

For each page the engine (WeasyPrint 70) goes through the styles of all pages laid out so far, and for each thing that
is pointed at through all that waits for a page number: the longer the book, the longer a page. Pages that the same
rules apply to share their styles here. The names are no public interface: a test holds their signatures.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

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


def _told(self: Any, anchor: str, values: Any, index: int, page_maker: Any) -> None:
    """``anchor`` is known to stand on a page: those hear of it that show its number."""
    everything = self.counter_lookup_items
    if "waiting" not in vars(self):
        self.waiting = _waiting(everything)
    target = self.target_lookup_items.get(anchor)
    known = target and target.cached_page_counter_values
    self.counter_lookup_items = self.waiting.get(anchor, {})
    try:
        _tell(self, anchor, values, index, page_maker)
        if target and target.cached_page_counter_values is not known:
            _turn_over(self.counter_lookup_items, page_maker)
    finally:
        self.counter_lookup_items = everything


def _turn_over(items: Mapping[Any, Any], page_maker: Any) -> None:
    """The pages after those of ``items`` are made anew too: a number may stand where its first word does not."""
    for item in items.values():
        after = (item.page_maker_index or 0) + 1
        # The last entry is of no page: it tells that the text has ended there.
        if item.page_maker_index is not None and after < len(page_maker) and page_maker[after][0] is not None:
            page_maker[after][-1]["content_changed"] = True


def _waiting(items: Mapping[Any, Any]) -> Mapping[str, Mapping[Any, Any]]:
    waiting: dict[str, dict[Any, Any]] = defaultdict(dict)
    for key, item in items.items():
        _name(item.missing_target_counters, key[0].element)
        for anchor in item.missing_target_counters:
            waiting[anchor][key] = item
    return waiting


def _name(missing: dict[str | None, Any], element: Any) -> None:
    """What ``element`` waits for has its name: of ``attr(href)`` the engine knows none, and tells nobody who waits so.

    Without it a number that was right in the first layout stays when its target moves to the next page.
    """
    if None in missing:
        missing[unquote(element.get("href", "")).removeprefix("#")] = missing.pop(None)
