"""Which editions a pack holds."""

from collections.abc import Iterator
from dataclasses import fields

from publisher.model.manifest import Editions, Manifest

_NEVER = frozenset({"pack"})  # it cannot hold itself
_ASKED_FOR = frozenset({"press"})  # for nobody to read: only where it is asked for by name


def included(manifest: Manifest) -> tuple[str, ...]:
    """The editions that ``include:`` lists, or else all that the manifest names for readers."""
    editions = manifest.editions
    asked = editions.pack.include if editions.pack else ()
    listed = asked or (name for name in named(editions) if name not in _ASKED_FOR)
    return tuple(dict.fromkeys(name for name in listed if name not in _NEVER))


def named(editions: Editions) -> Iterator[str]:
    """The editions that the manifest names; several handouts are one."""
    for field in fields(editions):
        if getattr(editions, field.name):
            yield {"handouts": "handout", "booklets": "booklet"}.get(field.name, field.name.replace("_", "-"))
