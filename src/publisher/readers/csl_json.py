"""A CSL-JSON file in, the values of CSL's variables out: the same fields that book.yaml has, by the same names."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from publisher.model.references import Name, PartialDate
from publisher.readers.csl import ARCHIVED, DATES, NAMES, TEXTS, TYPES, dated, partial_date
from publisher.readers.entries import Item, Slip
from publisher.readers.text import fit

# Keys of csl-data.json (CSL 1.0.2) of which no entry is made
_PASSED_OVER = frozenset({"id", "type", "categories", "custom", "journalAbbreviation", "shortTitle"})
_KNOWN = frozenset((*TEXTS, ARCHIVED, *NAMES, *DATES, *_PASSED_OVER))
_PARTS = frozenset({"family", "given", "literal", "dropping-particle", "non-dropping-particle", "suffix"})
_SORTING = frozenset({"comma-suffix", "static-ordering", "parse-names"})  # how programs treat a name: no words
_NAMES_WANTED = '[{"family": "Pankhurst", "given": "Emmeline"}]'
_DATE_WANTED = '{"date-parts": [[2018, 3, 29]]}'

_SPACE = re.compile(r"[ \t\n\r]*+")
_LONE = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r'"([^"\\]*+)"\s*+:\s*+')
_EXPLAINED = (
    ("Unterminated string", "a quotation mark is opened and never closed"),
    ("control character", "a line ends inside a text"),
    ("property name", "a key in double quotes is wanted here"),
    ("':' delimiter", "a colon is missing here"),
    ("',' delimiter", "a comma or a closing bracket is missing here"),
    ("Expecting value", "a value is missing here"),
)


class _Object(dict[str, Any]):
    """An object of JSON. The first of two values of one key counts, and ``twice`` names the key."""

    def __init__(self, pairs: Sequence[tuple[str, Any]]) -> None:
        super().__init__()
        for key, value in pairs:
            self.setdefault(key, value)
        counted = Counter(key for key, _ in pairs) if len(self) < len(pairs) else Counter[str]()
        self.twice = tuple(key for key, count in counted.items() if count > 1)


def _refused(word: str) -> None:
    raise ValueError(f"'{word}' is no JSON")


# Numbers stay as they are written: an edition is "3", and no number is too long to be read.
_DECODER = json.JSONDecoder(object_pairs_hook=_Object, parse_int=str, parse_float=str, parse_constant=_refused)


def items(text: str) -> Iterator[Item | Slip]:
    """Every entry of the list in ``text``, and every fault; where it stops being JSON, nothing behind is read."""
    index = _skipped(text, 0)
    if text[index : index + 1] != "[":
        yield _broken(index, "a list of entries, which starts with '[', is wanted here")
        return
    index = _skipped(text, index + 1)
    sign = "" if text[index : index + 1] == "]" else ","
    while sign == ",":
        value, end, slip = _decoded(text, index)
        if slip:
            yield slip
            return
        yield from _Meaning(value, text, index, end).said()
        index = _skipped(text, end)
        sign = text[index : index + 1]
        index = _skipped(text, index + 1) if sign == "," else index
    if text[index : index + 1] != "]":
        yield _broken(index, "a comma or the closing ']' is missing here")
    elif _skipped(text, index + 1) < len(text):
        yield _broken(_skipped(text, index + 1), "more stands after the end of the list")


def _decoded(text: str, index: int) -> tuple[object, int, Slip | None]:
    """The value that starts at ``index``, and where it ends; or why there is none."""
    try:
        return *_DECODER.raw_decode(text, index), None
    except json.JSONDecodeError as broken:
        why = next((why for said, why in _EXPLAINED if said in broken.msg), "it is broken here")
        return None, index, _broken(broken.pos, why)
    except (ValueError, RecursionError):  # NaN, or a hundred thousand brackets
        return None, index, _broken(index, "the entry that starts here cannot be read")


def _skipped(text: str, index: int) -> int:
    space = _SPACE.match(text, index)
    return space.end() if space else index


def _broken(index: int, why: str) -> Slip:
    return Slip(index=index, message=f"This is not JSON: {why}", help="export the file again, or correct it here")


class _Meaning:
    """What one entry, which stands in ``text`` from ``start`` to ``end``, says."""

    def __init__(self, value: object, text: str, start: int, end: int) -> None:
        self.value, self.text, self.start, self.end = value, text, start, end
        self.slips: list[Slip] = []

    def said(self) -> Iterator[Item | Slip]:
        value = self.value
        if not isinstance(value, _Object):
            yield Slip(index=self.start, message="An entry is an object in braces", help='write {"id": …}')
            return
        for name in value.twice:
            self._slip(name, f"The field '{_cut(name)}' stands twice in this entry", "keep one of them")
        values: dict[str, object] = {"type": self._type(value)}
        values |= {name: meant for name, given in value.items() if (meant := self._meant(name, given))}
        key = _text(value.get("id")) or _text(value.get("citation-key"))
        starts = {name: self._start(name) for name in values}
        yield Item(key=key, values=values, start=self.start, end=self.end, starts=starts)
        yield from self.slips

    def _type(self, value: Mapping[str, object]) -> str:
        type = _text(value.get("type")) or "document"
        if type not in TYPES:
            help = "write a CSL type such as report, book or webpage"
            self._slip("type", f"Unknown type '{_cut(type)}'", help)
            return "document"
        return type

    def _meant(self, name: str, given: object) -> object:
        """The value of a field in our types; None where there is none to keep."""
        if name in _PASSED_OVER or given in (None, "", []):
            return None
        if name not in _KNOWN:
            meant = _LIKE.get(_plain(name))
            self._slip(name, f"Unknown field '{_cut(name)}'", f"did you mean '{meant}'?" if meant else "remove it")
            return None
        if name in NAMES:
            return self._wanted(name, _names(given), _NAMES_WANTED)
        if name in DATES:
            return self._wanted(name, _date(given), _DATE_WANTED)
        return self._wanted(name, _text(given), "a text")

    def _wanted(self, name: str, meant: object, wants: str) -> object:
        if not meant:
            self._slip(name, f"'{name}' wants {wants}", "write as much of it as is known, or leave it out")
        return meant

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        starts: dict[str, int] = {}
        for found in _FIELD.finditer(self.text, self.start, self.end):
            starts.setdefault(found[1], found.end())
        return starts

    def _start(self, name: str) -> int:
        """Where the value of a field stands; the start of the entry where its key is written with escapes."""
        return self._starts.get(name, self.start)

    def _slip(self, name: str, message: str, help: str) -> None:
        self.slips.append(Slip(index=self._start(name), message=message, help=help))


def _cut(text: str) -> str:
    return _text(text[:40])


def _plain(name: str) -> str:
    return re.sub("[-_ ]", "", name.lower())


_LIKE = {_plain(name): name for name in sorted(_KNOWN - _PASSED_OVER)}


def _text(given: object) -> str:
    """A text on one line; half a surrogate pair, which JSON can write, is no character."""
    return " ".join(fit(_LONE.sub("\ufffd", given)).split()) if isinstance(given, str) else ""


def _names(given: object) -> tuple[Name, ...]:
    """The names of a list; none where one of them is none."""
    each = [_name(one) for one in given] if isinstance(given, list) else []
    return tuple(name for name in each if name) if all(each) else ()


def _name(given: object) -> Name | None:
    if not isinstance(given, dict):
        return None
    parts = {part: _text(said) for part, said in given.items() if part not in _SORTING}
    if not parts.keys() <= _PARTS or not any(parts.values()):
        return None
    return Name(**{part.replace("-", "_"): said for part, said in parts.items()})


def _date(given: object) -> PartialDate | None:
    """One date, as a text or in parts; a span of time or a guess is none."""
    match given:
        case str(text):
            return partial_date(text)
        case {"raw": str(text), **more} if not more:
            return partial_date(text)
        case {"date-parts": [[*parts]], **more} if not more:
            numbers = [int(part) for part in parts if isinstance(part, str) and re.fullmatch("[0-9]{1,4}", part)]
            return dated(*numbers) if len(parts) == len(numbers) in (1, 2, 3) and all(numbers) else None
    return None
