"""The list of figures with their credits, in books that have many; and the credits of pictures that stand in lines."""

import re

from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import InlineImage
from publisher.model.roles import Matter
from publisher.model.walk import every
from publisher.model.words import spoken, without_marks
from publisher.xhtml.element import Child, Element, element, spanned
from publisher.xhtml.figures import credit, named
from publisher.xhtml.inlines import inlines
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout

FEW = 5  # captioned figures: so many are found without a list
_LONG = 120  # letters of a caption: of a longer one the first sentence stands in the list
_SENTENCE = re.compile(r".+?[.!?](?=\s|$)")


def figures_title(book: Book) -> str:
    """What the list is called in English, or an empty string where there is none."""
    if len(_captioned(book)) > FEW:
        return "Figures"
    return "Picture credits" if credited(book) else ""


def figures(layout: Layout) -> tuple[Element, ...]:
    """The list of figures, in a book that has more than FEW of them or credits that stand nowhere else."""
    book = layout.book
    title = figures_title(book)
    if not title:
        return ()
    listed = _captioned(book) if title == "Figures" else ()
    parts: list[Child] = []
    if listed:
        parts.append(element("ol", *(_item(figure, layout) for figure in listed), class_="figures", role="list"))
    if apart := credited(book):
        parts += [element(layout.heading(2), *layout.words("Other pictures"), id="other-pictures")] if listed else []
        parts.append(element("ul", *(_credit(figure, layout) for figure in apart)))
    heading = element(layout.heading(1), *layout.words(title), id="figures-title")
    kind, name = "loi" if listed else None, "figures-title"
    return (element("section", heading, *parts, class_="figures", id="figures", epub_type=kind, aria_labelledby=name),)


def _captioned(book: Book) -> tuple[Figure, ...]:
    """The numbered figures in their order, less those in notes that no mark leads to: they stand nowhere."""
    reached = {numbered.note.span for numbered in book.notes}
    lost = (note.blocks for chapter in book.chapters for note in chapter.notes if note.span not in reached)
    hidden = {figure.span for figure in every(Figure, tuple(lost))}
    there = (figure for figure in book.every(Figure) if figure.path and figure.span not in hidden)
    shown = {book.ids[figure.span]: figure for figure in there}
    return tuple(shown[id] for id in book.numbers if id in shown)


def credited(book: Book) -> tuple[Figure, ...]:
    """The manifest's pictures that stand in sentences alone, where no credit is printed."""
    keys = dict.fromkeys(image.key for image in book.every(InlineImage) if image.key)
    shown = {figure.key for figure in book.every(Figure)}
    known = (book.manuscript.figures[key] for key in keys if key in book.manuscript.figures and key not in shown)
    return tuple(figure for figure in known if figure.path and (figure.credit or figure.licence or figure.source.title))


def _item(figure: Figure, layout: Layout) -> Element:
    id = layout.book.ids[figure.span]
    said = spoken(figure.caption)
    first = _SENTENCE.match(said)
    words = (first[0],) if first and len(said) > _LONG else inlines(without_marks(figure.caption), layout)
    language = layout.book.language_of(layout.book.targets[id].chapter)
    marked = spanned(words, spoken_in(language, layout.around))
    entry = element("span", f"{named(figure, layout)}. ", *marked, class_="entry")
    parts: list[Child] = [element("a", entry, href=f"#{id}")]
    if said_by := credit(figure, layout):
        parts += [" ", element("span", *said_by, class_="credit")]
    matter = layout.book.chapter(layout.book.targets[id].chapter).matter
    return element("li", *parts, class_="front" if matter is Matter.FRONT else None)


def _credit(figure: Figure, layout: Layout) -> Element:
    words = layout.book.manifest.figures[figure.key].alt or figure.path.rpartition("/")[2]
    named_by = element("span", *credit(figure, layout), class_="credit")
    return element("li", f"{' '.join(words.split()).rstrip('.')}. ", named_by)
