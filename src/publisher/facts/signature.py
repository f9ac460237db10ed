"""What a person signs: a hash of the book, in two halves, so that a typo is told from a change of substance."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from itertools import groupby

from publisher.model.book import Book
from publisher.model.inlines import Abbreviation, Code, Text
from publisher.model.manifest import Manifest
from publisher.source import Span

_HALF = 32  # hexadecimal digits: 128 bits of a SHA-256


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """``substance`` changes with structure, pictures, their alternatives, links, look and formats;
    ``words`` with the rest."""

    substance: str
    words: str

    @property
    def sources(self) -> str:
        """As it is written in the manifest, under ``accessibility.claim.sources``."""
        return f"sha256:{self.substance}{self.words}"


def signature(book: Book) -> Signature:
    """What a claim about ``book`` is bound to: the same for the same sources, wherever their lines break."""
    manuscript = book.manuscript
    pictures = (f"{path} {sha256(asset.data).hexdigest()}" for path, asset in manuscript.assets.items())
    styles = (
        f"{name} {sha256(data).hexdigest()}"
        for files in (manuscript.styles, manuscript.theme)
        for name, data in files.items()
    )
    substance: list[str] = [*pictures, *styles]
    words: list[str] = []
    texts = (*book.chapters, *manuscript.texts.values())
    chapters = ((each.role, each.language, each.part, each.title, each.blocks, each.notes) for each in texts)
    listed = tuple(entry.words for entry in book.entries)
    for said, text in (part for root in (_signed(manuscript.manifest), *chapters, listed) for part in _parts(root)):
        (words if said else substance).append(text)
    return Signature(substance=_hash(substance), words=_hash(words))


def _signed(manifest: Manifest) -> tuple[object, ...]:
    """What the manifest says of the book; who published it, the signature itself and the permissions are not signed."""
    info = manifest.book
    look = (manifest.theme, manifest.editions, manifest.notes, manifest.citations, manifest.typography)
    spoken = Text(text=" ".join((info.title, info.subtitle)), span=Span(""))
    return (info.language, info.cover, spoken, *look, manifest.accessibility.hazards)


def _parts(node: object) -> Iterator[tuple[bool, str]]:
    """Each part of a tree as text, and whether it is words; what a node does not say is no part of it."""
    match node:
        case Span():
            return
        case Text(text=text) | Code(text=text) | Abbreviation(text=text):
            yield True, " ".join(text.split())
        case Enum():
            yield False, str(node.value)
        case tuple():
            yield False, "("
            for is_text, run in groupby(node, key=lambda member: isinstance(member, Text)):
                yield from _run(tuple(run)) if is_text else (part for member in run for part in _parts(member))
            yield False, ")"
        case Mapping():
            yield from (part for key, value in node.items() for part in ((False, str(key)), *_parts(value)))
        case _ if is_dataclass(node):
            yield False, type(node).__name__
            for field in fields(node):
                value = getattr(node, field.name)
                if field.default is MISSING or value != field.default:
                    yield False, field.name
                    yield from _parts(value)
        case _:
            yield False, str(node)


def _run(texts: tuple[object, ...]) -> Iterator[tuple[bool, str]]:
    """Neighbouring texts are one text: where the author's lines break says nothing."""
    yield False, "text"
    yield True, " ".join("".join(text.text for text in texts if isinstance(text, Text)).split())


def _hash(parts: list[str]) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:_HALF]
