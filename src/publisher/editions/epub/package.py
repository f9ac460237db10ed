"""Documents in, an EPUB container out. EbookLib stands behind this module, as a writer of manifest, spine and ZIP only.

Everything that it would parse, guess or date is handed to it finished: each document as raw bytes, the metadata in our
order, fixed times. Its own readings of XHTML lose markup, and its clock is local time.
"""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime

from ebooklib import epub
from lxml import etree

from publisher.editions.epub.metadata import LANG, Statement

_DC = "http://purl.org/dc/elements/1.1/"
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)  # what a ZIP archive can name


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file of the container; documents that are ``read`` stand in the spine, in their order.

    One has the id "ncx": EbookLib's spine names it (OPF 2.0.1 §2.4.1).
    """

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What an EPUB container holds."""

    identifier: str
    title: str
    language: str
    direction: str
    modified: datetime
    metadata: tuple[Statement, ...]
    items: tuple[Item, ...]


def container(package: Package) -> bytes:
    """The bytes of the EPUB file: the same for the same package, at any time and in any place."""
    book = epub.EpubBook()
    book.set_identifier(package.identifier)
    book.set_title(package.title)
    book.set_language(package.language)
    book.set_direction(package.direction)
    book.prefixes = []  # the reserved ones suffice (EPUB 3.3 §5.5.2)
    made = {item.id: _made(item) for item in package.items}
    for item in made.values():
        book.add_item(item)
    book.spine = [made[item.id] for item in package.items if item.read]
    writer = _Writer(book, package)
    writer.process()
    return writer.bytes()


def _made(item: Item) -> epub.EpubItem:
    made = epub.EpubItem(uid=item.id, file_name=item.name, media_type=item.media_type, content=item.data)
    made.properties = list(item.properties)  # the manifest writer asks every item for these
    return made


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer, with our metadata, and a container without a clock."""

    def __init__(self, book: epub.EpubBook, package: Package) -> None:
        # ``epub3_pages``: it would take every element that has a type and an id for a page.
        super().__init__("", book, {"epub3_pages": False})
        self.package = package

    def _write_opf_metadata(self, root: etree._Element) -> None:
        root.set(LANG, self.package.language)
        metadata = etree.SubElement(root, "metadata", nsmap={"dc": _DC})
        for statement in self.package.metadata:
            name = statement.name.replace("dc:", f"{{{_DC}}}")
            etree.SubElement(metadata, name, dict(statement.attributes)).text = statement.text

    def bytes(self) -> bytes:
        """The container, written once."""
        stream = io.BytesIO()
        with _Zip(stream, self.package.modified) as self.out:
            self.out.writestr("mimetype", "application/epub+zip")
            self._write_container()
            self._write_opf()
            self._write_items()
        return stream.getvalue()


class _Zip(zipfile.ZipFile):
    """A ZIP archive whose entries have the book's own date (EPUB 3.3 §4.2.3: mimetype first,
    stored, no extra field)."""

    def __init__(self, stream: io.BytesIO, modified: datetime) -> None:
        super().__init__(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self.moment = min(max(modified.timetuple()[:6], _EARLIEST), _LATEST)

    def writestr(self, name: str, data: bytes | str, *_: object, **__: object) -> None:  # type: ignore[override]
        entry = zipfile.ZipInfo(name, self.moment)
        entry.external_attr = 0o644 << 16
        entry.create_system = 3  # the same on every machine
        entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
        super().writestr(entry, data)
