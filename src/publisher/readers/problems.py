"""What a value of book.yaml got wrong, in the author's words."""

from dataclasses import dataclass
from difflib import get_close_matches

from publisher.model.faults import FaultKind
from publisher.model.references import Name
from publisher.readers import yaml
from publisher.readers.hints import keys, unwrapped, wants, words
from publisher.readers.leaves import LEAVES
from publisher.source import Span

Path = tuple[str, ...]

LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault and the path of its key; for an unknown key, ``known`` names the keys that may stand there."""

    kind: FaultKind
    path: Path
    span: Span
    message: str
    help: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value in its place: ``key`` is where its key stands, or the value itself in a list."""

    node: yaml.Node
    path: Path
    key: Span

    @property
    def name(self) -> str:
        """How the author calls it: its key, or the key of the list that it stands in."""
        named = [step for step in self.path if not step.isdecimal()]
        return cut(named[-1]) if named else "book.yaml"

    @property
    def is_null(self) -> bool:
        return isinstance(self.node, yaml.Scalar) and self.node.is_null

    @property
    def is_empty(self) -> bool:
        match self.node:
            case yaml.Scalar(text=text):
                return self.is_null or not text.strip()
            case yaml.Sequence(items=items):
                return not items
        return False

    @property
    def span(self) -> Span:
        """Where a finding about the value points: at the value, or at the key where there is none."""
        return self.key if self.is_null else self.node.span


def missing(path: Path, span: Span) -> Problem:
    """The key at ``path`` must be there, with a value."""
    message, help = f"'{cut(path[-1])}' is required", f"Add '{cut(path[-1])}' with its value"
    return Problem(kind=FaultKind.MISSING_FIELD, path=path, span=span, message=message, help=help)


def unknown(given: Given, known: tuple[str, ...]) -> Problem:
    """The key means nothing where it stands."""
    message = f"Unknown key '{given.name}'"
    return Problem(kind=FaultKind.UNKNOWN_KEY, path=given.path, span=given.key, message=message, known=known)


def wrong(hint: object, given: Given) -> Problem:
    """The value is not what ``hint`` asks for."""
    message = f"'{given.name}' is {_said(given)}, wants {wants(hint)}"
    help = _advice(hint, given)
    return Problem(kind=FaultKind.WRONG_VALUE, path=given.path, span=given.span, message=message, help=help)


def wrong_key(hint: object, given: Given) -> Problem:
    """The key is the author's own to choose, but not of these letters."""
    message = f"'{given.name}' cannot be a key, wants {wants(hint)}"
    help = "Rename it, here and wherever it is used"
    return Problem(kind=FaultKind.WRONG_VALUE, path=given.path, span=given.key, message=message, help=help)


def cut(text: str) -> str:
    """The text on one line, short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"


def _said(given: Given) -> str:
    match given.node:
        case yaml.Scalar(text=text):
            return "empty" if given.is_null else f"'{cut(text)}'"
        case yaml.Sequence():
            return "a list"
        case yaml.Mapping():
            return "a group of keys"


def _advice(hint: object, given: Given) -> str:
    if given.is_null:
        return f"Give '{given.name}' a value, or remove it"
    text = given.node.text if isinstance(given.node, yaml.Scalar) else ""
    if close := get_close_matches(text.lower(), words(hint), n=1):
        return f"Did you mean '{close[0]}'?"
    kind = unwrapped(hint)[0]
    if kind in (Name, tuple[Name, ...]):
        return "Write [{family: Pankhurst, given: Emmeline}], or [{literal: …}] for a body"
    if known := tuple(keys(hint)):
        return f"Write {wants(hint)}, as in `{{{known[0]}: …}}`"
    return LEAVES[kind].help if kind in LEAVES and LEAVES[kind].help else f"Write {wants(hint)}"
