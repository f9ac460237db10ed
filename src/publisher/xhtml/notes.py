"""The list of references and the list of notes: what is said, and the ways back, in the pattern of rules A3.1.

The id stands on the item that holds the whole note, the number inside its first paragraph, and the lettered ways back
in a paragraph of their own: that is what reading systems' pop-ups and voices need. An item is typed "endnote": Ace finds
"footnote" without a role of its own, and an item of a list can have none.
"""

from collections.abc import Sequence

from publisher.model.book import Entry, NumberedNote, WayBack
from publisher.model.words import spoken
from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.layout import Layout
from publisher.xhtml.references import entry_words


def references(layout: Layout) -> tuple[Element, ...]:
    """The list of references, in a book that has any; what is unnumbered stands as further reading."""
    numbered = [entry for entry in layout.book.entries if entry.number is not None]
    further = [entry for entry in layout.book.entries if entry.number is None]
    parts: list[Child] = []
    if numbered:
        parts.append(element("ol", *(_entry(entry, layout) for entry in numbered), class_="references", role="list"))
    if further:
        items = (element("li", element("p", *entry_words(entry.reference, layout)), id=entry.id) for entry in further)
        parts += [element("h2", "Further reading", id="further-reading"), element("ul", *items, class_="further-reading")]
    return (_endnotes("references", element("h1", "References", id="references-title"), *parts),) if parts else ()


def notes(numbered: Sequence[NumberedNote], layout: Layout, *, chapter: str = "") -> tuple[Element, ...]:
    """The list of explanatory notes, where there are any: the book's, or those of one ``chapter`` below its text."""
    if not numbered:
        return ()
    listed = element("ol", *(_note(note, layout) for note in numbered), class_="notes", role="list")
    id = f"{chapter}-notes" if chapter else "notes"
    return (_endnotes(id, element("h2" if chapter else "h1", "Notes", id=f"{id}-title"), listed),)


def _endnotes(id: str, title: Element, *parts: Child) -> Element:
    return element(
        "section",
        title,
        *parts,
        class_="references" if id == "references" else "notes",
        id=id,
        role="doc-endnotes",
        epub_type="endnotes",
        aria_labelledby=f"{id}-title",
    )


def _entry(entry: Entry, layout: Layout) -> Element:
    number = element("span", f"({entry.number})", class_="n")
    words = element("p", number, " ", *entry_words(entry.reference, layout))
    return element("li", words, *_back(entry.ways_back, f"citation of reference {entry.number}", layout), id=entry.id, epub_type="endnote")


def _note(numbered: NumberedNote, layout: Layout) -> Element:
    content = list(blocks(numbered.note.blocks, layout))
    if not content or content[0].tag != "p":
        content.insert(0, element("p"))
    first = content[0]
    text, first.text = first.text or "", None
    number = element("span", numbered.label, class_="n")
    number.tail = " " + text
    first.insert(0, number)
    return element("li", *content, *_back(numbered.ways_back, f"mark of note {numbered.label}", layout), id=numbered.id, epub_type="endnote")


def _back(ways: Sequence[WayBack], what: str, layout: Layout) -> tuple[Element, ...]:
    if not ways:
        return ()
    links: list[Child] = []
    for way in ways:
        links += [" ", _way(way, what, layout)]
    lead = "Cited at:" if what.startswith("citation") else "Back to:"
    return (element("p", lead, *links, class_="back"),)


def _way(way: WayBack, what: str, layout: Layout) -> Element:
    chapter = next((spoken(chapter.title) for chapter in layout.book.chapters if chapter.slug == way.chapter), "")
    place = f"{chapter}, {way.place}" if way.place and way.place != chapter else chapter
    return element(
        "a",
        way.letter,
        href=f"#{way.id}",
        role="doc-backlink",
        epub_type="backlink",
        aria_label=f"{way.letter}, back to {what} in {place}",
    )
