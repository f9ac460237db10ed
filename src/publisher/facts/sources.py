"""What an edition is made from, in one line: the same for the same sources, wherever they lie and
whenever they were touched."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from hashlib import sha256

from publisher.model.assets import Asset
from publisher.model.book import Manuscript

# Read from the lines, the pictures and the style sheets, which are counted themselves.
_DERIVED = frozenset({"manifest", "chapters", "figures", "texts"})


def sources(manuscript: Manuscript) -> str:
    """A SHA-256 over all that the author's files say, in hexadecimal digits."""
    total = sha256()
    for field in fields(manuscript):
        if field.name not in _DERIVED:
            for part in (field.name.encode(), *_parts(getattr(manuscript, field.name))):
                total.update(b"%d\n" % len(part))
                total.update(part)
    return total.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    match value:
        case bytes():
            yield value
        case Asset(media_type=kind, data=data):
            yield from (kind.encode(), data)
        case Mapping():
            for name in sorted(value):
                yield str(name).encode()
                yield from _parts(value[name])
        case tuple() if all(isinstance(member, str) for member in value):
            yield "\n".join(value).encode("utf-8", "surrogatepass")
        case _:
            yield repr(value).encode("utf-8", "surrogatepass")
