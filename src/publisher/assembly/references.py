"""The words of an entry in our endnote style (manuscript.md, section 3)."""

import re
from collections.abc import Iterator, Sequence

from publisher.model.inlines import Inline, Link, Passage, Phrase, Text
from publisher.model.locale import date_in_words, in_words, words_language
from publisher.model.references import Name, PartialDate, Reference
from publisher.model.roles import PhraseKind

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47: some lists say "English"


def words(reference: Reference, *, language: str = "en") -> tuple[Inline, ...]:
    """An entry without its number: ``Author, (year) Title, Container, Publisher, Retrieved 24 March 2022, from …``.

    Words of ours are in ``language``, or in English, and say so.
    """
    span = reference.span
    pieces: tuple[str | Inline, ...] = (
        *_named(reference, language),
        *_found_in(reference, language),
        *_read_at(reference, language),
    )
    return tuple(Text(text=piece, span=span) if isinstance(piece, str) else piece for piece in pieces if piece)


def names(names: Sequence[Name], language: str) -> str:
    """Names in one line: bodies as they are, people as family name and initials; "and" before the last."""
    shown = [name.literal or _person(name) for name in names]
    before = ", ".join(shown[:-1])
    return in_words(language, "{} and {}", before, shown[-1]) if before else "".join(shown)


def _person(name: Name) -> str:
    """A particle stands before the family name that it belongs to: "van Gogh V", "King ML Jr"."""
    initials = "".join(part[0] for part in name.given.replace("-", " ").split())
    parts = (name.dropping_particle, name.non_dropping_particle, name.family, initials, name.suffix)
    return " ".join(filter(None, parts))


def _named(reference: Reference, language: str) -> Iterator[str | Inline]:
    """Who, when and what; a source that nobody answers for begins with its title."""
    author = _author(reference, language)
    year = f"({reference.issued.year if reference.issued else in_words(language, 'no date')})"
    title = Text(text=reference.title, span=reference.span)
    stated = reference.field("language")
    known = stated if _LANGUAGE.fullmatch(stated) else ""
    cited = Phrase(kind=PhraseKind.CITED_WORK, content=(title,), span=reference.span, language=known)
    if author:
        yield f"{author}, {year} " if reference.title else f"{author}, {year}"
    if reference.title:
        yield cited
    if not author:
        yield f" {year}" if reference.title else year


def _author(reference: Reference, language: str) -> str:
    return names(reference.authors, language) or names(reference.editors, language) or reference.field("publisher")


def _found_in(reference: Reference, language: str) -> Iterator[str]:
    """What finds an article in its journal, and a document by its number."""
    volume, issue, page = (reference.field(name) for name in ("volume", "issue", "page"))
    publisher = reference.field("publisher")
    parts = (
        reference.field("container-title"),
        publisher if publisher != _author(reference, language) else "",
        volume + (f"({issue})" if issue else ""),
        in_words(language, "pp. {}", page) if page else "",
    )
    yield "".join(f", {part}" for part in parts if part)


def _read_at(reference: Reference, language: str) -> Iterator[Inline]:
    """The day and the address. A link whose words are its own address is an address to be read."""
    address, day = reference.address, reference.accessed
    retrieved = in_words(language, "Retrieved {}", _day(day, language)) if day else ""
    found = in_words(language, "from" if day else "Available at") if address else ""
    said = "".join(f", {part}" for part in (retrieved, found) if part)
    if said:
        yield _ours(f"{said} " if address else said, language, reference)
    if address:
        yield _link(address, address, reference)


def _day(day: PartialDate, language: str) -> str:
    return date_in_words(language, day.year, day.month, day.day)


def _ours(said: str, language: str, reference: Reference) -> Inline:
    """Words of ours, which say their language where it is not the book's."""
    text = Text(text=said, span=reference.span)
    ours = words_language(language)
    return text if ours == language else Passage(content=(text,), span=reference.span, language=ours)


def kept_copy(reference: Reference, *, language: str = "en") -> tuple[Inline, ...]:
    """What leads to the archived copy, where there is one."""
    if not reference.archived:
        return ()
    named = in_words(language, "archived copy of {}", reference.title or in_words(language, "the source"))
    link = _link(reference.archived, named, reference)
    return Text(text=" (", span=reference.span), link, Text(text=")", span=reference.span)


def _link(href: str, words: str, reference: Reference) -> Link:
    return Link(href=href, content=(Text(text=words, span=reference.span),), span=reference.span)
