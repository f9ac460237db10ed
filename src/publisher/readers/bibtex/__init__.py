"""A .bib file in, the values of CSL's variables out. BibTeX's and BibLaTeX's fields are read, others passed over.

To BibTeX a field that it does not know is the author's own (BibTeXing, §3.2): that is no fault.
"""

import re
from collections.abc import Iterator, Mapping

from publisher.model.references import PartialDate
from publisher.readers.bibtex.fields import GENRES, ISSUED_IN_NUMBERS, NAMES, TEXTS, TYPES, VERBATIM
from publisher.readers.bibtex.latex import decoded, verbatim
from publisher.readers.bibtex.names import names
from publisher.readers.bibtex.scanner import MONTHS, Broken, Entry, Value, entries
from publisher.readers.csl import dated, partial_date
from publisher.readers.entries import Item, Slip

LONGEST_INHERITED = 5_000_000  # characters in one file, by crossref

_ADDRESS = re.compile(r"\\url\s*\{[^{}]*\}|https?://\S+")
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)


def items(text: str) -> Iterator[Item | Slip]:
    """Every entry of a .bib file, and every fault that was met in it."""
    read = tuple(entries(text))
    by_key = {each.key.lower(): each for each in read if isinstance(each, Entry)}
    left = LONGEST_INHERITED
    for each in read:
        if isinstance(each, Broken):
            yield Slip(index=each.index, message=f"This is not BibTeX: {each.why}", help=each.help)
            continue
        named = each.fields.get("crossref")
        parent = by_key.get(named.text.strip().lower()) if named else None
        if named and (left < 0 or not parent):
            message = f"crossref names '{named.text[:40]}', which is not in this file"
            if parent:
                message = "The crossrefs of this file stand for too much text"
            yield Slip(index=named.start, message=message, help="correct the key, or write the fields out")
        fields = _inherited(parent) if parent and left >= 0 else {}
        left -= sum(len(value.text) + 1 for value in fields.values())
        yield from _Meaning(each, {**fields, **each.fields}).item()


def _inherited(parent: Entry) -> Mapping[str, Value]:
    """The fields that an entry has from the one that it names: its title is that of the book (BibTeXing, §3.1)."""
    fields = dict(parent.fields)
    title = fields.pop("title", None)
    return {"booktitle": title, **fields} if title else fields


class _Meaning:
    """What one entry says in its ``fields``."""

    def __init__(self, entry: Entry, fields: Mapping[str, Value]) -> None:
        self.entry, self.fields = entry, fields
        self.slips: list[Slip] = []
        self.starts: dict[str, int] = {}

    def item(self) -> Iterator[Item | Slip]:
        values: dict[str, object] = {"type": self._type(), **self._title()}
        for written, value in self.fields.items():
            for name, meant in self._meant(written, value):
                if meant and name not in values:
                    values[name] = meant
                    self.starts.setdefault(name, value.start)
        values |= self._dates()
        if self.entry.type in GENRES:
            values.setdefault("genre", GENRES[self.entry.type])
        if values["type"] == "document" and "URL" in values:
            values["type"] = "webpage"
        yield Item(key=self.entry.key, values=values, start=self.entry.start, end=self.entry.end, starts=self.starts)
        yield from self.slips

    def _type(self) -> str:
        known = TYPES.get(self.entry.type)
        if known is None:
            self._slip(self.entry.start, f"Unknown type '@{self.entry.type}'", "write @misc, or the type that is meant")
        return known or "document"

    def _title(self) -> Mapping[str, str]:
        parts = [self.fields[name] for name in ("title", "subtitle") if name in self.fields]
        if not parts:
            return {}
        self.starts["title"] = parts[0].start
        return {"title": ": ".join(filter(None, map(self._text, parts)))}

    def _meant(self, written: str, value: Value) -> Iterator[tuple[str, object]]:
        """The variable of CSL that a field gives, with its value."""
        if written in NAMES:
            self._text(value)
            yield NAMES[written], names(value.text)
        elif written in VERBATIM:
            plain = verbatim(value.text)
            yield VERBATIM[written], _DOI.sub("", plain) if written == "doi" else plain
        elif written == "howpublished":
            address = _ADDRESS.search(value.text)
            yield ("URL", verbatim(address[0])) if address else ("medium", self._text(value))
        elif written == "number":
            yield "issue" if self.entry.type in ISSUED_IN_NUMBERS else "number", self._text(value)
        elif written == "pages":
            yield "page", re.sub(" ?[-–]++ ?", "–", self._text(value))
        elif written in TEXTS:
            yield TEXTS[written], self._text(value)

    def _dates(self) -> Mapping[str, PartialDate]:
        found = {"issued": self._date("date") or self._year(), "accessed": self._date("urldate")}
        return {name: date for name, date in found.items() if date}

    def _date(self, name: str) -> PartialDate | None:
        value = self.fields.get(name)
        return self._dated(name, value, partial_date(decoded(value.text)[0])) if value else None

    def _year(self) -> PartialDate | None:
        value = self.fields.get("year")
        if not value:
            return None
        year = partial_date(decoded(value.text)[0])
        month, day = (_number(self.fields.get(name)) for name in ("month", "day"))
        return self._dated("year", value, year and (dated(year.year, month, day if month else 0) or year))

    def _dated(self, name: str, value: Value, date: PartialDate | None) -> PartialDate | None:
        if date:
            self.starts["accessed" if name == "urldate" else "issued"] = value.start
        else:
            message = f"'{name}' is '{value.text[:40]}', wants a date such as 2018, 2018-03 or 2018-03-29"
            self._slip(value.start, message, "write as much of the date as is known, or leave it out")
        return date

    def _text(self, value: Value) -> str:
        text, left = decoded(value.text)
        if left:
            message = f"LaTeX is left over: '{left[0][:40]}'"
            self._slip(value.start, message, "write the characters themselves")
        return text

    def _slip(self, index: int, message: str, help: str) -> None:
        self.slips.append(Slip(index=index, message=message, help=help))


def _number(value: Value | None) -> int:
    """A month or a day by its number or its name; zero where it is none."""
    text = decoded(value.text)[0].lower() if value else ""
    if text.isdecimal():
        return int(text[:2])
    return MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else 0
