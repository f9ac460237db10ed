"""The sources that a book cites: the fields of CSL-JSON that we use, by their names (CSL 1.0.2, appendix IV)."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from publisher.source import Span

_MONTHS = "January February March April May June July August September October November December".split()
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*+)?(10\.[0-9.]++/\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (family and given) or a body (literal); the particles and the suffix are those of CSL-JSON."""

    family: str = ""
    given: str = ""
    literal: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date known to the year, the month or the day; zero is unknown."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def in_words(self) -> str:
        """24 March 2022, March 2022 or 2022."""
        month = _MONTHS[self.month - 1] if self.month else ""
        return " ".join(filter(None, (str(self.day) if month and self.day else "", month, str(self.year))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry of the list of references.

    ``fields`` holds every other text field of CSL-JSON that was given (container-title, publisher, genre …), in the
    manifest's order, for styles that use them; ``names`` and ``dates`` likewise (translator, original-date …).
    """

    key: str
    type: str
    span: Span
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    url: str = ""
    archived: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, tuple[Name, ...]], ...] = ()
    dates: tuple[tuple[str, PartialDate], ...] = ()

    def field(self, name: str) -> str:
        """The text field ``name`` of CSL-JSON, or an empty string."""
        return dict(self.fields).get(name, "")

    @property
    def address(self) -> str:
        """Where the source can be read: its address, or that of its DOI; empty if it has neither."""
        doi = _DOI.fullmatch(self.field("DOI"))
        return self.url or (f"https://doi.org/{quote(doi[1], safe='/:;()@!$&*+,=~')}" if doi else "")
