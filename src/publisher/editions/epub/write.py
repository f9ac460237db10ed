"""The EPUB edition: one XHTML document a chapter, a navigation document, and the pages around them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from publisher.editions.edition import Options
from publisher.editions.epub.metadata import metadata
from publisher.editions.epub.package import Item, Package, container
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book, OutlineEntry
from publisher.model.roles import Matter
from publisher.model.words import spoken
from publisher.themes.theme import Theme
from publisher.xhtml.blocks import chapter as chapter_section
from publisher.xhtml.documents import document, linked
from publisher.xhtml.element import Child, Element, element, filled, xhtml
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import direction
from publisher.xhtml.layout import Layout
from publisher.xhtml.navigation import contents_list
from publisher.xhtml.notes import notes, references
from publisher.xhtml.pages import imprint, title_page

_XHTML = "application/xhtml+xml"
_STYLES = "style.css"
NAVIGATION = "nav.xhtml"


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The EPUB file of a book (EPUB 3.3, EPUB Accessibility 1.1)."""
    layout = Layout(book=book, pictures=_pictures(book))
    documents = linked(dict(_documents(book, layout, options)))
    items = (
        *(_document(name, root) for name, root in documents.items()),
        Item(id="style", name=_STYLES, media_type="text/css", data=theme.css("epub").encode()),
        *_images(book, layout),
    )
    found = facts(book)
    package = Package(
        identifier=book.identifier,
        title=book.manifest.book.title,
        language=book.manifest.book.language,
        direction=direction(book.manifest.book.language),
        modified=book.modified,
        metadata=metadata(book, found),
        items=items,
    )
    return Files({f"{book.slug}.epub": container(package)})


def _pictures(book: Book) -> Mapping[str, str]:
    """The name of each picture in the container: of plain letters, and one picture's alone (EPUB 3.3 §4.2.2)."""
    names: dict[str, str] = {}
    for path in book.manuscript.assets:
        stem = re.sub(r"[^a-z0-9._-]+", "-", PurePosixPath(path).stem.lower()).strip("-.") or "picture"
        suffix, number = PurePosixPath(path).suffix.lower(), 1
        name = f"images/{stem}{suffix}"
        while name in names.values():
            number += 1
            name = f"images/{stem}-{number}{suffix}"
        names[path] = name
    return names


def _images(book: Book, layout: Layout) -> Iterator[Item]:
    for number, (path, asset) in enumerate(book.manuscript.assets.items(), start=1):
        name = layout.pictures[path]
        yield Item(id=f"picture-{number}", name=name, media_type=asset.media_type, data=asset.data)


def _documents(book: Book, layout: Layout, options: Options) -> Iterator[tuple[str, Element]]:
    """Each document by its name, in the order of the spine."""
    info = book.manifest.book
    yield "title-page.xhtml", _page(book, "Title page", title_page(book, formats=(), draft=options.draft))
    yield NAVIGATION, _page(book, "Contents", _navigation(book, layout))
    for entry in book.outline:
        if not entry.chapter:
            yield f"{entry.id}.xhtml", _page(book, spoken(entry.title), (_part(entry, layout),))
        for member in (entry,) if entry.chapter else entry.children:
            yield _chapter(book, member, layout)
    if book.manifest.notes.epub == "book":
        yield from (("notes.xhtml", _page(book, "Notes", (made,))) for made in notes(book.notes, layout))
    yield from (("references.xhtml", _page(book, "References", (made,))) for made in references(layout))
    yield "imprint.xhtml", _page(book, "About this book", imprint(book, statement(facts(book), book.manifest)))


def _chapter(book: Book, entry: OutlineEntry, layout: Layout) -> tuple[str, Element]:
    chapter = book.chapter(entry.chapter)
    own = [note for note in book.notes if note.chapter == chapter.slug and book.manifest.notes.epub == "chapter"]
    body = (chapter_section(chapter, layout), *notes(own, layout, chapter=chapter.slug))
    return f"{chapter.slug}.xhtml", _page(book, spoken(chapter.title), body, language=chapter.language)


def _part(entry: OutlineEntry, layout: Layout) -> Element:
    title = element("h1", *inlines(entry.title, layout), id=f"{entry.id}-title")
    section = {"role": "doc-part", "aria-labelledby": f"{entry.id}-title"}
    return element("section", title, class_="part", id=entry.id, epub_type="part", attributes=section)


def _page(book: Book, title: str, body: tuple[Child, ...], *, language: str = "") -> Element:
    """A document whose title names its most special part first."""
    return document(
        title=f"{title} – {book.manifest.book.title}",
        body=body,
        language=language or book.manifest.book.language,
        direction="rtl" if direction(language or book.manifest.book.language) == "rtl" else None,
        stylesheet=_STYLES,
    )


def _document(name: str, root: Element) -> Item:
    id = f"document-{PurePosixPath(name).stem}"
    properties = ("nav",) if name == NAVIGATION else ()
    return Item(id=id, name=name, media_type=_XHTML, data=xhtml(root), properties=properties, read=True)


def _navigation(book: Book, layout: Layout) -> tuple[Element, ...]:
    """The contents, and the landmarks, which are for reading systems alone (EPUB 3.3 §7.4)."""
    listed = contents_list(book.outline, layout)
    listed.insert(0, _way("title-page", "Title page"))
    lists = (("notes", "Notes", book.notes and book.manifest.notes.epub == "book"), ("references", "References", book.entries))
    filled(listed, (_way(id, title) for id, title, there in lists if there))
    listed.append(_way("imprint", "About this book"))
    title = element("h1", "Contents", id="contents-title")
    contents = {"role": "doc-toc", "aria-labelledby": "contents-title"}
    body = next((chapter.slug for chapter in book.chapters if chapter.matter is Matter.BODY), "title-page")
    marks = [("toc", "contents", "Contents"), ("bodymatter", body, "Start of the text")]
    marks += [("endnotes", id, title) for id, title, there in lists if there]
    landmarks = element("ol", *(_way(id, title, epub_type=kind) for kind, id, title in marks))
    return (
        element("nav", title, listed, id="contents", epub_type="toc", attributes=contents),
        element("nav", element("h2", "Landmarks"), landmarks, epub_type="landmarks", hidden="hidden", aria_label="Landmarks"),
    )


def _way(id: str, title: str, *, epub_type: str | None = None) -> Element:
    return element("li", element("a", title, href=f"#{id}", epub_type=epub_type))
