"""The pages of a finished PDF as small pictures, for an editor to look over: the first ones, and
how many more there are."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from pypdfium2 import PdfDocument, PdfiumError

from publisher.model.assets import data_address

_EACH, _ALL = 12, 60  # pages of one file, and of all: a page of a report stays small enough to be sent
_WIDTH, _READ = 240, 1000  # pixels: a layout can be told, and words of 12 points nearly read; all can be read
_ONE_AT_A_TIME = Lock()  # PDFium may not be entered twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaves:
    """Pages of one file: label and ``data:`` address of each that is shown, and how many the file has."""

    shown: tuple[tuple[str, str], ...]
    of: int


def leaves(files: Mapping[str, bytes]) -> Mapping[str, Leaves]:
    """Pages of each PDF among ``files``, by its name; the same files give the same pictures."""
    found: dict[str, Leaves] = {}
    left = _ALL
    for name, data in files.items():
        if name.endswith(".pdf") and (drawn := _drawn(data, min(_EACH, left))):
            found[name] = drawn
            left -= len(drawn.shown)
    return found


def _drawn(data: bytes, most: int) -> Leaves | None:
    """The first ``most`` pages of a PDF; None for a file that is none."""
    try:
        with _ONE_AT_A_TIME, PdfDocument(data) as document:
            shown = tuple(_drawn_page(document, index) for index in range(min(most, len(document))))
            return Leaves(shown=shown, of=len(document))
    except PdfiumError:
        return None


def _drawn_page(document: PdfDocument, index: int) -> tuple[str, str]:
    data = _picture(document, index, _WIDTH, "JPEG", quality=60)
    return _label(document, index), data_address("image/jpeg", data)


def _label(document: PdfDocument, index: int) -> str:
    return document.get_page_label(index) or str(index + 1)


def _picture(document: PdfDocument, index: int, width: int, form: str, **options: int) -> bytes:
    page = document[index]
    stream = BytesIO()
    page.render(scale=width / page.get_width()).to_pil().convert("RGB").save(stream, form, **options)
    return stream.getvalue()


def labels(data: bytes) -> tuple[str, ...]:
    """The label of each page of a PDF; none for a file that is none."""
    with suppress(PdfiumError), _ONE_AT_A_TIME, PdfDocument(data) as document:
        return tuple(_label(document, index) for index in range(len(document)))
    return ()


def leaf(data: bytes, number: int) -> bytes | None:
    """Page ``number`` of a PDF, from 1, as a PNG picture to be read on a screen; None where there is no such page."""
    with suppress(PdfiumError), _ONE_AT_A_TIME, PdfDocument(data) as document:
        return _picture(document, number - 1, _READ, "PNG") if 0 < number <= len(document) else None
    return None
