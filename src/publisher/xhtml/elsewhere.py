"""What an excerpt says of a place that it leaves out: the page of the whole book, or without pages its name there."""

from collections.abc import Sequence

from publisher.model.book import Elsewhere
from publisher.xhtml.element import Child, element, spanned
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout

_GAP = "\ufffc"  # where an element goes into words of ours


def around(
    english: str, values: Sequence[str], title: Sequence[Child], layout: Layout, *more: str
) -> tuple[Child, ...]:
    """Words of ours with ``values``, then the ``title`` of a book, then ``more`` in their places."""
    before, after = layout.say(english, *values, _GAP, *more).split(_GAP)
    return (*_ours(before, layout), *title, *_ours(after, layout))


def _ours(words: str, layout: Layout) -> tuple[Child, ...]:
    """Words of ours; the spaces at their edges lie in the direction of the text around."""
    inner = words.strip()
    lead, _, trail = words.partition(inner) if inner else (words, "", "")
    return (lead, *(spanned((inner,), layout.ours) if inner else ()), trail)


def reference_elsewhere(place: Elsewhere, title: Sequence[Child], layout: Layout) -> tuple[Child, ...]:
    """A cross-reference: the label that the place has in the whole book, and where that is."""
    attributes = spoken_in(place.language, layout.around) if place.language else layout.ours
    words = spanned((place.target.label or layout.say("the picture"),), attributes)
    return (*words, *_where(place, title, layout))


def link_elsewhere(
    words: Sequence[Child], said: str, place: Elsewhere, title: Sequence[Child], layout: Layout
) -> tuple[Child, ...]:
    """The ``words`` of a link, which are no link here, and where they led; ``said`` are the words
    as they are spoken."""
    return (*words, *_where(place, title, layout, name=place.target.label if said != place.target.label else ""))


def _where(place: Elsewhere, title: Sequence[Child], layout: Layout, name: str = "") -> tuple[Child, ...]:
    """Where the place is, in brackets: by its page, or else by its ``name``."""
    if place.folio:
        said = around("see page {} of {}", (place.folio,), title, layout)
    else:
        said = around("see {} in {}", (name,), title, layout) if name else around("see {}", (), title, layout)
    return (element("span", " (", *said, ")", class_="elsewhere"),)
