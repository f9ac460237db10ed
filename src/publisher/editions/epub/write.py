"""The EPUB edition: one XHTML document a chapter, a navigation document, and the pages around them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.editions.edition import Options
from publisher.editions.epub.metadata import metadata
from publisher.editions.epub.ncx import ncx
from publisher.editions.epub.package import Item, Package, container
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.assets import DRAWING
from publisher.model.book import Book, OutlineEntry
from publisher.model.roles import Matter
from publisher.model.words import spoken
from publisher.paper.cover import typographic_cover
from publisher.themes.theme import Theme
from publisher.xhtml.chapters import chapter as chapter_section
from publisher.xhtml.chapters import part
from publisher.xhtml.cover import cover, cover_image
from publisher.xhtml.documents import document, linked
from publisher.xhtml.element import Child, Element, element, filled, xhtml
from publisher.xhtml.formats import other_formats
from publisher.xhtml.illustrations import figures, figures_title
from publisher.xhtml.language import direction
from publisher.xhtml.layout import Layout
from publisher.xhtml.navigation import contents_list
from publisher.xhtml.notes import notes, references
from publisher.xhtml.page_breaks import mark_pages
from publisher.xhtml.pages import imprint, title_page
from publisher.xhtml.pictures import picture_names

_XHTML = "application/xhtml+xml"
_STYLES = "style.css"
_COVER = "images/cover.svg"
NAVIGATION = "nav.xhtml"


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The EPUB file of a book (EPUB 3.3, EPUB Accessibility 1.1)."""
    layout = Layout(
        book=book, pictures=picture_names(book.manuscript.assets, {} if cover_image(book) else {"": _COVER})
    )
    documents = dict(_documents(book, layout, options))
    if pages := mark_pages(documents, book.pages):
        filled(documents[NAVIGATION][-1], (_page_list(pages, layout),))
    items = (
        *(_document(name, root) for name, root in linked(documents).items()),
        _ncx(book, documents),
        Item(id="style", name=_STYLES, media_type="text/css", data=theme.css("epub").encode()),
        *_images(book, layout, theme),
    )
    found = facts(book)
    package = Package(
        identifier=book.identifier,
        title=book.manifest.book.title,
        language=book.manifest.book.language,
        direction=direction(book.manifest.book.language),
        modified=book.modified,
        metadata=metadata(book, found, options.claimed(book)),
        items=items,
    )
    return Files({f"{book.slug}.epub": container(package)})


def _ncx(book: Book, documents: Mapping[str, Element]) -> Item:
    info = book.manifest.book
    data = ncx(documents, navigation=NAVIGATION, identifier=book.identifier, title=info.title, language=info.language)
    return Item(id="ncx", name="toc.ncx", media_type="application/x-dtbncx+xml", data=data)


def _images(book: Book, layout: Layout, theme: Theme) -> Iterator[Item]:
    """Every picture once; one of them is the cover (EPUB 3.3 §D.2)."""
    path_of_cover = cover_image(book)
    for number, (path, asset) in enumerate(book.manuscript.assets.items(), start=1):
        properties = ("cover-image",) if path == path_of_cover else ()
        name = layout.pictures[path]
        yield Item(
            id=f"picture-{number}", name=name, media_type=asset.media_type, data=asset.data, properties=properties
        )
    if not path_of_cover:
        drawn = typographic_cover(book, theme)
        yield Item(id="cover-image", name=_COVER, media_type=DRAWING, data=drawn, properties=("cover-image",))


