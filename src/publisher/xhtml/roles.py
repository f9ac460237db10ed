"""What a chapter or a box is, in EPUB's vocabulary and in ARIA's (EPUB Type to ARIA Role Authoring Guide 1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from publisher.model.roles import BoxKind, Matter, Role


@dataclass(frozen=True, slots=True)
class Semantics:
    """The tag of an element, its ``epub:type`` and its ARIA role; None where there is none."""

    tag: str
    epub_type: str | None = None
    role: str | None = None


CHAPTERS: Mapping[Role, Semantics] = MappingProxyType(
    {role: Semantics("section", role.value, f"doc-{role.value}") for role in Role}
)


def semantics_of(role: Role, matter: Matter) -> Semantics:
    """What a chapter is where it stands: before and behind the text there are no chapters, only sections."""
    if role is Role.CHAPTER and matter is not Matter.BODY:
        return Semantics("section")
    return CHAPTERS[role]


BOXES: Mapping[BoxKind, Semantics] = MappingProxyType(
    {
        BoxKind.ASIDE: Semantics("aside"),
        BoxKind.NOTE: Semantics("section", "notice", "doc-notice"),
        BoxKind.TIP: Semantics("aside", "tip", "doc-tip"),
        BoxKind.WARNING: Semantics("section", "notice", "doc-notice"),
        BoxKind.QUOTE: Semantics("blockquote"),
        BoxKind.SUMMARY: Semantics("section", "abstract", "doc-abstract"),
        BoxKind.ACTION: Semantics("section"),
    }
)
