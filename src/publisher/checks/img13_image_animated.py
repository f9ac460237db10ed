"""A picture that plays.

## Why

Something that moves beside a text takes the eye from it; many people cannot read on, and some are made ill. In an
e-book nobody can stop it. On paper it is one frame, by chance the first.

## Example

An animated GIF, PNG or WebP.

## Fix

Use one frame, or a few of them as figures in a row. If it must play, say what it does: `accessibility: hazards:`.

Whether it flashes is not measured: that is for a person to look at, and to say there.

## Standards

- WCAG 2.2, 2.2.2 Pause, Stop, Hide (A).
- WCAG 2.2, 2.3.1 Three Flashes or Below Threshold (A).
"""

from collections.abc import Iterator

from publisher.checks.mta04_hazard import check as of_hazards
from publisher.checks.pictures import pictures, said_at, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.readers.raster import is_animated

RULE = Rule(
    code="IMG-13",
    name="image-animated",
    severity=Severity.WARNING,
    standards=("WCAG 2.2.2", "WCAG 2.3.1"),
    who="people who cannot read beside what moves, and people whom flashing makes ill",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that plays, where it is first named, while nobody has said what it does.

    MTA-04, which is graver, speaks of what is said wrongly.
    """
    if book.manifest.accessibility.hazards:
        return
    told: set[str] = set()
    for figure in pictures(book):
        asset = book.manuscript.assets.get(figure.path)
        if asset and figure.path not in told and is_animated(asset) and not any(of_hazards(book)):
            told.add(figure.path)
            help = "use a still picture; or say in `accessibility: hazards:` what it does"
            at = said_at(book, figure, "image")
            yield RULE.found(at, f"'{shown(figure)}' plays, and nobody can stop it", help=help)
