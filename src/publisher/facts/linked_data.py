"""The book as schema.org's Book, in JSON-LD: what a web page says of it to catalogues, with the
values of the e-book."""

import json
from collections.abc import Mapping

from publisher.facts.claims import discovery
from publisher.facts.conformance import Conformance
from publisher.facts.facts import facts
from publisher.model.book import Book

_ROLES = {"aut": "author", "edt": "editor", "ill": "illustrator", "trl": "translator"}


def linked_data(book: Book, claimed: Conformance | None) -> str:
    """A JSON-LD document; ``claimed`` is a claim that holds."""
    info = book.manifest.book
    said = {
        "@context": "https://schema.org",
        "@type": "Book",
        "@id": book.identifier,
        "name": info.title,
        "alternativeHeadline": info.subtitle,
        "description": info.description,
        "inLanguage": _one_or_more(facts(book).languages),
        **_people(book),
        "publisher": _named("Organization", info.publisher.name, info.publisher.url),
        "datePublished": f"{book.modified:%Y-%m-%d}" if book.dated else "",
        "version": info.version,
        "keywords": list(info.subjects),
        "copyrightNotice": info.rights,
        "isbn": book.identifier.removeprefix("urn:isbn:") if book.identifier.startswith("urn:isbn:") else "",
        "url": book.manifest.editions.web.url if book.manifest.editions.web else "",
        **_accessibility(book, claimed),
    }
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, indent=1)


def _accessibility(book: Book, claimed: Conformance | None) -> Mapping[str, object]:
    """Schema.org Accessibility Properties for Discoverability, 2026; as in the package document of the EPUB."""
    found = discovery(facts(book), book.manifest, claimed)
    sufficient = [{"@type": "ItemList", "itemListElement": senses.split(",")} for senses in found.sufficient]
    return {
        "accessMode": list(found.modes),
        "accessModeSufficient": sufficient,
        "accessibilityFeature": list(found.features),
        "accessibilityHazard": list(found.hazards),
        "accessibilitySummary": found.summary,
    }


def _people(book: Book) -> Mapping[str, list[Mapping[str, str]]]:
    people: dict[str, list[Mapping[str, str]]] = {}
    for person in book.manifest.book.contributors:
        people.setdefault(_ROLES.get(person.role, "contributor"), []).append(_named("Person", person.name))
    return people


def _named(kind: str, name: str, url: str = "") -> dict[str, str]:
    said = {"@type": kind, "name": name, "url": url}
    return {key: value for key, value in said.items() if value} if name else {}


def _one_or_more(values: tuple[str, ...]) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)
