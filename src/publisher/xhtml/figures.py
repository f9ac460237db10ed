"""Figures: a picture, its words, and the way to its long description."""

from publisher.model.alternatives import Described
from publisher.model.blocks import Figure
from publisher.model.walk import every
from publisher.xhtml.element import Child, Element, element, spanned
from publisher.xhtml.inlines import cross_reference_class, inlines, is_outside, link_outside
from publisher.xhtml.language import running
from publisher.xhtml.layout import Layout


def named(figure: Figure, layout: Layout) -> str:
    """What a figure is called: "Figure 2"; without a number "the picture", or "picture 2" where there are several."""
    target = layout.book.targets[layout.book.ids[figure.span]]
    if target.label:
        return target.label
    chapter = layout.book.chapter(target.chapter)
    figures = every(Figure, (chapter.blocks, chapter.notes))
    others = [other for other in figures if other.description and not other.caption]
    return layout.say("picture {}", others.index(figure) + 1) if len(others) > 1 else layout.say("the picture")


def figure(figure: Figure, layout: Layout) -> tuple[Element, ...]:
    """A figure; nothing at all where its picture could not be read, which only a draft meets."""
    if figure.path not in layout.pictures:
        return ()
    id = layout.book.ids[figure.span]
    words = _caption(figure, id, layout)
    caption = (element("figcaption", *words, id=f"{id}-caption"),) if words else ()
    made = element(
        "figure",
        _image(figure, id, layout),
        *caption,
        class_="figure",
        id=id,
        aria_labelledby=f"{id}-caption" if figure.caption else None,
    )
    return (element("div", made, class_="turned") if figure.path in layout.aside else made,)


def _image(figure: Figure, id: str, layout: Layout) -> Element:
    shown = isinstance(figure.alternative, Described)
    return element(
        "img",
        src=layout.pictures[figure.path],
        alt=figure.alternative.text if isinstance(figure.alternative, Described) else "",
        role=None if shown else "presentation",
        aria_details=f"{id}-described" if figure.description else None,
        # Of the measure in print: on a small screen the same part of it would be a stamp.
        style=f"width: {figure.width}" if figure.width and layout.paper and not layout.large else None,
    )


def _caption(figure: Figure, id: str, layout: Layout) -> tuple[Child, ...]:
    parts: list[Child] = []
    if id in layout.book.numbers:
        label = f"{layout.say('Figure {}', layout.book.numbers[id])}."
        parts += [element("span", label, class_="label", attributes=layout.ours), " "]
    if figure.caption:
        parts += [element("span", *inlines(figure.caption, layout), class_="words"), " "]
    if figure.description:
        way = {"id": f"{id}-described", "class": cross_reference_class(layout), "href": f"#{id}-description"}
        words = layout.say("Description of {}", named(figure, layout))
        parts += [element("span", element("a", words, attributes={**way, **layout.ours}), class_="to-description"), " "]
    if small := layout.told.get(figure.path):
        words = layout.say("Words in the picture: {}", "; ".join(small))
        parts += [element("span", words, class_="labels on-paper", attributes=layout.ours), " "]
    if said := credit(figure, layout):
        parts.append(element("span", *spanned(said, running(figure.credit, layout.around)), class_="credit"))
    return tuple(parts)


def credit(figure: Figure, layout: Layout) -> tuple[Child, ...]:
    """Who made the picture, under which licence, and where it was taken from; nothing where nobody says."""
    parts: list[Child] = [". ".join(part.rstrip(".") for part in (figure.credit, figure.licence) if part)]
    source = figure.source
    if source.title or source.url:
        words = source.title or source.url
        named = link_outside(source.url, (words,), words, layout) if is_outside(source.url) else (words,)
        parts += [". " if parts[0] else "", *named]
    return (*parts, ".") if any(parts) else ()
