"""What a type hint asks of a value in book.yaml. The reader and the schema walk the same hints."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from publisher.model.forms import Form, Mark, Shorthand, Words
from publisher.readers.leaves import LEAVES
from publisher.source import Span

MANY_KEYS = 6

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Keys:
    """The mark of a mapping whose keys, with the hint of each, stand in a table and not in a dataclass."""

    hints: Mapping[str, object]

    def __hash__(self) -> int:
        return hash(tuple(self.hints))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that a mapping may have: the field that it fills, and what its value must be."""

    field: str
    hint: object

    @property
    def required(self) -> bool:
        return Mark.REQUIRED in unwrapped(self.hint)[1]


def unwrapped(hint: object) -> tuple[Any, tuple[object, ...]]:
    """The bare type of ``hint``, without None, and the marks that stood on it."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            bare, *more = get_args(hint)
            hint, marks = bare, (*marks, *more)
        elif type(None) in alternatives(hint):
            rest = tuple(kind for kind in alternatives(hint) if kind is not type(None))
            hint = Union[rest]
        else:
            return hint, marks


def alternatives(kind: object) -> tuple[object, ...]:
    """The members of a union; none for any other type."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else ()


def marked(marks: tuple[object, ...], kind: type[Wanted]) -> Wanted | None:
    """The one mark of this kind, if there is one."""
    return next((mark for mark in marks if isinstance(mark, kind)), None)


@cache
def keys(hint: object) -> Mapping[str, Key]:
    """The keys of a mapping by their names in the manifest; none for what is no mapping of ours."""
    kind, marks = unwrapped(hint)
    if table := marked(marks, Keys):
        return MappingProxyType({name: Key(field=name, hint=each) for name, each in table.hints.items()})
    if not is_record(kind):
        return MappingProxyType({})
    hints = get_type_hints(kind, include_extras=True)
    written = (field.name for field in fields(kind) if _is_written(hints[field.name]))
    return MappingProxyType({name.replace("_", "-"): Key(field=name, hint=hints[name]) for name in written})


def _is_written(hint: object) -> bool:
    kind, marks = unwrapped(hint)
    return kind is not Span and Mark.UNWRITTEN not in marks


def is_record(kind: object) -> bool:
    """Whether the keys of ``kind`` are the fields of a dataclass."""
    return isinstance(kind, type) and is_dataclass(kind) and kind not in LEAVES


def is_word_list(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def words(hint: object) -> tuple[str, ...]:
    """The closed list of words that ``hint`` names, if it names one."""
    kind, marks = unwrapped(hint)
    if is_word_list(kind):
        return tuple(word.value for word in kind)
    closed = marked(marks, Words)
    return closed.words if closed else ()


def fits(hint: object, text: str) -> bool:
    """Whether a text is of the form that ``hint`` names, or one of its words."""
    form, closed = marked(unwrapped(hint)[1], Form), words(hint)
    return (not closed or text in closed) and (form is None or bool(re.fullmatch(form.pattern, text)))


def wants(hint: object) -> str:
    """What the author should have written, in words."""
    kind, marks = unwrapped(hint)
    if form := marked(marks, Form) or marked(marks, Words):
        if form.wants:
            return form.wants
    if closed := words(hint):
        return f"one of {', '.join(closed)}"
    if kind in LEAVES:
        return LEAVES[kind].wants
    if several := alternatives(kind):
        return " or ".join(wants(each) for each in several)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return f"a list of entries with {wants(item)}" if is_record(unwrapped(item)[0]) else "a list"
    names = tuple(keys(hint))
    more = " …" if len(names) > MANY_KEYS else ""
    said = f"the keys {', '.join(names[:MANY_KEYS])}{more}" if names else "a group of keys"
    short = marked(marks, Shorthand)
    return f"{wants(keys(hint)[short.key].hint)} or {said}" if short else said
