"""The JSON Schema of book.yaml, from the hints that the reader obeys: neither can know a key that the other does not.

An editor checks against it while the author types; ``publisher schema`` prints it.
"""

import re
from collections.abc import Mapping
from inspect import cleandoc
from types import MappingProxyType
from typing import Any, get_args, get_origin

from publisher.model.forms import Form, Mark, Needed, OrFile, Shorthand
from publisher.readers.hints import Key, Keys, alternatives, is_record, keys, marked, unwrapped, words
from publisher.readers.leaves import LEAVES
from publisher.readers.written import WrittenManifest

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Mapping[str, object]:
    """The schema of the whole manifest, JSON Schema draft 2020-12."""
    definitions: dict[str, Schema] = {}
    root = _schema(WrittenManifest, definitions)
    return MappingProxyType({"$schema": DIALECT, "title": "book.yaml", **root, "$defs": definitions})


def _schema(hint: object, definitions: dict[str, Schema]) -> Schema:
    """What ``hint`` asks for; a dataclass is defined once and referred to."""
    kind, marks = unwrapped(hint)
    schema = _bare(hint, definitions)
    if short := marked(marks, Shorthand):
        schema = {"anyOf": [_schema(keys(hint)[short.key].hint, definitions), schema]}
    if Mark.SINGLE in marks:
        schema = {"anyOf": [_schema(get_args(kind)[0], definitions), schema]}
    if marked(marks, OrFile):
        schema = {"anyOf": [schema, _object({"file": Key(field="file", hint=Needed[str])}, definitions)]}
    if Mark.BLANK in marks:
        schema = {"anyOf": [{"type": "null"}, schema]}
    return _filled(schema) if Mark.REQUIRED in marks else schema


def _bare(hint: object, definitions: dict[str, Schema]) -> Schema:
    kind, marks = unwrapped(hint)
    if closed := words(hint):
        return {"enum": list(closed)}
    if form := marked(marks, Form):
        return _form(form)
    if kind in LEAVES:
        return dict(LEAVES[kind].schema)
    if each := alternatives(kind):
        return {"anyOf": [_schema(one, definitions) for one in each]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if is_record(kind):
        return _referred(kind, definitions)
    if marked(marks, Keys):
        return _object(keys(hint), definitions)
    name, entry = get_args(kind)
    names, entries = _bare(name, definitions), _schema(entry, definitions)
    return {"type": "object", "propertyNames": names, "additionalProperties": entries}


def _filled(schema: Schema) -> Schema:
    """The same, but not empty: JSON Schema applies each word to the values that it can be true of."""
    if "string" in schema.get("type", ()):
        return {"pattern": r"\S"} | schema
    return schema | {"minItems": 1} if schema.get("type") == "array" or "anyOf" in schema else schema


def _form(form: Form) -> Schema:
    """Unquoted digits are a number to YAML: where they have the form, a number is as good."""
    number = ["string", "number"] if re.fullmatch(form.pattern, "0") else "string"
    return {"type": number, "pattern": f"^(?:{form.portable or form.pattern})$"}


def _referred(kind: type, definitions: dict[str, Schema]) -> Schema:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # held while its own fields are looked at
        definitions[kind.__name__] = _described(kind) | _object(keys(kind), definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(known: Mapping[str, Key], definitions: dict[str, Schema]) -> Schema:
    required = [name for name, key in known.items() if key.required]
    return {
        "type": "object",
        "properties": {name: _schema(key.hint, definitions) for name, key in known.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _described(kind: type) -> Schema:
    """The words of the docstring, where somebody wrote one: a dataclass has its signature otherwise."""
    said = cleandoc(kind.__doc__ or "").replace("``", "`")
    return {} if said.startswith(f"{kind.__name__}(") else {"description": " ".join(said.split())}
