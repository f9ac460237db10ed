"""Values that hold no others: how each type of the manifest is written, read, and said in JSON Schema."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from publisher.model.references import PartialDate
from publisher.readers import yaml
from publisher.readers.csl import dated, partial_date
from publisher.source import Span

LARGEST_NUMBER = 999_999_999

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# YAML 1.2.2 §10.3.2: yes and no are words
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

_SCHEMA_YEAR = "[0-9]{4}"
_SCHEMA_MONTH = "(?:0[1-9]|1[0-2])"
_SCHEMA_DAY = "(?:0[1-9]|[12][0-9]|3[01])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text that keeps its place, for what is only found out later."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """``read`` gives the value of a node, or None where it is no such value; ``wants`` says in words what is."""

    read: Callable[[yaml.Node], object]
    wants: str
    schema: Mapping[str, object]
    help: str = ""


def _text(node: yaml.Node) -> str | None:
    """The words; the line end that a block scalar brings with it is no part of them."""
    return node.text.rstrip() if isinstance(node, yaml.Scalar) else None


def _placed(node: yaml.Node) -> Placed | None:
    text = _text(node)
    return None if text is None else Placed(text=text, span=node.span)


def _plain(node: yaml.Node) -> str:
    return node.text if isinstance(node, yaml.Scalar) and node.plain else ""


def _truth(node: yaml.Node) -> bool | None:
    return _TRUTH.get(_plain(node))


def _number(node: yaml.Node) -> int | None:
    return int(_plain(node)) if _NUMBER.fullmatch(_plain(node)) else None


_EARLIEST, _LATEST = 1000, 2107  # four digits everywhere; the last year that a ZIP archive can name


def _date(node: yaml.Node) -> datetime.date | None:
    text = _text(node) or ""
    try:
        date = datetime.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:  # the calendar has no such day
        return None
    return date if date and _EARLIEST <= date.year <= _LATEST else None


def _partial_date(node: yaml.Node) -> PartialDate | None:
    """A date as we write it, or CSL-JSON's ``{date-parts: [[2018, 3]]}``; a guess (raw, circa, season) is none."""
    match node:
        case yaml.Scalar():
            return partial_date(node.text.rstrip())
        case yaml.Mapping(entries=((yaml.Scalar(text="date-parts"), yaml.Sequence(items=(one,))),)):
            numbers = [_digits(part) for part in one.items] if isinstance(one, yaml.Sequence) else []
            return dated(*numbers) if 1 <= len(numbers) <= 3 and all(numbers) else None
    return None


def _digits(node: yaml.Node) -> int:
    return int(node.text) if isinstance(node, yaml.Scalar) and re.fullmatch("[0-9]{1,4}", node.text) else 0


_TEXT_SCHEMA = MappingProxyType({"type": ["string", "number", "boolean"]})  # `version: 1.10` is the text 1.10
_PART_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^0*[1-9][0-9]*$"}]}
_PARTIAL_SCHEMA = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "string", "pattern": f"^{_SCHEMA_YEAR}(?:-{_SCHEMA_MONTH}(?:-{_SCHEMA_DAY})?)?$"},
        {
            "type": "object",
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1,
                    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _PART_SCHEMA},
                }
            },
            "required": ["date-parts"],
            "additionalProperties": False,
        },
    ]
}

LEAVES: Mapping[object, Leaf] = MappingProxyType(
    {
        str: Leaf(read=_text, wants="a text", schema=_TEXT_SCHEMA),
        Placed: Leaf(read=_placed, wants="a text", schema=_TEXT_SCHEMA),
        bool: Leaf(
            read=_truth, wants="true or false", schema={"type": "boolean"}, help="Write true or false, without quotes"
        ),
        int: Leaf(
            read=_number,
            wants="a whole number from 1",
            schema={"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER},
            help="Write it in digits, without quotes",
        ),
        datetime.date: Leaf(
            read=_date,
            wants="a date such as 2022-03-29",
            schema={"type": "string", "pattern": f"^{_SCHEMA_YEAR}-{_SCHEMA_MONTH}-{_SCHEMA_DAY}$"},
            help="Write a day that the calendar has, as year-month-day",
        ),
        PartialDate: Leaf(
            read=_partial_date,
            wants="a date such as 2018, 2018-03 or 2018-03-29",
            schema=_PARTIAL_SCHEMA,
            help="Write as much of the date as is known",
        ),
    }
)
