"""Finished EPUBs, opened without the help of the program."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree


def package(epub: bytes) -> etree._Element:
    """The package document."""
    with ZipFile(BytesIO(epub)) as container:
        return etree.fromstring(container.read("EPUB/content.opf"))


def documents(epub: bytes) -> Mapping[str, etree._Element]:
    """Each document by its name."""
    with ZipFile(BytesIO(epub)) as container:
        names = [name for name in container.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("EPUB/"): etree.fromstring(container.read(name)) for name in names}


def spine(epub: bytes) -> tuple[etree._Element, ...]:
    """The documents in reading order."""
    roots, opf = documents(epub), package(epub)
    names = {str(item.get("id")): str(item.get("href")) for item in opf.iter("{*}item")}
    return tuple(roots[names[str(itemref.get("idref"))]] for itemref in opf.iter("{*}itemref"))
