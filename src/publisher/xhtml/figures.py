"""Figures: a picture, its words, and the way to its long description."""

from collections.abc import Iterator

from publisher.model.alternatives import Described
from publisher.model.blocks import Figure
from publisher.model.book import Chapter
from publisher.model.walk import every
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.inlines import cross_reference_class, inlines, is_outside
from publisher.xhtml.layout import Layout


def described(chapter: Chapter) -> Iterator[Figure]:
    """The figures of a chapter that have a long description."""
    return (figure for figure in every(Figure, chapter.blocks) if figure.description)


def figure(figure: Figure, layout: Layout) -> tuple[Element, ...]:
    """A figure; nothing at all where its picture could not be read, which only a draft meets."""
    if figure.path not in layout.pictures:
        return ()
    id = layout.book.ids[figure.span]
    words = _caption(figure, id, layout)
    caption = (element("figcaption", *words, id=f"{id}-caption"),) if words else ()
    return (
        element(
            "figure",
            _image(figure, id, layout),
            *caption,
            class_="figure",
            id=id,
            aria_labelledby=f"{id}-caption" if figure.caption else None,
        ),
    )


def _image(figure: Figure, id: str, layout: Layout) -> Element:
    shown = isinstance(figure.alternative, Described)
    return element(
        "img",
        src=layout.pictures[figure.path],
        alt=figure.alternative.text if isinstance(figure.alternative, Described) else "",
        role=None if shown else "presentation",
        aria_details=f"{id}-described" if figure.description else None,
        style=f"width: {figure.width}" if figure.width else None,
    )


def _caption(figure: Figure, id: str, layout: Layout) -> tuple[Child, ...]:
    parts: list[Child] = []
    if id in layout.book.numbers:
        parts += [element("span", f"Figure {layout.book.numbers[id]}.", class_="label"), " "]
    if figure.caption:
        parts += [element("span", *inlines(figure.caption, layout), class_="words"), " "]
    if figure.description:
        label = layout.book.targets[id].label or "the picture"
        way = {"id": f"{id}-described", "class": cross_reference_class(layout), "href": f"#{id}-description"}
        parts += [element("span", element("a", f"Description of {label}", attributes=way), class_="to-description"), " "]
    if credit := _credit(figure):
        parts.append(element("span", *credit, class_="credit"))
    return tuple(parts)


def _credit(figure: Figure) -> tuple[Child, ...]:
    """Who made the picture, under which licence, and where it was taken from."""
    parts: list[Child] = [". ".join(part.rstrip(".") for part in (figure.credit, figure.licence) if part)]
    source = figure.source
    if source.title or source.url:
        named = source.title or source.url
        parts += [". " if parts[0] else "", element("a", named, href=source.url) if is_outside(source.url) else named]
    return (*parts, ".") if any(parts) else ()
