"""A figure, table or section is named that the book does not have.

## Why

"Figure 2" is made from the name, and on paper the page is put behind it. Without the thing there is neither: the
sentence would point into the void.

## Example

    The dots on @fig-partnership-map are areas.

where the figure is called `partnerships-map`.

## Fix

Correct the name, or give the thing its name: `{#fig-x}`, `{#tbl-x}`, `{#sec-x}`. A figure or table is numbered only if
it has a caption; one without cannot be referred to.

## Standards

- EPUBCheck RSC-012: a fragment that is not defined.
- WCAG 2.4.4 Link Purpose (In Context).
"""

from collections.abc import Iterator

from publisher.checks.wholeness import is_whole
from publisher.checks.wording import meant
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Decorative, Unstated
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import CrossReference, InlineImage

RULE = Rule(
    code="REF-13",
    name="crossref-broken",
    severity=Severity.ERROR,
    standards=("EPUBCheck RSC-012", "WCAG 2.4.4"),
    who="everybody who follows the reference: it leads nowhere",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each cross-reference without a target, and for each picture whose key the manifest lacks."""
    for reference in book.every(CrossReference):
        if why := _broken(book, reference.target):
            yield RULE.found(reference.span, why, help=_help(book, reference.target))
    keys = tuple(book.manuscript.figures)
    said = {fault.span for fault in book.manuscript.faults}
    pictures: tuple[Figure | InlineImage, ...] = (*book.every(Figure), *book.every(InlineImage))
    for picture in pictures:
        # One that is said on the spot and could not be read has a fault of its own at its place.
        if picture.key and picture.key not in keys and _unknown(picture) and picture.span not in said:
            help = meant(picture.key, keys, "add it to figures in book.yaml, or correct the key")
            yield RULE.found(picture.span, f"No figure '{picture.key}'", help=help)


def _unknown(picture: Figure | InlineImage) -> bool:
    return not picture.path and picture.alternative == Unstated()


def _broken(book: Book, target: str) -> str:
    """Why ``target`` cannot be referred to, or an empty string."""
    found = book.targets.get(target) or (book.elsewhere[target].target if target in book.elsewhere else None)
    if not found and (book.faults(FaultKind.FILE_MISSING) or not is_whole(book)):
        return ""  # it may stand in the chapter that is missing
    if not found and target.removeprefix("fig-") in book.manuscript.figures:
        return f"'@{target}' is in book.yaml and stands nowhere in the book"
    if not found:
        return f"'@{target}' does not exist"
    picture = next((figure for figure in book.every(Figure) if figure.span == found.span), None)
    # A picture that is lost, or that is passed by in silence (IMG-09), has been said where it stands.
    told = picture is not None and (not picture.path or isinstance(picture.alternative, Decorative))
    return "" if found.label or told else f"'@{target}' has no caption, and so no number"


def _help(book: Book, target: str) -> str:
    key = target.removeprefix("fig-")
    if target in book.targets:
        return "give it a caption"
    if key in book.manuscript.figures:
        return f"write ![{key}] in a paragraph of its own where it belongs"
    known = (id for id in book.targets if id[:4] == target[:4])
    return meant(target, known, f"write {{#{target}}} behind what is meant")
