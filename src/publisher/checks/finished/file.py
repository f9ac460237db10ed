"""What is known of one finished file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What stands in the text of a file. ``unnamed`` pictures have neither words nor a sign that they only decorate."""

    pictures: int = 0
    unnamed: int = 0
    page_marks: int = 0
    page_list: int = 0
    contents: int = 0
    in_order: bool = True
    roles: int = 0
    formulas: int = 0
    descriptions: int = 0
    read_aloud: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """``said`` holds what the file says of itself, by names without prefixes ("title", "accessMode"), in its order.

    ``places`` are those in the file; ``counted`` is None for a form whose text is not counted; ``locks`` says what
    stands between a reader and the words.
    """

    name: str
    said: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    counted: Counted | None = None
    locks: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """What is said under ``name``; nothing where it is not."""
        return self.said.get(name, ())
