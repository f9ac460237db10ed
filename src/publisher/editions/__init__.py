"""The forms a book is published in: one writer each; none knows another."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.editions.edition import Edition
from publisher.editions.epub.write import write as write_epub
from publisher.editions.pdf import write as write_pdf
from publisher.editions.press import write as write_press
from publisher.editions.text.write import write as write_text
from publisher.editions.web.write import write as write_web

_ALL = (
    Edition(name="epub", title="Accessible e-book (EPUB 3)", write=write_epub, judges=("epubcheck", "ace")),
    Edition(name="pdf", title="Tagged print PDF", write=write_pdf, judges=("verapdf", "page-validation")),
    Edition(name="press", title="Print shop PDF (PDF/X-4)", write=write_press),
    Edition(name="web", title="Web pages (HTML)", write=write_web, judges=("axe", "nu")),
    Edition(name="text", title="Plain text", write=write_text),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType({edition.name: edition for edition in _ALL})
