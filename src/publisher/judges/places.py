"""Where in the author's files a judge's complaint belongs. Judges name places in finished files,
each in its own way."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

import cssselect2
import pikepdf
from lxml import etree

from publisher.judges.judge import Complaint, Verdict
from publisher.model.reading import Tag, every
from publisher.paper.reading import read_element
from publisher.source import Span
from publisher.xhtml.element import Element
from publisher.xhtml.provenance import Provenance

Locate = Callable[[Verdict, Complaint], Span]

_OBJECT = re.compile(r"\b(\d+) 0 obj\b|\bobject (\d+) 0\b")
_START_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def locator(provenance: Provenance | None) -> Locate:
    """A way from a complaint to the author's line; where none is found, to the finished file's own line.

    Without ``provenance`` it is always the latter: nobody knows what the file was made of.
    """

    def locate(verdict: Verdict, complaint: Complaint) -> Span:
        found = None
        if provenance:
            try:
                found = _found(verdict.file, complaint, provenance)
            except (
                OSError,
                ValueError,
                KeyError,
                BadZipFile,
                etree.LxmlError,
                pikepdf.PdfError,
                cssselect2.SelectorError,
            ):
                found = None  # a judge may complain of files that nobody can open
        return found or Span(_named(verdict.file, complaint), complaint.line or 1, complaint.column or 1)

    return locate


def _named(file: Path, complaint: Complaint) -> str:
    inside = complaint.where.partition(" ")[0] if file.suffix == ".epub" else ""
    return f"{file.name}/{inside}" if inside else file.name


def _found(file: Path, complaint: Complaint, provenance: Provenance) -> Span | None:
    if file.suffix == ".pdf":
        return _in_pdf(file, complaint, provenance)
    path, _, selector = complaint.where.partition(" ")
    if file.suffix == ".epub":
        data, name = _member(file, path), PurePosixPath(path).name
    else:
        data, name, selector = file.read_bytes(), file.name, complaint.where
    root = etree.fromstring(data, _PARSER if file.suffix == ".epub" else etree.HTMLParser())
    target = _at(root, data.decode(), complaint) if complaint.line else _selected(root, selector)
    span = provenance.of_element(target) if target is not None else None
    chapter = provenance.chapters.get(PurePosixPath(name).stem)
    return span or (Span(chapter) if chapter else None)


def _member(file: Path, path: str) -> bytes:
    """A document of an EPUB; judges leave the folder of the package out or not. Raises KeyError."""
    with ZipFile(file) as container:
        names = [name for name in container.namelist() if path and (name == path or name.endswith(f"/{path}"))]
        if not names:
            raise KeyError(path)
        return container.read(names[0])


def _at(root: Element, text: str, complaint: Complaint) -> Element | None:
    """The element whose start tag ends at a line and column, or is the last before it, as EPUBCheck counts."""
    rows = text.split("\n")
    offset = sum(len(row) + 1 for row in rows[: complaint.line - 1]) + max(complaint.column - 1, 0)
    count = len(_START_TAG.findall(text[:offset]))
    elements = list(root.iter("*"))
    return elements[min(count, len(elements)) - 1] if count else None


def _selected(root: Element, selector: str) -> Element | None:
    """The element that a CSS selector names, as browsers' judges do."""
    if not selector or selector.startswith("/"):
        return None
    found = cssselect2.ElementWrapper.from_html_root(root).query(selector)
    return None if found is None else found.etree_element


def _own(tag: Tag, provenance: Provenance) -> Span | None:
    return provenance.ids.get(tag.id) or provenance.of_words(tag.words)


def _in_pdf(file: Path, complaint: Complaint, provenance: Provenance) -> Span | None:
    """The place of the innermost structure element that a complaint names by its object, or of what it begins with."""
    numbers = [int(one or other) for one, other in _OBJECT.findall(complaint.where)]
    for number in reversed(numbers):
        met = read_element(file.read_bytes(), number)
        if met is None:
            continue
        of_kind = {"Figure": provenance.figures, "Table": provenance.tables}.get(met.tag.role, ())
        if met.of_kind == len(of_kind) and of_kind:
            return of_kind[met.index]
        within = every((met.tag,)) if met.tag.role != "Document" else ()
        if span := next((span for tag in within if (span := _own(tag, provenance))), None):
            return span
    return None
