"""Pictures of a post on their way into the manifest: each with a key, a file, and the words that came with it."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from publisher.model.names import slugified
from publisher.readers.images import ending_of
from publisher.readers.posts.post import Element

_ABSENT = ".jpg"  # what a picture that did not come along is called until somebody supplies it
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


@dataclass(slots=True)
class Pictures:
    """Gathers the pictures that a text shows. ``entries`` are the manifest's, ``files`` what came along."""

    data: Mapping[str, bytes]
    entries: dict[str, dict[str, object]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    known: dict[tuple[str, object, str], str] = field(default_factory=dict)

    def shown(self, image: Element, caption: str) -> str:
        """The Markdown that shows ``image``, whose words stand in ``entries`` from now on."""
        address = image.get("src", "").strip()
        if not address:
            return ""
        said = _words(image)
        same = (address, tuple(said.items()), caption)
        if same not in self.known:
            self.known[same] = self._entered(address, said, caption)
        return f"![{self.known[same]}]"

    def _entered(self, address: str, said: Mapping[str, object], caption: str) -> str:
        data = self.data.get(address, b"")
        name = _name(address)
        key = free(slugified(name.stem or "picture", "picture"), self.entries)
        file = f"images/{key}{ending_of(data) or _ending(name)}"
        if data:
            self.files[file] = data
        else:
            self.absent.append(f"'{address[:200]}' did not come along: put the picture at {file}")
        self.entries[key] = {"image": file, **said, **({"caption": caption} if caption else {})}
        return key


def _name(address: str) -> PurePosixPath:
    """The file that an address names; empty where it names none, or is none."""
    with suppress(ValueError):
        return PurePosixPath("" if address.startswith("data:") else unquote(urlsplit(address).path))
    return PurePosixPath()


def _ending(name: PurePosixPath) -> str:
    ending = name.suffix.lower()
    return ending if _ENDING.fullmatch(ending) else _ABSENT


def _words(image: Element) -> Mapping[str, object]:
    """What a listener is told; nothing where nobody has said, so that a check asks."""
    alt = image.get("alt")
    if (alt is not None and not alt.strip()) or image.get("role") in ("presentation", "none"):
        return {"decorative": True}
    return {"alt": " ".join(alt.split())} if alt else {}


def free(wanted: str, taken: Mapping[str, object]) -> str:
    """The name ``wanted``, with a number where it is ``taken``."""
    numbered = (f"{wanted}-{count}" for count in range(2, len(taken) + 3))
    return next(name for name in chain((wanted,), numbered) if name not in taken)
