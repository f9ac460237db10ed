"""A picture is called decorative and yet has something to say.

## Why

A decorative picture is passed by in silence. Words that are written for it reach nobody; a number or a reference to
"Figure 3" leads those who listen to something that is not there.

## Example

    figures:
      chart:
        image: images/chart.svg
        kind: chart
        decorative: true

## Fix

If the picture tells something, remove `decorative: true` and write the `alt:`. If it does not, remove what contradicts.

## Standards

- WCAG 1.1.1 Non-text Content.
- PDF/UA-1 7.1: what has meaning is no artefact.
"""

from collections.abc import Iterator

from publisher.checks.pictures import pictures
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Decorative
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.inlines import CrossReference, InlineImage, Link
from publisher.model.walk import every
from publisher.model.words import spoken
from publisher.source import Span

RULE = Rule(
    code="IMG-09",
    name="decorative-conflict",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1", "PDF/UA-1 7.1"),
    who="people who listen to the book: they are sent to a picture that is silent",
)

_KINDS_THAT_TELL = frozenset({"map", "chart", "graph", "diagram", "infographic", "table-image", "text"})


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each decorative picture with all that contradicts it."""
    referred = {reference.target for reference in book.every(CrossReference)}
    silent = tuple(link for link in book.every(Link) if not spoken(link.content))
    links = {image.span for link in silent for image in every(InlineImage, link.content)}
    for figure in pictures(book):
        if isinstance(figure.alternative, Decorative):
            why = [*_own_reasons(figure, figure.alternative)]
            why += ["the text refers to it"] if f"fig-{figure.key}" in referred else []
            why += ["it is all that a link says"] if figure.span in links else []
            if why:
                message = f"Marked decorative, but {' and '.join(why)}"
                help = "remove the mark and say what it tells, or remove what contradicts it"
                yield RULE.found(_place(book, figure, figure.alternative), message, help=help)


def _own_reasons(figure: Figure, alternative: Decorative) -> Iterator[str]:
    if alternative.text:
        yield "it has an alternative text"
    if figure.caption:
        yield "it has a caption"
    if figure.description:
        yield "it has a description"
    if figure.kind in _KINDS_THAT_TELL:
        yield f"it is of the kind '{figure.kind}'"


def _place(book: Book, figure: Figure, alternative: Decorative) -> Span:
    """Where the alternative text stands, or else the mark itself."""
    mark = book.manifest.places.get(f"figures.{figure.key}.decorative")
    return mark.value if mark and not alternative.text else figure.words
