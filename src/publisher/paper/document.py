"""A book as one document for pages: title page, imprint, contents, text, notes and references, in
the order of print."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from urllib.parse import quote

from publisher.model.book import Book, NumberedNote, OutlineEntry
from publisher.model.locale import in_words
from publisher.model.roles import Matter
from publisher.paper.drawings import Letters, told, turned
from publisher.paper.feet import at_foot, set_at_foot
from publisher.paper.running_heads import name_heads
from publisher.paper.stylesheet import millimetres
from publisher.themes.large import GIANT
from publisher.xhtml.chapters import chapter, part
from publisher.xhtml.cover import cover, cover_image
from publisher.xhtml.documents import document
from publisher.xhtml.element import Element, element, filled
from publisher.xhtml.illustrations import figures, figures_title
from publisher.xhtml.language import direction
from publisher.xhtml.layout import Layout
from publisher.xhtml.navigation import contents_list
from publisher.xhtml.notes import notes, references
from publisher.xhtml.page_breaks import number_margins
from publisher.xhtml.pages import Statement, imprint, title_page

CONTENTS_DEPTH = 2
_IN_THE_MARGIN = (
    "The numbers in the margin, such as “{}”, are the pages of the standard print edition: each stands beside the line "
    "in which its page begins. The contents and all references in the text name the pages of this edition."
)


def printed(
    book: Book,
    statement: Statement,
    *,
    formats: tuple[str, ...],
    draft: bool,
    measures: tuple[float, float],
    blanks: int = 0,
    large: str = "",
    letters: Letters = MappingProxyType({}),
) -> Element:
    """The document that is laid out on pages; pictures are named by their addresses in the book.

    ``measures`` are the lengths of a line in em, upright and on a page on its side (``stylesheet.table_measures``). As
    many ``blanks``, pages that say so, stand before the last section, where they break no text off. ``large`` is what a
    large-print edition calls itself; it tells where the pages of the standard edition begin, and ``letters`` how its
    drawings are set.
    """
    measure, aside = measures
    # A page on its side has to be turned under the lens: large print has none for tables (rules LP-18).
    layout = paper_layout(book, letters, large=bool(large), measure=measure, aside=0.0 if large else aside)
    about, matter = imprint(book, statement), _with_blanks(_matter(book, layout), layout, blanks)
    if large:
        _tell_pages(about, matter, layout)
    parts = (
        *((cover(book, quote(path), edition=large),) if (path := cover_image(book)) else ()),
        *title_page(book, formats=formats, draft=draft, edition=large),
        *about,
        _contents(book, layout),
        *matter,
    )
    return bound(book, parts, edition=large, head=measure)


def paper_layout(book: Book, letters: Letters, *, large: bool, measure: float, aside: float = 0.0) -> Layout:
    """How ``book`` is written for pages, with its drawings as ``letters`` has them.

    Lines are ``measure`` em long, and ``aside`` em on a page on its side, 0 where there is none.
    """
    return Layout(
        book=book,
        pictures={path: quote(path) for path in book.manuscript.assets},  # "#" and "%" are letters of a file's name
        paper=True,
        large=large,
        told=told(letters),
        aside=turned(letters),
        measure=measure,
        turned=aside,
    )


def bound(book: Book, parts: tuple[Element, ...], *, edition: str, head: float) -> Element:
    """All ``parts`` as one document in the language of ``book``, entitled as it, and as its ``edition`` if that has a
    name; ``head`` is the length of the line in em that titles have above or below a page."""
    info = book.manifest.book
    made = document(
        f"{info.title} ({edition})" if edition else info.title,
        parts,
        language=info.language,
        direction="rtl" if direction(info.language) == "rtl" else None,
        metadata=_metadata(book),
    )
    name_heads(made, head)
    return made


def _metadata(book: Book) -> Mapping[str, str]:
    """What the file says of itself (WeasyPrint reads these into the information dictionary and XMP)."""
    info = book.manifest.book
    return {
        "author": ", ".join(person.name for person in info.contributors if person.role == "aut"),
        "description": info.description,
        "keywords": ", ".join(info.subjects),
        "dcterms.created": f"{book.modified:%Y-%m-%dT%H:%M:%SZ}",
        "dcterms.modified": f"{book.modified:%Y-%m-%dT%H:%M:%SZ}",
        "dcterms.publisher": info.publisher.name,
        "dcterms.rights": info.rights,
        # One ISBN is one format's alone: that of the e-book (ISBN Users' Manual §5).
        "dcterms.identifier": "" if book.identifier.lower().startswith("urn:isbn:") else book.identifier,
    }


def _tell_pages(about: tuple[Element, ...], matter: tuple[Element, ...], layout: Layout) -> None:
    """The pages of the standard edition stand in the margins of ``matter``; what they are is told
    once, in ``about``."""
    book = layout.book
    label = margin_label(book)
    numbers = [number for section in matter for number in number_margins(section, book.pages, label)]
    if numbers:
        about[0].insert(1, element("p", *layout.words(_IN_THE_MARGIN, numbers[0]), class_="on-paper"))


def edition_line(book: Book, size: str) -> str:
    """What a large-print edition with a body of ``size`` calls itself (rules LP-19)."""
    points = round(millimetres(size) * 72 / 25.4, 2)
    words = "Giant print edition, {} point" if points >= GIANT else "Large print edition, {} point"
    return in_words(book.manifest.book.language, words, f"{points:.4g}")


def margin_label(book: Book) -> Callable[[str], str]:
    """What stands in the margin where a page of the standard edition begins, by its folio: "p. 12"."""
    return partial(in_words, book.manifest.book.language, "p. {}")


def _contents(book: Book, layout: Layout) -> Element:
    listed = contents_list(book.outline, layout, depth=CONTENTS_DEPTH)
    lists = (("notes", "Notes", _at_end(book)), ("references", "References", bool(book.entries)))
    filled(listed, (_way(id, title, layout) for id, title, there in lists if there))
    if title := figures_title(book):
        listed.append(_way("figures", title, layout))
    heading = element("h1", *layout.words("Contents"), id="contents-title")
    named = {"role": "doc-toc", "aria-labelledby": "contents-title"}
    return element("nav", heading, listed, class_="contents", id="contents", attributes=named)


def _way(id: str, title: str, layout: Layout) -> Element:
    words = element("span", *layout.words(title), class_="entry")
    return element("li", element("a", words, href=f"#{id}"))


def _at_end(book: Book) -> bool:
    return bool(book.notes) and book.manifest.notes.print == "book"


def _matter(book: Book, layout: Layout) -> tuple[Element, ...]:
    """Front, body and back, each in the one wrapper that its folios need; lists stand last."""
    feet = at_foot(book)
    wrappers = {matter: element("div", class_=matter.value) for matter in Matter}
    for entry in book.outline:
        if not entry.chapter:
            matter = book.chapter(entry.children[0].chapter).matter
            wrappers[matter].append(part(entry, layout))
        for member in (entry,) if entry.chapter else entry.children:
            _add(book, member, layout, wrappers, feet)
    if _at_end(book):
        filled(wrappers[Matter.BACK], notes(book.notes, layout))
    filled(wrappers[Matter.BACK], (*references(layout), *figures(layout)))
    _tell_roman(wrappers)
    return tuple(wrapper for wrapper in wrappers.values() if len(wrapper))


def _tell_roman(wrappers: Mapping[Matter, Element]) -> None:
    """Each link that names its page is marked where it leads into the front matter, whose folios are roman."""
    front = {f"#{id}" for made in wrappers[Matter.FRONT].iter() if (id := made.get("id"))}
    for link in (link for wrapper in wrappers.values() for link in wrapper.iter("a")):
        if link.get("class") == "cross-reference" and link.get("href") in front:
            link.set("class", "cross-reference front")


def _with_blanks(matter: tuple[Element, ...], layout: Layout, blanks: int) -> tuple[Element, ...]:
    """Blank pages before the last section, unless it begins the text: there the counting of pages begins too."""
    last = matter[-1]
    if len(last) > 1 or last.get("class") == Matter.BACK.value:
        for _ in range(blanks):
            last.insert(-1, element("p", *layout.words("This page is blank"), class_="blank-page"))
    return matter


def _add(
    book: Book,
    entry: OutlineEntry,
    layout: Layout,
    wrappers: Mapping[Matter, Element],
    feet: Mapping[str, NumberedNote],
) -> None:
    member = book.chapter(entry.chapter)
    made = chapter(member, layout)
    set_at_foot(made, feet, layout)
    if book.manifest.notes.print != "book":
        own = [note for note in book.notes if note.chapter == member.slug and note.ways_back[0].id not in feet]
        filled(made, notes(own, layout, chapter=member.slug))
    wrappers[member.matter].append(made)
