"""The forms a book is published in: one writer each; none knows another."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.editions.edition import REPORT as REPORT
from publisher.editions.edition import Edition
from publisher.editions.pack.included import included

_ON_A_LIST = ("epub", "pdf", "large-print", "handout", "booklet", "text", "braille", "audio")  # of downloads

_PAPER = ("verapdf", "page-validation")  # the judges of a PDF

# ``module`` holds the writer, a function ``write``.
_ALL = (
    Edition(
        name="epub",
        title="Accessible e-book (EPUB 3)",
        module="publisher.editions.epub.write",
        judges=("epubcheck", "ace"),
    ),
    Edition(name="pdf", title="Tagged print PDF", module="publisher.editions.pdf", judges=_PAPER),
    Edition(name="press", title="Print shop PDF (PDF/X-4)", module="publisher.editions.press"),
    Edition(name="large-print", title="Large-print PDF", module="publisher.editions.large_print", judges=_PAPER),
    Edition(name="handout", title="Handouts (PDF)", module="publisher.editions.handout", judges=_PAPER),
    Edition(name="booklet", title="Booklet to fold (PDF)", module="publisher.editions.booklet", judges=_PAPER),
    Edition(
        name="web",
        title="Web pages (HTML)",
        module="publisher.editions.web.write",
        needs=_ON_A_LIST,
        spares=True,
        judges=("axe", "nu"),
    ),
    Edition(name="text", title="Plain text", module="publisher.editions.text.write"),
    Edition(name="braille", title="Braille (BRF)", module="publisher.editions.braille.write"),
    Edition(
        name="pack",
        title="Every format in one download (ZIP)",
        module="publisher.editions.pack.write",
        needs=(*_ON_A_LIST, "web", "press", REPORT),
        chosen=included,
    ),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType({edition.name: edition for edition in _ALL})
