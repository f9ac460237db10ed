"""The other forms of the book, each with its format, and with its size where its file was made before this page."""

from collections.abc import Iterator, Mapping

from publisher.files import Files
from publisher.model.book import Book
from publisher.xhtml.element import Element, element
from publisher.xhtml.forms import Form, forms, in_order, size_in_words
from publisher.xhtml.layout import Layout

# What follows the book's name, for the forms that the manifest names and that were not made before.
_ENDS = {"epub": ".epub", "pdf": ".pdf", "large-print": "-large-print.pdf", "text": ".txt", "braille": ".brf"}


def downloads(layout: Layout, made: Mapping[str, Files], *, web: str, other: str, up: str = "") -> Element:
    """The list, first the web edition's ``other`` form at the address ``web``; ``up`` leads to the
    folder of the files."""
    items = [_item(f"{layout.say(other)} ({layout.say('web page')})", web)]
    for form in _listed(layout.book, made):
        size = f", {size_in_words(form.size)}" if form.size else ""
        items.append(_item(f"{form.words} ({form.kind}{size})", up + form.path))
    if layout.book.manifest.editions.pack:
        items.append(_item(f"{layout.say('Every format in one download')} (ZIP)", f"{up}{layout.book.slug}-pack.zip"))
    title = element("h2", layout.say("Other formats"), id="downloads-title")
    named = {"aria-labelledby": "downloads-title", **layout.ours}
    return element("section", title, element("ul", *items), class_="downloads", attributes=named)


def _item(words: str, address: str) -> Element:
    return element("li", element("a", words, href=address))


def _listed(book: Book, made: Mapping[str, Files]) -> Iterator[Form]:
    """What was made, or else what the manifest asks for."""
    asked = {edition: {path: 0 for path in paths} for edition, paths in _asked(book)}
    there = {edition: {path: len(data) for path, data in files.items()} for edition, files in made.items()}
    for edition in in_order({**asked, **there}):
        yield from forms(book, edition, there.get(edition) or asked[edition])


def _asked(book: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    editions = book.manifest.editions
    for edition, end in _ENDS.items():
        if getattr(editions, edition.replace("-", "_")):
            yield edition, (book.slug + end,)
    for edition, several in (("handout", editions.every_handout), ("booklet", editions.every_booklet)):
        if several:
            yield edition, tuple(f"{book.slug}-{name}.pdf" for name in several)
