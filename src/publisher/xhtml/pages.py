"""The pages that we write ourselves: title page and imprint, from Jinja2 templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from publisher.model.book import Book
from publisher.model.locale import day_in_words, in_words, words_language
from publisher.model.manifest import Contact, Contributor
from publisher.xhtml.element import Element, fragment
from publisher.xhtml.language import spoken_in

# XHTML's own five characters are escaped by Jinja2; whatever a template makes is parsed before it is used.
_ENVIRONMENT = Environment(
    loader=PackageLoader("publisher.xhtml"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

# MARC relator codes that a title page names before the person; an author is named alone.
_CREDITS = {
    "edt": "Edited by {}",
    "ill": "Illustrated by {}",
    "trl": "Translated by {}",
    "ctb": "With {}",
    "aui": "Introduction by {}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the imprint says of the book's accessibility: only sentences that are true, and whom to ask.

    ``report`` is the address of a report of the check, ``evidence`` what there is to show for each point of a law. The
    sentences are in the language that our words have for the book (``locale.words_language``).
    """

    claim: str
    works: tuple[str, ...]
    fails: tuple[str, ...]
    contact: Contact | None
    report: str = ""
    formats: tuple[str, ...] = ()
    answer: str = ""
    evidence: tuple[tuple[str, tuple[str, ...]], ...] = ()


def title_page(book: Book, *, formats: tuple[str, ...], draft: bool, edition: str = "") -> tuple[Element, ...]:
    """The title page. ``formats`` names the other editions; a draft and a special ``edition`` say what they are."""
    return _page("title-page.xhtml", book, {"formats": formats, "draft": draft, "edition": edition})


def imprint(book: Book, statement: Statement) -> tuple[Element, ...]:
    """The page that says who made the book, under which terms, and how accessible it is."""
    return _page("imprint.xhtml", book, {"statement": statement})


def accessibility(book: Book, statement: Statement) -> tuple[Element, ...]:
    """What the imprint says of accessibility, as a page of its own."""
    made = _page("statement.xhtml", book, {"statement": statement})
    for heading in made[0].iter("h2", "h3"):
        heading.tag = f"h{int(heading.tag[1]) - 1}"
    return made


def _page(name: str, book: Book, more: Mapping[str, object]) -> tuple[Element, ...]:
    info = book.manifest.book
    language, ours = info.language, words_language(info.language)
    values = {
        "info": info,
        "book": book,
        "contributors": [contributor(person, language) for person in info.contributors],
        "date": day_in_words(language, info.date) if info.date else "",
        "say": partial(in_words, language),
        "ours": spoken_in(ours, language),  # the attributes of words of ours that are not in the book's language
        **more,
    }
    return fragment(_ENVIRONMENT.get_template(name).render(values))


def contributor(person: Contributor, language: str) -> str:
    """A person as a title page names them: an author alone, others by what they did."""
    return in_words(language, _CREDITS[person.role], person.name) if person.role in _CREDITS else person.name
