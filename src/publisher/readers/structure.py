"""A tree of nodes → values of the types that hints ask for. Reading goes on past every fault and reports them all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any, get_args, get_origin

from publisher.model.forms import Form, Mark, Needed, OrFile, Shorthand
from publisher.readers import yaml
from publisher.readers.hints import Key, Keys, alternatives, is_record, is_word_list, keys, marked, unwrapped, words
from publisher.readers.leaves import LEAVES
from publisher.readers.problems import Given, Problem, missing, unknown, wrong, wrong_key


class Absent(Enum):
    """What a faulty value leaves behind: the field keeps its default."""

    ABSENT = "absent"


def read(hint: object, given: Given, problems: list[Problem]) -> Any:
    """The value that ``hint`` asks for, or Absent; every fault on the way is added to ``problems``."""
    kind, marks = unwrapped(hint)
    node = given.node
    if given.is_null and Mark.BLANK in marks:
        return kind() if is_record(kind) else Absent.ABSENT
    if given.is_null or not has_shape(hint, node):
        return _wrong(hint, given, problems)
    if kind in LEAVES or is_word_list(kind):
        return _leaf(hint, given, problems)
    if alternatives(kind):
        return _either(hint, given, problems)
    if get_origin(kind) is tuple:
        return _list(hint, given, problems)
    if not isinstance(node, yaml.Mapping):
        return _short(hint, given, problems)
    if marked(marks, Keys):
        return MappingProxyType(_fields(hint, node, given, problems))
    if is_record(kind):
        places = {"span": node.span} if "span" in kind.__dataclass_fields__ else {}
        return kind(**_fields(hint, node, given, problems), **places)
    return _entries(hint, node, given, problems)


def has_shape(hint: object, node: yaml.Node) -> bool:
    """Whether a node of this shape (a text, a list, a group of keys) can be what ``hint`` asks for."""
    kind, marks = unwrapped(hint)
    if each := alternatives(kind):
        return any(has_shape(one, node) for one in each)
    if (short := marked(marks, Shorthand)) and not isinstance(node, yaml.Mapping):
        return has_shape(keys(hint)[short.key].hint, node)
    match node:
        case yaml.Scalar():
            return kind in LEAVES or is_word_list(kind) or Mark.SINGLE in marks
        case yaml.Sequence():
            return get_origin(kind) is tuple
        case yaml.Mapping():
            return LEAVES[kind].read(node) is not None if kind in LEAVES else get_origin(kind) is not tuple


def _wrong(hint: object, given: Given, problems: list[Problem]) -> Absent:
    problems.append(wrong(hint, given))
    return Absent.ABSENT


def _leaf(hint: object, given: Given, problems: list[Problem]) -> Any:
    kind, marks = unwrapped(hint)
    closed, form = words(hint), marked(marks, Form)
    value = LEAVES[kind if kind in LEAVES else str].read(given.node)
    fits = (not closed or value in closed) and (not form or re.fullmatch(form.pattern, str(value)))
    if value is None or not fits:
        return _wrong(hint, given, problems)
    return value if kind in LEAVES else kind(value)


def _either(hint: object, given: Given, problems: list[Problem]) -> Any:
    """The alternative that the value looks most like: by its shape, then by the keys that it has."""
    fitting = [each for each in alternatives(unwrapped(hint)[0]) if has_shape(each, given.node)]
    own = {key.text for key, _ in given.node.entries} if isinstance(given.node, yaml.Mapping) else set()
    return read(max(fitting, key=lambda each: len(own & keys(each).keys())), given, problems)


def _list(hint: object, given: Given, problems: list[Problem]) -> Any:
    item = get_args(unwrapped(hint)[0])[0]
    nodes = given.node.items if isinstance(given.node, yaml.Sequence) else (given.node,)
    each = (Given(node=node, path=(*given.path, str(n)), key=node.span) for n, node in enumerate(nodes))
    values = [read(item, one, problems) for one in each]
    return tuple(value for value in values if value is not Absent.ABSENT)


def _short(hint: object, given: Given, problems: list[Problem]) -> Any:
    """A mapping of which only the value of one key was written."""
    kind, marks = unwrapped(hint)
    short = marked(marks, Shorthand)
    assert short is not None, "has_shape lets nothing else through"
    key = keys(hint)[short.key]
    if key.required and given.is_empty:
        return _wrong(hint, given, problems)
    value = read(key.hint, given, problems)
    return value if value is Absent.ABSENT else kind(**{key.field: value})


def _entries(hint: object, node: yaml.Mapping, given: Given, problems: list[Problem]) -> Mapping[str, Any]:
    """A mapping whose keys are the author's own; an entry that cannot be read keeps its name and has its defaults."""
    name, entry = get_args(unwrapped(hint)[0])
    form = marked(unwrapped(name)[1], Form)
    bare = unwrapped(entry)[0]
    values: dict[str, Any] = {}
    for key, value in node.entries:
        inner = Given(node=value, path=(*given.path, key.text), key=key.span)
        if form and not re.fullmatch(form.pattern, key.text):
            problems.append(wrong_key(name, inner))
            continue
        got = read(entry, inner, problems)
        values[key.text] = (bare() if is_record(bare) else MappingProxyType({})) if got is Absent.ABSENT else got
    return MappingProxyType(values)


def _fields(hint: object, node: yaml.Mapping, given: Given, problems: list[Problem]) -> dict[str, Any]:
    """The values of the keys that are known and well written, by field."""
    known = keys(hint)
    values: dict[str, Any] = {}
    for key, value in node.entries:
        inner = Given(node=value, path=(*given.path, key.text), key=key.span)
        if key.text not in known:
            problems.append(unknown(inner, tuple(known)))
        elif known[key.text].required and inner.is_empty:
            problems.append(missing(inner.path, inner.span))
        else:
            values.update(_field(known[key.text], inner, problems))
    there = {key.text for key, _ in node.entries}
    lacking = (name for name, key in known.items() if key.required and name not in there)
    problems.extend(missing((*given.path, name), given.key) for name in lacking)
    return values


def _field(key: Key, given: Given, problems: list[Problem]) -> dict[str, Any]:
    if marked(unwrapped(key.hint)[1], OrFile) and isinstance(given.node, yaml.Mapping):
        return {f"{key.field}_file": read(_Elsewhere, given, problems).file}
    value = read(key.hint, given, problems)
    return {} if value is Absent.ABSENT else {key.field: value}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Elsewhere:
    """A value that is the contents of a file."""

    file: Needed[str] = ""
