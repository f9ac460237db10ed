"""What a web page of its own says of itself to catalogues (schema.org's JSON-LD), and what stands in it."""

import json
from collections.abc import Iterator, Mapping

from lxml import etree

from publisher.checks.finished.counting import counted
from publisher.checks.finished.file import Finished

_NAMES = {"name": "title", "author": "creator", "inLanguage": "language", "@id": "identifier", "datePublished": "date"}
_SAID = (*_NAMES, "accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")


def read_page(name: str, data: bytes) -> Finished:
    """What the page ``name`` says; nothing where it holds no data block of a book."""
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
        book = next(_books(root), {})
    except (ValueError, TypeError, etree.LxmlError):
        return Finished(name=name)
    said = {_NAMES.get(each, each): tuple(_texts(book.get(each))) for each in _SAID if book.get(each)}
    return Finished(name=name, said=said, counted=counted((root,)) if book else None)


def _books(root: etree._Element) -> Iterator[Mapping[str, object]]:
    """What each data block says of a book (schema.org/Book)."""
    for block in root.iter("script"):
        said = json.loads(block.text or "") if block.get("type") == "application/ld+json" else None
        if isinstance(said, dict) and said.get("@type") == "Book":
            yield said


def _texts(value: object) -> Iterator[str]:
    """The texts of a value: itself, those of a list, the name of a thing, the members of a set of senses."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case {"itemListElement": list() as members}:
            yield ",".join(map(str, members))
        case {"name": str() as name}:
            yield name
