"""What the manifest asks of an edition contradicts what that edition is for.

## Why

Large print that is not large, a handout with nothing in it, a booklet whose sheets fold to no size that anybody prints:
such an edition can be made, and helps nobody. It is better said before a printer is paid.

## Example

    editions:
      large-print: {size: 14pt}

## Fix

Large print starts at 16 pt, and 18 pt is better; from 24 pt it calls itself giant print. A booklet is folded to A5 or
A6 from a sheet of twice that size (`{page: A5, sheet: A4}`, `{page: A6, sheet: A5}`), and made of the book (`of: pdf`),
of its large print (`of: large-print`), or of a handout that the manifest names (`of: handout`, `of: handout-mp` of
several); its creep is one sheet's thickness, 1 mm at most. Names of several differ in more than capitals. No page is
larger than a PDF can have. A handout has chapters, sections or figures that are in the book, or a text of its own, and
an address that begins with `https://`, which its QR code opens; it is not called `large-print`, as its large-print file
is. The press edition needs the ICC profile of the press and the paper, which the print shop has: no profile comes with
this program, because none would be theirs. `notes: {print: foot}` is kept for notes that are made of paragraphs and
first referred to in running text; the others are listed at the end of their chapter. A book that is not in English
names the `table:` of its braille, which its readers know; a line of braille has 20 cells or more. The web edition's
`url` is a whole address. A pack holds what `editions:` names.

## Standards

- UKAAF G003 (2019): large print is at least 16 point.
- RNIB Clear Print.
"""

import re
from collections.abc import Iterator

from publisher.checks.addresses import scheme
from publisher.checks.booklet_conflicts import booklet_conflicts
from publisher.checks.braille_conflicts import braille_conflicts
from publisher.checks.handout_conflicts import handout_conflicts
from publisher.checks.look import look
from publisher.checks.room import no_room
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.manifest import Editions, key_of
from publisher.paper.feet import kept_from_the_foot
from publisher.paper.stylesheet import geometry_of, large_margins
from publisher.themes.large import LEAST, enlarged

RULE = Rule(
    code="MAN-08",
    name="manifest-profile-conflict",
    severity=Severity.ERROR,
    standards=("UKAAF G003",),
    who="readers of the edition: it does not do what its name says",
)

_POINTS = {"pt": 1.0, "px": 0.75, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6}
_AT_THE_FOOT = "nothing is lost; at the foot stand notes of paragraphs, marked in the text"


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each setting that an edition cannot be made with, at its value, or at the key that lacks it."""
    for path, message, help in _conflicts(book):
        place = book.manifest.place(f"editions.{path}")
        edition = "." not in path.removeprefix("handouts.").removeprefix("booklets.")
        yield RULE.found(place.key if edition else place.value, message, help=help)
    yield from _not_at_the_foot(book)


def _not_at_the_foot(book: Book) -> Iterator[Diagnostic]:
    kept = kept_from_the_foot(book) if book.manifest.notes.print == "foot" else {}
    for numbered in book.notes:
        if reason := kept.get(numbered.id):
            message = (
                f"Note '[^{numbered.note.label}]' stands at the end of its chapter in print, not at the foot: {reason}"
            )
            yield RULE.found(numbered.note.span, message, help=_AT_THE_FOOT, severity=Severity.ADVICE)


def _conflicts(book: Book) -> Iterator[tuple[str, str, str]]:
    editions = book.manifest.editions
    if editions.large_print and points(editions.large_print.size) < LEAST:
        message = f"Large-print size {editions.large_print.size} is below {LEAST:g} pt"
        yield "large-print.size", message, "Raise it to 16pt, better 18pt"
    if editions.press and not editions.press.profile:
        message = "The press edition has no profile: its colours depend on the press and the paper"
        yield (
            "press",
            message,
            "Ask the print shop for its ICC profile, put it beside book.yaml, and name it: `profile: press.icc`",
        )
    yield from _too_small(book)
    yield from _twins(book)
    yield from _addressed(editions)
    yield from _packed(book)
    yield from handout_conflicts(book)
    yield from booklet_conflicts(book)
    yield from braille_conflicts(book)


def _addressed(editions: Editions) -> Iterator[tuple[str, str, str]]:
    """Addresses of an edition that begin otherwise than they must."""
    web = editions.web.url if editions.web else ""
    asked = [("web.url", web, {"https:", "http:"}, "is no address of the web", "Write it whole: https://…")]
    for name, handout in editions.every_handout.items():
        help = "Its QR code opens it: give a safe address"
        asked.append((f"{key_of(name)}.url", handout.url, {"https:"}, "does not begin with https:", help))
    for path, url, schemes, wrong, help in asked:
        if url and scheme(url) not in schemes:
            yield path, f"'{url}' {wrong}", help


def _too_small(book: Book) -> Iterator[tuple[str, str, str]]:
    editions, theme = book.manifest.editions, look(book)
    for name, asked in (("pdf", editions.pdf), ("press", editions.press), ("large-print", editions.large_print)):
        if not theme or not asked:
            continue
        try:
            if name == "large-print":  # nobody has counted the pages whose numbers stand beside it: three digits
                geometry_of(enlarged(theme), asked.page, asked.size, large_margins(asked.size, labels=["100"]))
            else:
                geometry_of(theme, asked.page, asked.size)
        except ValueError:
            yield from no_room(book, name, asked.page, asked.size)


def _twins(book: Book) -> Iterator[tuple[str, str, str]]:
    """Names that are one file's on a disk that forgives capitals."""
    editions, known = book.manifest.editions, dict[str, str]()
    for name in (*editions.every_handout, *editions.every_booklet):
        if (first := known.setdefault(name.lower(), name)) != name:
            what = f"'{name}' and '{first}' are one file where capitals do not count"
            yield name.replace("-", "s.", 1), what, "Give one of them another name"


def _packed(book: Book) -> Iterator[tuple[str, str, str]]:
    """What a pack should hold and nobody makes."""
    editions = book.manifest.editions
    for number, name in enumerate(editions.pack.include if editions.pack else ()):
        if name not in editions.named:
            message = f"The pack holds '{name}', and nothing makes it"
            yield f"pack.include.{number}", message, f"Add `{name}:` to `editions:`"


def points(size: str) -> float:
    """A CSS length in points (CSS Values 4 §6.2)."""
    number = re.match(r"[0-9.]+", size)
    return float(number[0]) * _POINTS[size[number.end() :].lower()] if number else 0.0
