"""What the readers of .bib and .json files hand on: entries with their values, and slips, each with its index."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry from ``start`` to ``end``: values of the types in ``csl.VARIABLES``, ``starts`` where they stand."""

    key: str
    values: Mapping[str, object]
    start: int
    end: int
    starts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A fault of the file at ``index``."""

    index: int
    message: str
    help: str