def _documents(book: Book, layout: Layout, options: Options) -> Iterator[tuple[str, Element]]:
    """Each document by its name, in the order of the spine."""
    yield "cover.xhtml", _page(book, layout.say("Cover"), (cover(book, layout.pictures[cover_image(book)]),))
    yield (
        "title-page.xhtml",
        _page(
            book, layout.say("Title page"), title_page(book, formats=other_formats(book, "epub"), draft=options.draft)
        ),
    )
    yield NAVIGATION, _page(book, layout.say("Contents"), _navigation(book, layout))
    for entry in book.outline:
        if not entry.chapter:
            yield f"{entry.id}.xhtml", _page(book, spoken(entry.title), (part(entry, layout),))
        for member in (entry,) if entry.chapter else entry.children:
            yield _chapter(book, member, layout)
    if book.manifest.notes.epub == "book":
        yield from (("notes.xhtml", _page(book, layout.say("Notes"), (made,))) for made in notes(book.notes, layout))
    yield from (("references.xhtml", _page(book, layout.say("References"), (made,))) for made in references(layout))
    yield from (("figures.xhtml", _page(book, layout.say(figures_title(book)), (made,))) for made in figures(layout))
    said = statement(facts(book), book.manifest, options.claimed(book))
    yield "imprint.xhtml", _page(book, layout.say("About this book"), imprint(book, said))


def _chapter(book: Book, entry: OutlineEntry, layout: Layout) -> tuple[str, Element]:
    chapter = book.chapter(entry.chapter)
    own = [note for note in book.notes if note.chapter == chapter.slug and book.manifest.notes.epub == "chapter"]
    body = (chapter_section(chapter, layout), *notes(own, layout, chapter=chapter.slug))
    return f"{chapter.slug}.xhtml", _page(book, spoken(chapter.title), body, language=chapter.language)


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
    listed.insert(0, _our_way("cover", "Cover", layout))
    listed.insert(1, _our_way("title-page", "Title page", layout))
    lists = (
        ("notes", "Notes", book.notes and book.manifest.notes.epub == "book"),
        ("references", "References", book.entries),
    )
    filled(listed, (_our_way(id, title, layout) for id, title, there in lists if there))
    pictures = figures_title(book)
    if pictures:
        listed.append(_our_way("figures", pictures, layout))
    listed.append(_our_way("imprint", "About this book", layout))
    title = element("h1", *layout.words("Contents"), id="contents-title")
    contents = {"role": "doc-toc", "aria-labelledby": "contents-title"}
    body = next((chapter.slug for chapter in book.chapters if chapter.matter is Matter.BODY), "title-page")
    marks = [("cover", "cover", "Cover"), ("toc", "contents", "Contents"), ("bodymatter", body, "Start of the text")]
    marks += [("endnotes", id, title) for id, title, there in lists if there]
    marks += [("loi", "figures", pictures)] if pictures == "Figures" else []
    heading = element("h2", *layout.words("Landmarks"))
    landmarks = element("ol", *(_our_way(id, title, layout, epub_type=kind) for kind, id, title in marks))
    return (
        element("nav", title, listed, id="contents", epub_type="toc", attributes=contents),
        element("nav", heading, landmarks, epub_type="landmarks", hidden="hidden", aria_label=layout.say("Landmarks")),
    )


def _page_list(pages: Iterable[tuple[str, str]], layout: Layout) -> Element:
    """A way to each page of the print edition, for reading systems (EPUB 3.3 §7.4.3, EPUB Accessibility 1.1 §3.1)."""
    title = element("h2", *layout.words("Pages"), id="pages-title")
    listed = element("ol", *(_way(id, label) for label, id in pages))
    named = {"role": "doc-pagelist", "aria-labelledby": "pages-title"}
    return element("nav", title, listed, id="pages", epub_type="page-list", hidden="hidden", attributes=named)


def _our_way(id: str, title: str, layout: Layout, *, epub_type: str | None = None) -> Element:
    """A way to a part of the book that we name."""
    return _way(id, layout.say(title), epub_type=epub_type, attributes=layout.ours)


def _way(
    id: str, title: str, *, epub_type: str | None = None, attributes: Mapping[str, str | None] = MappingProxyType({})
) -> Element:
    return element("li", element("a", title, href=f"#{id}", epub_type=epub_type, attributes=attributes))
