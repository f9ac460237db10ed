"""The cover: one picture, and what it says to those who do not see it."""

from posixpath import normpath
from urllib.parse import unquote

from publisher.model.book import Book
from publisher.model.locale import in_words, words_language
from publisher.xhtml.element import Element, element
from publisher.xhtml.language import spoken_in


def cover_image(book: Book) -> str:
    """The path of the cover that the manifest names, or an empty string where there is none that can be shown."""
    cover = book.manifest.book.cover
    named = cover.image if cover else ""
    written = (normpath(named), normpath(unquote(named))) if named else ()
    return next((path for path in written if path in book.manuscript.assets), "")


def cover_words(book: Book) -> str:
    """The author's words for the cover, with nothing added; where there are none, what stands on every cover."""
    info = book.manifest.book
    if cover_image(book) and info.cover and (said := " ".join(info.cover.alt.split())):
        return said
    title = f"{info.title}: {info.subtitle}" if info.subtitle else info.title
    authors = (person.name for person in info.contributors if person.role == "aut")
    return ", ".join(filter(None, (title, *authors, info.publisher.name)))


def cover(book: Book, address: str, *, edition: str = "") -> Element:
    """The cover with its picture at ``address``, and which ``edition`` it is where that is no matter of course.

    The role belongs to the picture, not to the section (rules EN-12).
    """
    picture = element("img", src=address, alt=cover_words(book), role="doc-cover")
    language = book.manifest.book.language
    ours = spoken_in(words_language(language), language)
    line = (element("p", edition, class_="edition", attributes=ours),) if edition else ()
    name = in_words(language, "Cover")
    return element("section", picture, *line, class_="cover", id="cover", epub_type="cover", aria_label=name)
