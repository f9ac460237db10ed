"""What the manifest asks of an edition contradicts what that edition is for.

## Why

Large print that is not large, a handout with nothing in it, a booklet whose sheets fold to no size that anybody prints:
such an edition can be made, and helps nobody. It is better said before a printer is paid.

## Example

    editions:
      large-print: {size: 14pt}

## Fix

Large print starts at 16 pt, and 18 pt is better. A booklet is folded to A5 or A6, from a handout or an edition that the
manifest names. A handout has chapters, sections, figures or a text of its own, and an address that begins with
`https://`, which its QR code opens. The press edition needs the ICC profile of the press and the paper, which the print
shop has: no profile comes with this program, because none would be theirs. `notes: {print: foot}` is kept for notes that
are made of paragraphs and first referred to in running text; the others are listed at the end of their chapter.

## Standards

- UKAAF G003 (2019): large print is at least 16 point.
- RNIB Clear Print.
"""

import re
from collections.abc import Iterator, Mapping

from publisher.checks.addresses import scheme
from publisher.checks.look import look
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.manifest import BookletOptions, HandoutOptions
from publisher.paper.feet import kept_from_the_foot
from publisher.paper.stylesheet import geometry_of

RULE = Rule(
    code="MAN-08",
    name="manifest-profile-conflict",
    severity=Severity.ERROR,
    standards=("UKAAF G003",),
    who="readers of the edition: it does not do what its name says",
)

_POINTS = {"pt": 1.0, "px": 0.75, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6}
_AT_THE_FOOT = "nothing is lost; at the foot stand notes of paragraphs, marked in the text"
_LARGE = 16  # points: UKAAF G003
_FOLDED = frozenset({"A5", "A6"})


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each setting that an edition cannot be made with, at its value."""
    for path, message, help in _conflicts(book):
        yield RULE.found(book.manifest.place(f"editions.{path}").value, message, help=help)
    yield from _not_at_the_foot(book)


def _not_at_the_foot(book: Book) -> Iterator[Diagnostic]:
    kept = kept_from_the_foot(book) if book.manifest.notes.print == "foot" else {}
    for numbered in book.notes:
        if reason := kept.get(numbered.id):
            message = f"Note '[^{numbered.note.label}]' stands at the end of its chapter in print, not at the foot: {reason}"
            yield RULE.found(numbered.note.span, message, help=_AT_THE_FOOT, severity=Severity.ADVICE)


def _conflicts(book: Book) -> Iterator[tuple[str, str, str]]:
    editions = book.manifest.editions
    if editions.large_print and points(editions.large_print.size) < _LARGE:
        message = f"Large-print size {editions.large_print.size} is below {_LARGE} pt"
        yield "large-print.size", message, "Raise it to 16pt, better 18pt"
    if editions.press and not editions.press.profile:
        message = "The press edition has no profile: its colours depend on the press and the paper"
        yield "press", message, "Ask the print shop for its ICC profile, put it beside book.yaml, and name it: `profile: press.icc`"
    yield from _too_small(book)
    handouts = {**_named("handout", editions.handout), **{f"handouts.{k}": v for k, v in editions.handouts.items()}}
    for path, handout in handouts.items():
        yield from _handout(path, handout)
    booklets = {**_named("booklet", editions.booklet), **{f"booklets.{k}": v for k, v in editions.booklets.items()}}
    for path, booklet in booklets.items():
        yield from _booklet(path, booklet, frozenset(handouts))


def _too_small(book: Book) -> Iterator[tuple[str, str, str]]:
    editions, theme = book.manifest.editions, look(book)
    for name, asked in (("pdf", editions.pdf), ("press", editions.press)):
        if not theme or not asked:
            continue
        try:
            geometry_of(theme, asked.page, asked.size)
        except ValueError:
            yield f"{name}.page", f"A page of {asked.page} is too small for text of {asked.size}", "Take a larger page"


def points(size: str) -> float:
    """A CSS length in points (CSS Values 4 §6.2)."""
    number = re.match(r"[0-9.]+", size)
    return float(number[0]) * _POINTS[size[number.end() :].lower()] if number else 0.0


def _named(name: str, options: HandoutOptions | BookletOptions | None) -> Mapping[str, HandoutOptions | BookletOptions]:
    return {name: options} if options else {}


def _handout(path: str, handout: object) -> Iterator[tuple[str, str, str]]:
    if not isinstance(handout, HandoutOptions):
        return
    if not (handout.chapters or handout.sections or handout.figures or handout.text):
        yield path, "The handout has nothing in it", "Name `chapters:`, `sections:`, `figures:` or a `text:`"
    if handout.url and scheme(handout.url) != "https:":
        yield f"{path}.url", f"'{handout.url}' does not begin with https:", "Its QR code opens it: give a safe address"


def _booklet(path: str, booklet: object, handouts: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    if not isinstance(booklet, BookletOptions):
        return
    size = booklet.page.upper().split()[0]
    if size not in _FOLDED:
        yield f"{path}.page", f"A booklet is no {booklet.page}", "Fold it to A5 or A6"
    if booklet.of == "handout" and "handout" not in handouts:
        yield f"{path}.of", "The booklet is made of a handout, and there is none", "Add `handout:` to `editions:`"
