"""What the engine is taught for long books changes no byte of what it makes, and keeps what is not needed no longer."""

import gc
import re
import weakref
from collections.abc import Iterator

import pytest
import specimen
from weasyprint import HTML, document, layout
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import page as pages

from publisher.model.reading import every
from publisher.paper import child, lookups, passes
from publisher.paper.engine import Job, Limits, render
from publisher.paper.reading import read_pdf
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load

NAMES = (
    (layout, "make_all_pages", passes._make_all_pages),
    (document, "layout_document", passes._layout_document),
    (pages, "set_page_type_computed_styles", lookups._set_styles),
    (TargetCollector, "cache_target_page_counters", lookups._tell),
)
FORWARD = "".join(f'<p><a href="#p{n}">There</a> {"and so on " * 60}' for n in range(30, 60))
BACK = "".join(f'<p id="p{n}">{"and so on " * 60}' for n in range(30, 60))
LOOK = """
    <style>@page { size: 90mm 90mm; @bottom-left { content: counter(page) } } @page :left { margin-left: 20mm }
    a::after { content: " on page " target-counter(attr(href url), page) }</style>
"""


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine as it comes: whatever is changed in it is changed back."""
    for owner, name, own in NAMES:
        monkeypatch.setattr(owner, name, own)


def test_the_same_bytes_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    theme = load("plain")
    look = theme.css("print") + page_rules(theme, "A5", "12pt")
    job = Job(html=specimen.book(rows=40), stylesheet=look, resources=specimen.RESOURCES, limits=Limits())
    ours = child._rendered(job)
    assert all(getattr(owner, name) is not own for owner, name, own in NAMES)
    for owner, name, own in NAMES:
        monkeypatch.setattr(owner, name, own)
    monkeypatch.setattr(passes, "passes", lambda: None)
    monkeypatch.setattr(lookups, "lookups", lambda: None)
    assert child._rendered(job) == ours


def test_a_page_number_that_moves_its_own_target_is_right_in_the_end() -> None:
    """Ten digits more, and the picture that they tell of no longer fits on the page."""
    look = """@page { size: 60mm 60mm; margin: 5mm } body { font: 10pt/12pt "Source Serif 4" } h1 { break-after: page }
    p, figure { margin: 0 } figure { height: 25mm; break-inside: avoid }
    a::after { content: " (page " target-counter(attr(href), page) ")"; font-variant-numeric: tabular-nums }"""
    text = f"{'<h1>Opening</h1>' * 9}<p>{'a ' * 9}{'<a href=#here>see</a> ' * 9}</p><figure id=here>There</figure>"
    html = f"<html lang=en><title>Moved</title><body>{text}"
    made = render(html, stylesheet=look, resources={})  # in its own process, where our fonts are
    assert made.pages == 11
    said = " ".join(tag.words for tag in every(read_pdf(made.pdf)) if tag.role == "Link")
    assert re.findall(r"page (\d+)", said) == ["11"] * 9


@pytest.fixture
def without_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_pages_that_were_made_anew_are_gone(without_collection: None, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[object]] = []
    make_all_pages = passes._make_all_pages

    def watched(*arguments: object) -> Iterator[object]:
        for page in make_all_pages(*arguments):
            made.append(weakref.ref(page))
            yield page

    contexts: list[weakref.ref[object]] = []

    def seen(html: object, root: object, context: object) -> Iterator[object]:
        contexts.append(weakref.ref(context.style_for))  # type: ignore[attr-defined]
        return passes._laid_out(html, root, context)

    monkeypatch.setattr(passes, "_make_all_pages", watched)
    monkeypatch.setattr(layout, "make_all_pages", passes._pages)
    monkeypatch.setattr(document, "layout_document", seen)
    laid = HTML(string=LOOK + FORWARD + BACK).render()
    assert len(made) > 2 * len(laid.pages), "several passes"
    assert len({id(page()) for page in made if page() is not None}) == len(laid.pages)
    assert contexts[0]() is None, "the styles of what is on no page"


def test_a_page_is_asked_for_no_styles_but_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    styles: set[int] = set()

    def counted(page_type: object, html: object, style_for: object) -> None:
        lookups._styles(page_type, html, style_for)
        kept.append(len({page for page, _ in style_for.get_cascaded_styles()}))  # type: ignore[attr-defined]
        styles.add(id(style_for(page_type)))  # type: ignore[operator]

    monkeypatch.setattr(pages, "set_page_type_computed_styles", counted)
    laid = HTML(string=LOOK + FORWARD + BACK).render()
    assert len(laid.pages) > 20 and set(kept) == {1}
    assert len(styles) == 3, "the first page, left pages and right pages"


def test_a_target_tells_only_what_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    def counted(collector: TargetCollector, *arguments: object) -> None:
        told.append(len(collector.counter_lookup_items))
        tell(collector, *arguments)

    tell = lookups._tell
    monkeypatch.setattr(lookups, "_tell", counted)
    monkeypatch.setattr(TargetCollector, "cache_target_page_counters", lookups._told)
    named = '<style>p:nth-of-type(3) > a::after { content: target-counter("#p31", page) }</style>'
    HTML(string=LOOK + named + FORWARD + BACK).render()
    assert max(told) == 2, "those that point at it: one of its own, and the one that is named"
