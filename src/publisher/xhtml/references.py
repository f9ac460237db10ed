"""The words of an entry in our endnote style: Author, (year) Title, Container, Publisher, Retrieved day, from address."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from publisher.model.references import Name, PartialDate, Reference
from publisher.xhtml.element import Child, element
from publisher.xhtml.inlines import is_outside, printed_address
from publisher.xhtml.layout import Layout


def entry_words(reference: Reference, layout: Layout) -> tuple[Child, ...]:
    """An entry without its number: ``Author, (year) Title, Container, Publisher, Retrieved 24 March 2022, from …``."""
    author = names(reference.authors) or names(reference.editors) or reference.field("publisher")
    year = f"({reference.issued.year})" if reference.issued else "(no date)"
    title = element("cite", reference.title) if reference.title else None
    named: list[Child] = [f"{author}, {year}"] if author else []
    if title is not None:
        named += [" ", title] if author else [title, f" {year}"]
    elif not author:
        named = [year]
    publisher = reference.field("publisher")
    parts = [reference.field("container-title"), publisher if publisher != author else "", *_volume(reference)]
    words = [*named, *(f", {part}" for part in parts if part), *_access(reference, layout)]
    return tuple(words)


def names(names: Sequence[Name]) -> str:
    """Names in one line: bodies as they are, people as family name and initials; "and" before the last."""
    shown = [name.literal or _person(name) for name in names]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _person(name: Name) -> str:
    initials = "".join(part[0] for part in name.given.replace("-", " ").split())
    return f"{name.family} {initials}".strip()


def _volume(reference: Reference) -> tuple[str, ...]:
    """What finds an article in its journal, and a document by its number."""
    volume, issue, page = (reference.field(name) for name in ("volume", "issue", "page"))
    shown = volume + (f"({issue})" if issue else "")
    doi = reference.field("DOI")
    return shown, f"pp. {page}" if page else "", f"DOI {doi}" if doi and not reference.url else ""


def day(moment: PartialDate) -> str:
    """A date in words: 24 March 2022, March 2022 or 2022."""
    if moment.month and moment.day:
        return f"{moment.day} {date(moment.year, moment.month, moment.day):%B} {moment.year}"
    return f"{date(moment.year, moment.month, 1):%B} {moment.year}" if moment.month else str(moment.year)


def day_of(date: date) -> str:
    """A day of the calendar in words: 24 March 2022."""
    return day(PartialDate(year=date.year, month=date.month, day=date.day))


def _access(reference: Reference, layout: Layout) -> tuple[Child, ...]:
    words: list[Child] = []
    if reference.accessed:
        words.append(f", Retrieved {day(reference.accessed)}")
    if is_outside(reference.url):
        lead = ", from " if reference.accessed else ", Available at "
        words += [lead, element("a", *address(reference.url, layout), class_="address", href=reference.url)]
    if is_outside(reference.archived):
        label = f"archived copy of {reference.title or 'the source'}"
        shown = (f"{label}: ", *address(reference.archived, layout)) if layout.paper else (label,)
        words += [" (", element("a", *shown, class_="address", href=reference.archived), ")"]
    return tuple(words)


def address(url: str, layout: Layout) -> tuple[Child, ...]:
    """An address to be read: whole on paper; on a screen the host and the path."""
    if layout.paper:
        return printed_address(url, "breakable")
    parts = urlsplit(url)
    return ((parts.netloc + parts.path).removeprefix("www.").rstrip("/") or url,)
