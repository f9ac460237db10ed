"""What an EPUB says of itself in its package document, and what stands in its documents."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from publisher.checks.finished.counting import counted
from publisher.checks.finished.file import Finished
from publisher.source import Span

_CONTAINER = "META-INF/container.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_ENCRYPTED = 0x1  # APPNOTE 4.4.4: bit 0 of a member's flags
# EPUB 3.3 §4.2.6.3: files that say how the others are locked; the last two are those of two sellers.
_LOCKS = ("META-INF/encryption.xml", "META-INF/rights.xml", "META-INF/license.lcpl", "META-INF/sinf.xml")
_LARGEST = 32_000_000  # bytes of one document


def read_package(name: str, data: bytes) -> Finished:
    """What the EPUB ``name`` says, and what was counted in it."""
    locks: tuple[str, ...] = ()
    try:
        with ZipFile(BytesIO(data)) as container:
            locks = tuple(_locks(container))
            root = _document(container, _CONTAINER).find(".//{*}rootfile")
            path = "" if root is None else root.get("full-path", "")
            package = _document(container, path)
            documents = () if locks else tuple(_documents(container, path, package))
    except (BadZipFile, KeyError, OSError, RuntimeError, ValueError, etree.LxmlError):
        return Finished(name=name, locks=locks)  # RuntimeError: a member that wants a password
    met = tuple(_said(package))
    said: dict[str, tuple[str, ...]] = {}
    for each, text, _ in met:
        said[each] = (*said.get(each, ()), text)
    return Finished(
        name=name,
        said=said,
        places={each: Span(f"{name}/{path}", line) for each, _, line in reversed(met)},
        counted=None if locks else counted(documents, read_aloud=len(package.findall(".//{*}item[@media-overlay]"))),
        locks=locks,
    )


def _locks(container: ZipFile) -> Iterator[str]:
    yield from (f"it holds {name}" for name in _LOCKS if name in container.namelist())
    if any(member.flag_bits & _ENCRYPTED for member in container.infolist()):
        yield "its files want a password"


def _document(container: ZipFile, path: str) -> etree._Element:
    """One document, at most of the largest size. Raises ValueError, KeyError and those of lxml."""
    if container.getinfo(path).file_size > _LARGEST:
        raise ValueError(path)
    return etree.fromstring(container.read(path), _PARSER)


def _documents(container: ZipFile, path: str, package: etree._Element) -> Iterator[etree._Element]:
    for item in package.iter("{*}item"):
        if item.get("media-type") == "application/xhtml+xml":
            yield _document(container, normpath(join(dirname(path), unquote(item.get("href", "")))))


def _said(package: etree._Element) -> Iterator[tuple[str, str, int]]:
    """Each statement of the metadata that refines no other, but for who certifies what."""
    metadata = package.find("{*}metadata")
    for each in metadata if metadata is not None else ():
        name = each.get("property", "") if isinstance(each.tag, str) else ""
        name = (name or str(each.tag).rpartition("}")[2]).rpartition(":")[2]
        if isinstance(each.tag, str) and (not each.get("refines") or name in ("certifiedBy", "exemption")):
            line = each.sourceline
            yield name, " ".join("".join(map(str, each.itertext())).split()), line if isinstance(line, int) else 1
