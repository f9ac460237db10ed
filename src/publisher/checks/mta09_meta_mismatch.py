"""Two forms of one book say different things of it.

## Why

Somebody has the e-book, somebody else the PDF, and both look for the same title in the same catalogue. Where title,
author, language or day differ, they have two books for every program, and for the library that lends them.

## Example

    allies.epub: NGOs and Government
    allies.pdf:  NGOs and government (final)

## Fix

What we make takes all of it from `book.yaml`: a finding there is a fault of the program, or the file was made of other
sources and must be built again. Large print names its edition in brackets behind the title. Handouts and booklets have
a title of their own and are not compared.

## Standards

EPUB Accessibility 1.1 §4.2: whoever reports conformance answers for metadata that agree.
"""

from collections.abc import Iterator, Mapping, Sequence

from publisher.checks.finished import families, family, place
from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MTA-09",
    name="meta-mismatch",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §4.2",),
    who="people who look for the form that they can read: it is found as another book, or not found",
)
_SAID = ("title", "language", "creator", "date", "identifier")
_HELP = "build it again; if it differs still, report it"


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """One finding for each thing that a file says otherwise than the book, or, where that is
    unknown, than the first."""
    for forms in families(made):
        ours = book if book and family(forms[0]) == book.slug else None
        known: dict[str, tuple[str, str]] = dict(_of_the_book(ours)) if ours else {}
        for file, name in ((file, name) for file in forms for name in _SAID):
            # A PDF has all authors in one line and one language: that of the whole.
            said = file.values(name)
            text = _in_a_line(", ".join(said) if name == "creator" else said[0] if said else "")
            where, first = known.setdefault(name, (file.name, text)) if text else ("", "")
            if text != first and not (name == "title" and _names_an_edition(text, first)):
                message = f"The {name} differs: '{first}' in {where}, '{text}' in {file.name}"
                yield RULE.found(place(file, name, ours), message, help=_HELP)


def _names_an_edition(one: str, other: str) -> bool:
    """Whether two titles are the same but for an edition in brackets behind one: "(Large print edition, 18 point)"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} (") and long.endswith(")")


def _of_the_book(book: Book) -> Mapping[str, tuple[str, str]]:
    info = book.manifest.book
    authors = ", ".join(person.name for person in info.contributors if person.role == "aut")
    day = f"{book.modified:%Y-%m-%d}"
    said = {
        "title": info.title,
        "language": info.language,
        "creator": authors,
        "date": day,
        "identifier": book.identifier,
    }
    return {name: ("book.yaml", _in_a_line(text)) for name, text in said.items() if text}


def _in_a_line(text: str) -> str:
    """``text`` as it is read: a break of its line is a space in some formats, and kept in others."""
    return " ".join(text.split())
