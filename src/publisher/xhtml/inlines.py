"""Inlines in, XHTML out."""

import re
from collections.abc import Iterable, Sequence
from typing import assert_never
from urllib.parse import urlsplit

from publisher.model.alternatives import Described
from publisher.model.book import Entry
from publisher.model.inlines import (
    Abbreviation,
    Citation,
    CitedItem,
    Code,
    CrossReference,
    Emphasis,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    NoteReference,
    Passage,
    Phrase,
    Strong,
    Text,
)
from publisher.model.words import spoken
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def inlines(content: Sequence[Inline], layout: Layout) -> tuple[Child, ...]:
    """The words of ``content`` with their markup."""
    return tuple(child for inline in content for child in _inline(inline, layout))


def _inline(inline: Inline, layout: Layout) -> Iterable[Child]:
    match inline:
        case Text(text=text):
            return (text,)
        case LineBreak():
            return (element("br"),)
        case Emphasis(content=content):
            return (element("em", *inlines(content, layout)),)
        case Strong(content=content):
            return (element("strong", *inlines(content, layout)),)
        case Code(text=text):
            return (element("code", text),)
        case Phrase(kind=kind, content=content, datetime=datetime, language=language):
            attributes = {"datetime": datetime or None, **spoken_in(language, "")}
            return (element(kind.value, *inlines(content, layout), attributes=attributes),)
        case Abbreviation(text=text, expansion=expansion):
            return (element("abbr", text, title=expansion or None),)
        case Passage(content=content, language=language, classes=classes, id=id):
            attributes = {"id": id or None, "class": " ".join(classes) or None, **spoken_in(language, "")}
            return (element("span", *inlines(content, layout), attributes=attributes),)
        case Link():
            return _link(inline, layout)
        case Citation():
            return citation(inline, layout)
        case NoteReference():
            return _note_reference(inline, layout)
        case CrossReference(target=target):
            return _cross_reference(target, layout)
        case InlineImage():
            return _image(inline, layout)
    assert_never(inline)


def _link(link: Link, layout: Layout) -> Iterable[Child]:
    words = inlines(link.content, layout)
    if link.span in layout.book.links:
        return (element("a", *words, class_=cross_reference_class(layout), href=f"#{layout.book.links[link.span]}"),)
    if not is_outside(link.href):
        return words
    printed = layout.paper and spoken(link.content) not in (link.href, link.href.removeprefix("mailto:"))
    made = element("a", *words, href=link.href)
    if not printed:
        return (made,)
    return (made, " (", *printed_address(link.href.removeprefix("mailto:"), "print-address"), ")")


def is_outside(href: str) -> bool:
    """Whether an address leads out of the book, by a way that is safe to follow."""
    try:
        return urlsplit(href).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def cross_reference_class(layout: Layout) -> str | None:
    """On paper a link inside the book is followed by its page, which the page engine fills in."""
    return "cross-reference" if layout.paper else None


def printed_address(address: str, name: str) -> tuple[Element, ...]:
    """An address whole, in spans that each end where a line may break: after / . ? & = (rules RF-08)."""
    pieces = re.findall(r"[^/.?&=]*[/.?&=]+|[^/.?&=]+$", address)
    return (element("span", *(element("span", piece) for piece in pieces), class_=name),)


def citation(citation: Citation, layout: Layout) -> Iterable[Child]:
    """The numbers of one or more sources in brackets, each a link; in a sentence, after the author's name."""
    found = [(item, entry) for item in citation.items if (entry := layout.book.entry(item.key))]
    if not found:
        return ()
    name = (f"{author_of(found[0][1])} ",) if citation.in_sentence else ()
    if len(found) == 1:
        item, entry = found[0]
        if not item.locator:
            return (*name, _number(item, entry, f"({_shown(entry)})", layout))
    parts: list[Child] = ["("]
    for item, entry in found:
        separator = "" if len(parts) == 1 else "; " if any(item.locator for item, _ in found) else ", "
        locator = f", {item.locator}" if item.locator else ""
        parts += [separator, _number(item, entry, _shown(entry), layout), locator]
    return (*name, element("span", *parts, ")", class_="citations"))


def _number(item: CitedItem, entry: Entry, shown: str, layout: Layout) -> Child:
    return element(
        "a",
        shown,
        class_="citation",
        id=layout.book.ids.get(item.span),
        href=f"#{entry.id}",
        role="doc-noteref",
        epub_type="noteref",
        aria_label=f"Reference {shown}",
    )


def _shown(entry: Entry) -> str:
    """What stands for an entry in the text: its number, or its title where it has none."""
    return str(entry.number) if entry.number else entry.reference.title


def author_of(entry: Entry) -> str:
    """The name under which a source is spoken of in a sentence."""
    reference = entry.reference
    names = [name.literal or name.family for name in reference.authors or reference.editors]
    if len(names) > 2:
        return f"{names[0]} and others"
    return " and ".join(names) or reference.field("publisher") or reference.title


def _note_reference(reference: NoteReference, layout: Layout) -> Iterable[Child]:
    id = layout.book.ids.get(reference.span)
    note = next((note for note in layout.book.notes if any(way.id == id for way in note.ways_back)), None)
    if note is None:
        return ()
    return (
        element(
            "a",
            note.label,
            class_="note-reference",
            id=id,
            href=f"#{note.id}",
            role="doc-noteref",
            epub_type="noteref",
            aria_label=f"Note {note.label}",
        ),
    )


def _cross_reference(target: str, layout: Layout) -> Iterable[Child]:
    known = layout.book.targets.get(target)
    if known is None:
        return ()
    label = known.label or "the picture"
    return (element("a", label, class_=cross_reference_class(layout), href=f"#{target}"),)


def _image(image: InlineImage, layout: Layout) -> Iterable[Child]:
    if image.path not in layout.pictures:
        return ()
    described = isinstance(image.alternative, Described)
    text = image.alternative.text if isinstance(image.alternative, Described) else ""
    address = layout.pictures[image.path]
    return (element("img", class_="inline", src=address, alt=text, role=None if described else "presentation"),)
