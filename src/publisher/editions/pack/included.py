"""Which editions a pack holds."""

from publisher.model.manifest import Manifest

_NEVER = frozenset({"pack"})  # it cannot hold itself
_ASKED_FOR = frozenset({"press"})  # for nobody to read: only where it is asked for by name


def included(manifest: Manifest) -> tuple[str, ...]:
    """The editions that ``include:`` lists, or else all that the manifest names for readers."""
    editions = manifest.editions
    asked = editions.pack.include if editions.pack else ()
    listed = asked or (name for name in editions.named if name not in _ASKED_FOR)
    return tuple(dict.fromkeys(name for name in listed if name not in _NEVER))
