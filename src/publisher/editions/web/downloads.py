"""The other forms of the book that were made before this page, each with its format and its size."""

from collections.abc import Mapping

from publisher.files import Files
from publisher.model.book import Book
from publisher.xhtml.element import Element, element
from publisher.xhtml.forms import Form, forms, in_order, size_in_words
from publisher.xhtml.layout import Layout


def downloads(layout: Layout, made: Mapping[str, Files], *, web: str, other: str, up: str = "") -> Element:
    """The list, first the web edition's ``other`` form at the address ``web``; ``up`` leads to the folder of the files.

    The pack is not on it: it holds these pages, and cannot hold itself.
    """
    items = [_item(f"{layout.say(other)} ({layout.say('web page')})", web)]
    for form in _listed(layout.book, made):
        items.append(_item(f"{form.words} ({form.kind}, {size_in_words(form.size)})", up + form.path))
    title = element("h2", layout.say("Other formats"), id="downloads-title")
    named = {"aria-labelledby": "downloads-title", **layout.ours}
    return element("section", title, element("ul", *items), class_="downloads", attributes=named)


def _item(words: str, address: str) -> Element:
    return element("li", element("a", words, href=address))


def _listed(book: Book, made: Mapping[str, Files]) -> list[Form]:
    """What readers open, the best first; what is for a machine stands last."""
    sizes = {name: {path: len(data) for path, data in made[name].items()} for name in in_order(made)}
    return sorted((form for name in sizes for form in forms(book, name, sizes[name])), key=lambda form: form.to_print)
