"""A picture holds what tells of people: where it was taken, by whom, with which camera.

## Why

A photograph of a meeting can carry the place to the metre, and the name of who took it. The editions do not: all this
is taken out of them. The original still has it, and goes wherever your folder goes: to a repository, to a designer, to
a newspaper.

## Example

    figures:
      meeting:
        image: images/meeting.jpg

where the camera has written its position into the file.

## Fix

Take it out of the original as well, with your picture editor's "remove metadata". Where the original must stay whole,
keep it outside the book's folder, or allow the finding with your reason.

## Standards

None: this is the house's own rule.
"""

from collections.abc import Iterator

from publisher.checks.pictures import pictures
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="SEC-05",
    name="hidden-personal-data",
    severity=Severity.WARNING,
    who="the people in the picture and behind the camera, wherever the original goes",
)

# What the readers of pictures name when they take it out; dates, comments and programs' names tell of nobody.
_PERSONAL = {
    "GPS position": "the place where it was taken",
    "author's name": "a person's name",
    "serial number": "its camera's serial number",
    "maker note": "its camera's own notes",
    "path on a machine": "a path on somebody's machine",
}


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that holds something personal, where it is first named."""
    seen: set[str] = set()
    for figure in pictures(book):
        asset = book.manuscript.assets.get(figure.path)
        held = [words for name, words in _PERSONAL.items() if asset and name in asset.stripped]
        if held and figure.path not in seen:
            seen.add(figure.path)
            place = book.manifest.places.get(f"figures.{figure.key}.image")
            message = f"'{figure.path}' holds {', '.join(held)}"
            help = "No edition has it; take it out of the original too"
            yield RULE.found(place.value if place else figure.span, message, help=help)
