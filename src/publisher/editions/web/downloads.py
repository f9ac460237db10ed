"""The other forms of the book, each with its format, and with its size where its file was made before this page."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from publisher.files import Files
from publisher.xhtml.element import Element, element
from publisher.xhtml.layout import Layout

# What readers may want, by edition: what it is, its format, and the end of its file's name.
_FORMS = {
    "epub": ("E-book for phones, tablets and reading programs", "EPUB", ".epub"),
    "pdf": ("To read or print", "PDF", ".pdf"),
    "large-print": ("Large print", "PDF", "-large-print.pdf"),
    "handout": ("Handout", "PDF", "-handout.pdf"),
    "handouts": ("Handout", "PDF", "-handout-{}.pdf"),
    "booklet": ("Booklet", "PDF", "-booklet.pdf"),
    "booklets": ("Booklet", "PDF", "-booklet-{}.pdf"),
    "text": ("Plain text", "TXT", ".txt"),
    "braille": ("Braille", "BRF", ".brf"),
    "pack": ("Every format in one download", "ZIP", "-pack.zip"),
}


def downloads(layout: Layout, made: Mapping[str, Files], *, web: str, other: str, up: str = "") -> Element:
    """The list, first the web edition's ``other`` form at the address ``web``; ``up`` leads to the folder of the files."""
    sizes = {name: len(data) for files in made.values() for name, data in files.items()}
    items = [_item(f"{layout.say(other)} ({layout.say('web page')})", web)]
    for words, kind, name in _named(layout):
        size = f", {_in_words(sizes[name])}" if name in sizes else ""
        items.append(_item(f"{words} ({kind}{size})", up + name))
    title = element("h2", layout.say("Other formats"), id="downloads-title")
    named = {"aria-labelledby": "downloads-title", **layout.ours}
    return element("section", title, element("ul", *items), class_="downloads", attributes=named)


def _item(words: str, address: str) -> Element:
    return element("li", element("a", words, href=address))


def _named(layout: Layout) -> Iterator[tuple[str, str, str]]:
    """What the manifest asks for: words, format and file name of each."""
    options = layout.book.manifest.editions
    asked = {field.name.replace("_", "-"): getattr(options, field.name) for field in fields(options)}
    for edition, (words, kind, end) in _FORMS.items():
        if asked[edition] is None:
            continue
        for name in asked[edition] if "{}" in end else ("",):
            said = layout.say(words)
            yield f"{said}: {name}" if name else said, kind, layout.book.slug + end.format(name)


def _in_words(size: int) -> str:
    """A size in bytes, as people say it: 85 KB, 1.2 MB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"
