"""A reference as citeproc knows it. What it does not know it is not told."""

from citeproc import VARIABLES
from citeproc.source import Date
from citeproc.source import Name as CslName
from citeproc.source import Reference as CslReference
from citeproc.string import MixedString, String

from publisher.model.references import Name, PartialDate, Reference
from publisher.readers.citation_style.markup import bare


def item(reference: Reference, *, letter: str = "") -> CslReference:
    """The reference with a ``letter`` behind the year in which it came out."""
    people = (("author", reference.authors), ("editor", reference.editors), *reference.names)
    moments = (("issued", reference.issued), ("accessed", reference.accessed), *reference.dates)
    values = {
        **{name: _text(text) for name, text in (("title", reference.title), ("URL", reference.url), *reference.fields)},
        **{name: [_name(person) for person in persons] for name, persons in people if persons},
        **{name: _date(moment, letter if name == "issued" else "") for name, moment in moments if moment},
    }
    known = {name.replace("-", "_"): value for name, value in values.items() if value}
    if "language" in known:
        known["language"] = reference.field("language")
    return CslReference("it", reference.type, **{name: value for name, value in known.items() if name in VARIABLES})


def _text(text: str) -> MixedString:
    return MixedString([String(bare(text))] if text else [])


def _name(name: Name) -> CslName:
    if name.literal:
        return CslName(literal=bare(name.literal))
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return CslName(**{part: bare(text) for part, text in parts.items() if text})


def _date(moment: PartialDate, letter: str) -> Date:
    known = {"year": moment.year, "month": moment.month, "day": moment.day}
    date = Date(**{name: number for name, number in known.items() if number})
    date["year"] = year = _Year(moment.year)
    year.letter = letter
    return date


class _Year(int):
    """A year that is printed with its letter."""

    letter = ""

    def __abs__(self) -> "_Year":
        return self

    def __str__(self) -> str:
        return f"{int(self)}{self.letter}"
