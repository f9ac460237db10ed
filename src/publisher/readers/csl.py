"""The names of CSL 1.0.2: types of sources, and the variables that an entry of the list of references may have."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, TypeVar, cast

from publisher.model.forms import Words
from publisher.model.references import Name, PartialDate, Reference
from publisher.source import Span

# CSL 1.0.2, appendix III
TYPES = tuple(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()
)

# CSL 1.0.2, appendix IV; numbers are texts here, for "12-15" and "3rd" are numbers to CSL
TEXTS = tuple(
    """
    abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
    citation-key citation-label citation-number collection-number collection-title container-title
    container-title-short dimensions division DOI edition event event-place event-title first-reference-note-number
    genre ISBN ISSN issue jurisdiction keyword language license locator medium note number number-of-pages
    number-of-volumes original-publisher original-publisher-place original-title page page-first part-number part-title
    PMCID PMID printing-number publisher publisher-place references reviewed-genre reviewed-title scale section source
    status supplement-number title title-short URL version volume volume-title volume-title-short year-suffix
    """.split()
)
NAMES = tuple(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator
    """.split()
)
DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")

ARCHIVED = "archived"  # ours: the address of a kept copy

VARIABLES: Mapping[str, object] = MappingProxyType(
    {
        "type": Annotated[str, Words(TYPES, wants="a CSL type such as report, book or webpage")],
        **dict.fromkeys((*TEXTS, ARCHIVED), str),
        **dict.fromkeys(NAMES, tuple[Name, ...]),
        **dict.fromkeys(DATES, PartialDate),
    }
)

_OWN_FIELD = frozenset({"type", "title", "URL", ARCHIVED, "author", "editor", "issued", "accessed"})
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

Value = TypeVar("Value")


def reference(key: str, values: Mapping[str, object], span: Span) -> Reference:
    """The entry ``key``, from values of the types in ``VARIABLES``, in the order in which they were given."""
    return Reference(
        key=key,
        span=span,
        type=_first(values, "type", "document"),
        title=_first(values, "title", ""),
        authors=_first(values, "author", ()),
        editors=_first(values, "editor", ()),
        issued=_first(values, "issued", None),
        accessed=_first(values, "accessed", None),
        url=_first(values, "URL", ""),
        archived=_first(values, ARCHIVED, ""),
        fields=_others(values, TEXTS),
        names=_others(values, NAMES),
        dates=_others(values, DATES),
    )


def partial_date(text: str) -> PartialDate | None:
    """The date written as 2018, 2018-03 or 2018-03-29, or None where ``text`` is none or there is no such day."""
    written = _WRITTEN.fullmatch(text)
    return dated(*(int(part) for part in written.groups() if part)) if written else None


def dated(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """The date of these numbers, zero for unknown; None where the calendar has no such day."""
    if day and not month:
        return None
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    return PartialDate(year=year, month=month, day=day)


def _first(values: Mapping[str, object], name: str, default: Value) -> Value:
    return cast(Value, values.get(name, default))


def _others(values: Mapping[str, object], names: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    others = (name for name in values if name in names and name not in _OWN_FIELD)
    return tuple((name, cast(Value, values[name])) for name in others)
