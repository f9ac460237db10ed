"""The list of references and the list of notes: what is said, and the ways back, in the pattern of rules A3.1.

The id stands on the item that holds the whole note, the number inside its first paragraph, and the lettered ways back
in a paragraph of their own: that is what reading systems' pop-ups and voices need. An item is typed "endnote": Ace
finds "footnote" without a role of its own, and an item of a list can have none.
"""

from collections.abc import Sequence

from publisher.model.book import Entry, NumberedNote, WayBack
from publisher.model.words import spoken
from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import Child, Element, element, spanned, written_at
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.references import entry_words

CITED = ("Cited at:", "{}, back to citation of reference {} in {}")
MARKED = ("Back to:", "{}, back to mark of note {} in {}")


def references(layout: Layout) -> tuple[Element, ...]:
    """The list of references, in a book that has any; what is unnumbered stands as further reading."""
    numbered = [entry for entry in layout.book.entries if entry.number is not None]
    further = [entry for entry in layout.book.entries if entry.number is None]
    parts: list[Child] = []
    if numbered:
        parts.append(element("ol", *(_entry(entry, layout) for entry in numbered), class_="references", role="list"))
    if further:
        items = (element("li", element("p", *entry_words(entry, layout)), id=entry.id) for entry in further)
        parts.append(element(layout.heading(2), *layout.words("Further reading"), id="further-reading"))
        parts.append(element("ul", *items, class_="further-reading"))
    title = element(layout.heading(1), *layout.words("References"), id="references-title")
    return (_endnotes("references", title, *parts),) if parts else ()


def notes(numbered: Sequence[NumberedNote], layout: Layout, *, chapter: str = "") -> tuple[Element, ...]:
    """The list of explanatory notes, where there are any: the book's, or those of one ``chapter`` below its text."""
    if not numbered:
        return ()
    layout = layout.spoken_in(layout.book.chapter(chapter).language if chapter else "")
    listed = element("ol", *(_note(note, layout) for note in numbered), class_="notes", role="list")
    id = f"{chapter}-notes" if chapter else "notes"
    title = element(layout.heading(2 if chapter else 1), *layout.words("Notes"), id=f"{id}-title")
    return (_endnotes(id, title, listed),)


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
    number = () if entry.mark else (element("span", f"({entry.number})", class_="n"), " ")
    words = element("p", *number, *entry_words(entry, layout))
    back = _back(entry.ways_back, CITED, entry.mark or entry.number, layout)
    return written_at(element("li", words, *back, id=entry.id, epub_type="endnote"), entry.reference.span)


def _note(numbered: NumberedNote, layout: Layout) -> Element:
    language = layout.book.chapter(numbered.chapter).language
    inside = layout.inside().spoken_in(language)
    content = list(blocks(numbered.note.blocks, inside))
    if not content or content[0].tag != "p":
        content.insert(0, element("p"))
    first = content[0]
    text, first.text = first.text or "", None
    number = element("span", numbered.label, class_="n")
    number.tail = " " + text
    first.insert(0, number)
    back = ways_back(numbered, inside)
    attributes = spoken_in(language, layout.around)
    return element("li", *content, *back, id=numbered.id, epub_type="endnote", attributes=attributes)


def ways_back(numbered: NumberedNote, layout: Layout) -> tuple[Element, ...]:
    """The paragraph of the ways back to the marks of a note, where it has any."""
    return _back(numbered.ways_back, MARKED, numbered.label, layout)


def _back(
    ways: Sequence[WayBack], words: tuple[str, str], number: int | str | None, layout: Layout
) -> tuple[Element, ...]:
    """The ways back to all that has led to ``number``, by ``words`` that lead to them and that each is called by."""
    if not ways:
        return ()
    parts: list[Child] = [layout.say(words[0])]
    for way in ways:
        parts += [" ", _way(way, way_name(way, words, number, layout))]
    # In a span, as the paragraph stands where those in the language of the note stand.
    return (element("p", *spanned(parts, layout.ours), class_="back"),)


def way_name(way: WayBack, words: tuple[str, str], number: int | str | None, layout: Layout) -> str:
    """What a way back to a mark of ``number`` is called; ``words`` are CITED or MARKED."""
    return layout.say(words[1], way.letter, number, _place(way, layout))


def _way(way: WayBack, name: str) -> Element:
    return element("a", way.letter, href=f"#{way.id}", role="doc-backlink", epub_type="backlink", aria_label=name)


def _place(way: WayBack, layout: Layout) -> str:
    """The chapter, and the section in it, that a way back leads to."""
    chapter = next((spoken(chapter.title) for chapter in layout.book.chapters if chapter.slug == way.chapter), "")
    return f"{chapter}, {way.place}" if way.place and way.place != chapter else chapter
