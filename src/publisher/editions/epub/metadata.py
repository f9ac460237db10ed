"""The metadata of the package document, in order (EPUB 3.3 §5.5, EPUB Accessibility 1.1 §2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.facts.claims import Discovery, discovery
from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts
from publisher.model.book import Book
from publisher.model.locale import words_language

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One element of the package's metadata: ``dc:…``, ``meta`` or ``link``."""

    name: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def metadata(book: Book, facts: Facts, claimed: Conformance | None) -> tuple[Statement, ...]:
    """All that the package says of the book; ``claimed`` is a claim that holds."""
    found = discovery(facts, book.manifest, claimed)
    return (
        *_bibliographic(book, facts),
        *_accessibility(found, book.manifest.book.language),
        *_page_source(book),
        *(_claim(claimed) if claimed else ()),
    )


def _bibliographic(book: Book, facts: Facts) -> Iterator[Statement]:
    info = book.manifest.book
    yield _dc("identifier", book.identifier, id="id")  # the name that EbookLib gives to unique-identifier
    yield _dc("title", info.title, id="title")
    if info.subtitle:
        yield _refining("title", "title-type", "main")
        yield _dc("title", info.subtitle, id="subtitle")
        yield _refining("subtitle", "title-type", "subtitle")
    yield from (_dc("language", language) for language in facts.languages)
    for number, person in enumerate(info.contributors, start=1):
        id = f"contributor-{number}"
        yield _dc("creator" if person.role == "aut" else "contributor", person.name, id=id)
        yield _refining(id, "role", person.role, scheme="marc:relators")
        if person.sort:
            yield _refining(id, "file-as", person.sort)
    named = {"publisher": info.publisher.name, "description": info.description, "rights": info.rights}
    yield from (_dc(name, text) for name, text in named.items() if text)
    yield from (_dc("subject", subject) for subject in info.subjects)
    if book.dated:
        yield _dc("date", f"{book.modified:%Y-%m-%d}")
    if info.series:
        yield _meta("belongs-to-collection", info.series.name, id="series")
        yield _refining("series", "collection-type", "series")
        if info.series.number:
            yield _refining("series", "group-position", info.series.number)
    # EPUB 3.3 §5.5.4: one moment in UTC; ours is the book's own date, so that builds repeat.
    yield _meta("dcterms:modified", f"{book.modified:%Y-%m-%dT%H:%M:%SZ}")


def _accessibility(found: Discovery, language: str) -> Iterator[Statement]:
    yield from (_meta("schema:accessMode", mode) for mode in found.modes)
    yield from (_meta("schema:accessModeSufficient", senses) for senses in found.sufficient)
    yield from (_meta("schema:accessibilityFeature", feature) for feature in found.features)
    yield from (_meta("schema:accessibilityHazard", hazard) for hazard in found.hazards)
    said = words_language(language)
    yield _meta("schema:accessibilitySummary", found.summary, **({} if said == language else {LANG: said}))


def _page_source(book: Book) -> Iterator[Statement]:
    """Where the page numbers come from (EPUB Accessibility 1.1 §3.2): the print edition of the same build."""
    if book.pages:
        info = book.manifest.book
        version, date = (
            f"version {info.version}" if info.version else "",
            f"{book.modified:%Y-%m-%d}" if book.dated else "",
        )
        yield _meta("pageBreakSource", ", ".join(filter(None, (info.title, "print PDF", version, date))))


def _claim(claimed: Conformance) -> Iterator[Statement]:
    """The claim, who makes it, when, and on what grounds (EPUB Accessibility 1.1 §4.2): each refines the one before."""
    yield _meta("dcterms:conformsTo", claimed.standard, id="conformance")
    yield _refining("conformance", "a11y:certifiedBy", claimed.certifier, id="certifier")
    yield _refining("certifier", "dcterms:date", f"{claimed.on:%Y-%m-%d}")
    if claimed.report:
        link = {"rel": "a11y:certifierReport", "refines": "#certifier", "href": claimed.report}
        yield Statement(name="link", text="", attributes=link)


def _dc(name: str, text: str, **attributes: str) -> Statement:
    return Statement(name=f"dc:{name}", text=text, attributes=attributes)


def _meta(property: str, text: str, **attributes: str) -> Statement:
    return Statement(name="meta", text=text, attributes={"property": property, **attributes})


def _refining(of: str, property: str, text: str, **attributes: str) -> Statement:
    return _meta(property, text, refines=f"#{of}", **attributes)
