"""What every kind of post is read into before it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

Element = etree._Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post: its text as a tree of HTML under ``body``, and what it says of itself; empty where it does not say.

    ``pictures`` are the bytes of those that came along, by the address that the tree has for each. ``date`` is as in
    ISO 8601. ``guesses`` are decisions of the reader that a person should look at, in a sentence each.
    """

    body: Element
    title: str = ""
    language: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    guesses: tuple[str, ...] = ()
