"""The forms a book is published in: one writer each; none knows another."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.editions.edition import Edition
from publisher.editions.epub.write import write as write_epub
from publisher.editions.pdf import write as write_pdf

_ALL = (
    Edition(name="epub", title="Accessible e-book (EPUB 3)", write=write_epub, judges=("epubcheck", "ace")),
    Edition(name="pdf", title="Tagged print PDF", write=write_pdf, judges=("verapdf", "page-validation")),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType({edition.name: edition for edition in _ALL})
