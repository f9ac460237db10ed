"""Attributes in braces, as Pandoc writes them: {#id .class key=value key="two words"}."""

import re
from dataclasses import dataclass

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import Reading
from publisher.readers.syntax.marks import unmarked
from publisher.source import Span

_ITEM = r'(?:[#.][^\s{}"=]+|[\w-]+=(?:"[^"]*"|“[^”]*”|[^\s{}"]+)|-)'
BRACES = re.compile(r"\{\s*:?\s*(" + _ITEM + r"(?:\s+" + _ITEM + r")*)?\s*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What stood between two braces; ``values`` in the order in which they were written."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """The value of the key ``name``, or an empty string."""
        return dict(self.values).get(name, "")


def attributes(braces: str) -> Attributes | None:
    """The attributes in a whole ``{…}``, or None where it is not well formed."""
    match = BRACES.fullmatch(unmarked(braces).strip())
    if not match:
        return None
    items = re.findall(_ITEM, match.group(1) or "")
    pairs = (item.partition("=") for item in items if item[0] not in "#." and "=" in item)
    return Attributes(
        id=next((item[1:] for item in items if item.startswith("#")), ""),
        classes=tuple(item[1:] for item in items if item.startswith(".")),
        values=tuple((name, value.strip('"“”')) for name, _, value in pairs),
    )


def vouch(reading: Reading, given: Attributes, at: Span, what: str, known: tuple[str, ...] = ()) -> None:
    """Every key of ``given`` is one of those ``known`` for ``what`` it belongs to, or is a finding: nobody reads it."""
    for name, _ in given.values:
        if name not in known and not (name == "dir" and "lang" in known):  # the direction is the language's
            help = f"write one of {', '.join(known)}" if known else "leave it out"
            reading.fault(FaultKind.UNSUPPORTED, at, f"{what} has no '{name}'", help)
