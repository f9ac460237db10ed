"""A finished file as a person who listens meets it, whatever its format: tags in order, and the words they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

# Inline-level structure types (ISO 32000-1 §14.8.4.4): their words run on.
INLINE = frozenset({"Span", "Quote", "Reference", "Code", "Link", "Annot", "BibEntry", "Em", "Strong", "NonStruct"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A structure element, by the names of PDF's standard types. ``children`` are words and tags in order."""

    role: str
    language: str = ""
    alternative: str = ""
    expansion: str = ""
    id: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Tag | str, ...]" = ()

    @property
    def words(self) -> str:
        """All words below this tag, in order, with a space around each block."""
        return "".join(map(_words, self.children))


def _words(child: Tag | str) -> str:
    if isinstance(child, str):
        return child
    return child.words if child.role in INLINE else f" {child.words} "


def every(tags: tuple[Tag | str, ...]) -> Iterator[Tag]:
    """Each tag in ``tags``, parents before children, in order."""
    for tag in tags:
        if isinstance(tag, Tag):
            yield tag
            yield from every(tag.children)
