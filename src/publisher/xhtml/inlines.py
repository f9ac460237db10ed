"""Inlines in, XHTML out."""

import re
from collections.abc import Iterable, Sequence
from typing import assert_never
from urllib.parse import urlsplit

from publisher.assembly.quotation_marks import Marks, marks_of
from publisher.model.alternatives import Described
from publisher.model.book import Entry, NumberedNote
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
from publisher.model.locale import in_words
from publisher.model.roles import PhraseKind
from publisher.model.words import spoken
from publisher.source import Span
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.elsewhere import link_elsewhere, reference_elsewhere
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout

_LONGEST = 40  # letters of an address that are sure to fit on a line
_OPENING = tuple("“‘«„‚‹\"'”")  # Swedish and Finnish open with the sign that closes elsewhere
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
            attributes = {"datetime": datetime or None, **spoken_in(language, layout.around)}
            words = inlines(content, layout.spoken_in(language))
            if layout.large and kind is PhraseKind.CITED_WORK:
                words = _in_marks(words, spoken(content), layout)
            return (element(kind.value, *words, attributes=attributes),)
        case Abbreviation(text=text, expansion=expansion):
            return (element("abbr", text, title=expansion or None),)
        case Passage(content=content, language=language, classes=classes, id=id):
            attributes = {"id": id or None, "class": " ".join(classes) or None, **spoken_in(language, layout.around)}
            return (element("span", *inlines(content, layout.spoken_in(language)), attributes=attributes),)
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


def work_title(title: str, layout: Layout) -> tuple[Child, ...]:
    """The title of a whole book, in its language, as works are cited."""
    words, language = (Text(text=title, span=Span("")),), layout.book.manifest.book.language
    return tuple(_inline(Phrase(kind=PhraseKind.CITED_WORK, content=words, span=Span(""), language=language), layout))


def _in_marks(words: tuple[Child, ...], said: str, layout: Layout) -> tuple[Child, ...]:
    """The title of a work in the quotation marks of the text around, where it has none of its own (rules LP-05)."""
    if said[:1] in _OPENING:
        return words
    opening, closing = (marks_of(layout.around) or Marks()).double
    return (element("span", opening, class_="on-paper"), *words, element("span", closing, class_="on-paper"))


def _link(link: Link, layout: Layout) -> Iterable[Child]:
    words = inlines(link.content, layout)
    if id := layout.book.links.get(link.span):
        if place := layout.book.elsewhere.get(id):
            return link_elsewhere(words, spoken(link.content), place, work_title(place.title, layout), layout)
        return (element("a", *words, class_=cross_reference_class(layout), href=f"#{id}"),)
    if not is_outside(link.href):
        return words
    return link_outside(link.href, words, spoken(link.content), layout)


def link_outside(href: str, words: Iterable[Child], said: str, layout: Layout) -> Iterable[Child]:
    """A link out of the book by its words; on paper with its address behind it, where what is ``said`` is another."""
    made = element("a", *words, href=href)
    address = href.removeprefix("mailto:")
    if not layout.paper or said in (href, address):
        return (made,)
    return (made, element("span", " (", *printed_address(address, "print-address"), ")", class_="on-paper"))


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
    """An address whole, in spans that each end where a line may break: after / . ? & = (rules RF-08).

    A piece that may be too long for a line has no span: it breaks anywhere.
    """
    pieces = re.findall(r"[^/.?&=]*[/.?&=]+|[^/.?&=]+$", address)
    held = (element("span", piece) if len(piece) <= _LONGEST else piece for piece in pieces)
    return (element("span", *held, class_=name),)


def citation(citation: Citation, layout: Layout) -> Iterable[Child]:
    """The numbers of one or more sources in brackets, each a link; in a sentence, after the author's name."""
    found = [(item, entry) for item in citation.items if (entry := layout.book.entry(item.key))]
    if not found:
        return ()
    name = (f"{author_of(found[0][1], layout.around)} ",) if citation.in_sentence else ()
    shown = [mark_of(entry, after_name=citation.in_sentence) for _, entry in found]
    if len(found) == 1:
        item, entry = found[0]
        if not item.locator:
            return (*name, _number(item, entry, f"({shown[0]})", layout))
    parts: list[Child] = ["("]
    worded = any(item.locator or entry.mark for item, entry in found)
    for (item, entry), words in zip(found, shown, strict=True):
        separator = "" if len(parts) == 1 else "; " if worded else ", "
        locator = f", {item.locator}" if item.locator else ""
        parts += [separator, _number(item, entry, words, layout), locator]
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
        aria_label=citation_name(shown, layout),
        attributes=layout.ours,
    )


def mark_of(entry: Entry, *, after_name: bool) -> str:
    """What stands for an entry in the text: the words of a style that has such, its number, or else its title."""
    mark = entry.mark_after_name if after_name else entry.mark
    return mark or (str(entry.number) if entry.number else entry.reference.title)


def citation_name(shown: str, layout: Layout) -> str:
    """What a citation that reads ``shown`` is called: a number alone says nothing in a list of links."""
    return layout.say("Reference {}", shown)


def note_name(label: str, layout: Layout) -> str:
    """What the mark of the note ``label`` is called."""
    return layout.say("Note {}", label)


def author_of(entry: Entry, language: str) -> str:
    """The name under which a source is spoken of in a sentence in ``language``."""
    reference = entry.reference
    names = [name.literal or name.family for name in reference.authors or reference.editors]
    if len(names) > 2:
        return in_words(language, "{} and others", names[0])
    said = in_words(language, "{} and {}", *names) if len(names) == 2 else "".join(names)
    return said or reference.field("publisher") or reference.title


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
            aria_label=_told_apart(note, layout),
            attributes=layout.ours,
        ),
    )


def _told_apart(note: NumberedNote, layout: Layout) -> str:
    """The name of a mark of ``note``: where chapters with an n1 each stand in one document, with its chapter."""
    name = note_name(note.label, layout)
    alike = layout.together and any(other.label == note.label and other.id != note.id for other in layout.book.notes)
    return f"{name}, {spoken(layout.book.chapter(note.chapter).title)}" if alike else name


def _cross_reference(target: str, layout: Layout) -> Iterable[Child]:
    if place := layout.book.elsewhere.get(target):
        return reference_elsewhere(place, work_title(place.title, layout), layout)
    known = layout.book.targets.get(target)
    if known is None:
        return ()
    numbered = target in layout.book.numbers or not known.label
    attributes = layout.ours if numbered else spoken_in(layout.book.language_of(known.chapter), layout.around)
    label = known.label or layout.say("the picture")
    return (element("a", label, class_=cross_reference_class(layout), href=f"#{target}", attributes=attributes),)


def _image(image: InlineImage, layout: Layout) -> Iterable[Child]:
    if image.path not in layout.pictures:
        return ()
    described = isinstance(image.alternative, Described)
    text = image.alternative.text if isinstance(image.alternative, Described) else ""
    address = layout.pictures[image.path]
    return (element("img", class_="inline", src=address, alt=text, role=None if described else "presentation"),)
