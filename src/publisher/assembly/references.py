"""The words of an entry in our endnote style (manuscript.md, section 3)."""

import re
from collections.abc import Iterator, Sequence

from publisher.model.inlines import Inline, Link, Phrase, Text
from publisher.model.references import Name, Reference
from publisher.model.roles import PhraseKind

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47: some lists say "English"


def words(reference: Reference) -> tuple[Inline, ...]:
    """An entry without its number: ``Author, (year) Title, Container, Publisher, Retrieved 24 March 2022, from …``."""
    span = reference.span
    pieces: tuple[str | Inline, ...] = (*_named(reference), *_found_in(reference), *_read_at(reference))
    return tuple(Text(text=piece, span=span) if isinstance(piece, str) else piece for piece in pieces if piece)


def names(names: Sequence[Name]) -> str:
    """Names in one line: bodies as they are, people as family name and initials; "and" before the last."""
    shown = [name.literal or _person(name) for name in names]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _person(name: Name) -> str:
    """A particle stands before the family name that it belongs to: "van Gogh V", "King ML Jr"."""
    initials = "".join(part[0] for part in name.given.replace("-", " ").split())
    parts = (name.dropping_particle, name.non_dropping_particle, name.family, initials, name.suffix)
    return " ".join(filter(None, parts))


def _named(reference: Reference) -> Iterator[str | Inline]:
    """Who, when and what; a source that nobody answers for begins with its title."""
    author = _author(reference)
    year = f"({reference.issued.year})" if reference.issued else "(no date)"
    title = Text(text=reference.title, span=reference.span)
    language = reference.field("language")
    known = language if _LANGUAGE.fullmatch(language) else ""
    cited = Phrase(kind=PhraseKind.CITED_WORK, content=(title,), span=reference.span, language=known)
    if author:
        yield f"{author}, {year} " if reference.title else f"{author}, {year}"
    if reference.title:
        yield cited
    if not author:
        yield f" {year}" if reference.title else year


def _author(reference: Reference) -> str:
    return names(reference.authors) or names(reference.editors) or reference.field("publisher")


def _found_in(reference: Reference) -> Iterator[str]:
    """What finds an article in its journal, and a document by its number."""
    volume, issue, page = (reference.field(name) for name in ("volume", "issue", "page"))
    publisher = reference.field("publisher")
    parts = (
        reference.field("container-title"),
        publisher if publisher != _author(reference) else "",
        volume + (f"({issue})" if issue else ""),
        f"pp. {page}" if page else "",
    )
    yield "".join(f", {part}" for part in parts if part)


def _read_at(reference: Reference) -> Iterator[str | Inline]:
    """The day and the address. A link whose words are its own address is an address to be read."""
    address = reference.address
    retrieved = f", Retrieved {reference.accessed.in_words}" if reference.accessed else ""
    yield f"{retrieved}, from " if retrieved and address else ", Available at " if address else retrieved
    if address:
        yield _link(address, address, reference)


def kept_copy(reference: Reference) -> tuple[Inline, ...]:
    """What leads to the archived copy, where there is one."""
    if not reference.archived:
        return ()
    link = _link(reference.archived, f"archived copy of {reference.title or 'the source'}", reference)
    return Text(text=" (", span=reference.span), link, Text(text=")", span=reference.span)


def _link(href: str, words: str, reference: Reference) -> Link:
    return Link(href=href, content=(Text(text=words, span=reference.span),), span=reference.span)
