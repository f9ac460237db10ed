"""The text of a .bib file → its entries as they are written, each field with its place.

Nothing recurses and no brace can swallow the file: an entry that starts at the start of a line always starts there.
Time and memory are in proportion to the text, also where abbreviations (``@string``) stand for abbreviations.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LONGEST_EXPANSION = 2_000_000  # characters in one file, from abbreviations

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ENTRY = re.compile(r"@\s*+(?P<type>[A-Za-z]++)\s*+(?P<opening>[{(])")
_NEXT = re.compile(r"^[ \t]*+@(?=\s*+[A-Za-z]++\s*+[{(])", re.MULTILINE)
_SPACE = re.compile(r"\s*+")
_KEY = re.compile(r"[^\s,{}()=#\"%]++")
_NAME = re.compile(r"[^\s,{}()=#\"%']++")
_STEP = re.compile(r"[{}\"]|\n[ \t]*+@\s*+[A-Za-z]++\s*+[{(]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a field says, as it is written; ``start`` is the index of its first character."""

    text: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry: ``type`` and the fields' names in lower case, as neither's case counts."""

    type: str
    key: str
    start: int
    end: int
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The text stops being BibTeX at ``index``."""

    index: int
    why: str
    help: str = "close every brace and quotation mark, and put a comma between two fields"


class _Stop(Exception):
    def __init__(self, index: int, why: str, **more: str) -> None:
        self.broken = Broken(index=index, why=why, **more)


def entries(text: str) -> Iterator[Entry | Broken]:
    """Each entry of ``text``, and each place where one is broken; what stands between is the author's own."""
    scan = _Scan(text)
    index = 0
    while found := _ENTRY.search(text, index):
        try:
            entry = scan.entry(found)
            index = scan.index
            if entry:
                yield entry
        except _Stop as stop:
            yield stop.broken
            following = _NEXT.search(text, found.end())
            index = following.start() if following else len(text)
        yield from scan.met
        scan.met.clear()


@dataclass(slots=True)
class _Scan:
    text: str
    index: int = 0
    expanded: int = 0
    strings: dict[str, str] = field(default_factory=lambda: {name: name for name in MONTHS})
    met: list[Broken] = field(default_factory=list)

    def entry(self, found: re.Match[str]) -> Entry | None:
        """The entry that starts here; none where it is a comment, a preamble or an abbreviation. Raises _Stop."""
        type, self.index = found["type"].lower(), found.end()
        if type == "comment":
            self._until("}", found.start(), depth=1)
            return None
        if type == "preamble":
            self._value()
        elif type == "string":
            self.strings |= {name: value.text for name, value in self._fields({}, found).items()}
            return None
        else:
            return self._entry(type, found)
        self._close(found)
        return None

    def _entry(self, type: str, found: re.Match[str]) -> Entry:
        self._skip()
        key = _KEY.match(self.text, self.index)
        if not key:
            raise _Stop(self.index, f"@{type} has no key", help="give every entry a key of its own")
        self.index = key.end()
        fields: dict[str, Value] = {}
        if self._skip() == ",":
            self.index += 1
            self._fields(fields, found)
        else:
            self._close(found)
        return Entry(type=type, key=key[0], start=found.start(), end=self.index, fields=fields)

    def _fields(self, fields: dict[str, Value], found: re.Match[str]) -> dict[str, Value]:
        """The fields up to the end of the entry; one that stands twice counts where it stands first."""
        while self._skip() not in ("}", ")", ""):
            name = _NAME.match(self.text, self.index)
            if not name:
                raise _Stop(self.index, "the name of a field is wanted here")
            start, self.index = self.index, name.end()
            if self._skip() != "=":
                raise _Stop(self.index, f"'=' is missing after '{name[0][:40]}'")
            self.index += 1
            value = self._value()
            if name[0].lower() in fields:
                why = f"the field '{name[0][:40]}' stands twice in this entry"
                self.met.append(Broken(index=start, why=why, help="keep one of them"))
            fields.setdefault(name[0].lower(), value)
            if self._skip() != ",":
                break
            self.index += 1
        self._close(found)
        return fields

    def _close(self, found: re.Match[str]) -> None:
        closing = "}" if found["opening"] == "{" else ")"
        sign = self._skip()
        if sign in ("", "@"):
            raise _Stop(found.start(), "the entry that starts here is never closed")
        if sign != closing:
            raise _Stop(self.index, f"a comma or '{closing}' is missing here")
        self.index += 1

    def _skip(self) -> str:
        """The next character that is no space."""
        space = _SPACE.match(self.text, self.index)
        self.index = space.end() if space else self.index
        return self.text[self.index : self.index + 1]

    def _value(self) -> Value:
        """A text in braces or quotation marks, a number or an abbreviation, or several joined by ``#``."""
        self._skip()
        start, pieces = self.index, [self._piece()]
        while self._skip() == "#":
            self.index += 1
            self._skip()
            pieces.append(self._piece())
        return Value(text="".join(pieces), start=start)

    def _piece(self) -> str:
        sign, start = self.text[self.index : self.index + 1], self.index
        if sign in ("{", '"'):
            self.index += 1
            return self._until("}", start, depth=1) if sign == "{" else self._until('"', start, depth=0)
        name = _NAME.match(self.text, self.index)
        if not name:
            raise _Stop(self.index, "a value is missing here")
        self.index = name.end()
        return name[0] if name[0].isdecimal() else self._abbreviation(name)

    def _abbreviation(self, name: re.Match[str]) -> str:
        value = self.strings.get(name[0].lower())
        if value is None:
            why = f"the abbreviation '{name[0][:40]}' is not defined"
            help = "put the words in braces, or define it with @string"
            self.met.append(Broken(index=name.start(), why=why, help=help))
            return name[0]
        self.expanded += len(value)
        if self.expanded > LONGEST_EXPANSION:
            raise _Stop(name.start(), "the abbreviations of this file stand for too much text", help="write it out")
        return value

    def _until(self, closing: str, start: int, *, depth: int) -> str:
        first = self.index
        for step in _STEP.finditer(self.text, self.index):
            sign = step[0]
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
            elif sign != '"':
                break
            if depth < 0:
                break
            if depth == 0 and sign == closing:
                self.index = step.end()
                return self.text[first : step.start()]
        what = "a brace" if closing == "}" else "a quotation mark"
        raise _Stop(start, f"{what} is opened here and not closed before the next entry")
