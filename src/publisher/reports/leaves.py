"""The pages of a finished PDF as small pictures, for an editor to look over: the first ones, and
how many more there are."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from pypdfium2 import PdfDocument, PdfiumError

_EACH, _ALL = 12, 60  # pages of one file, and of all: a page of a report stays small enough to be sent
_WIDTH = 240  # pixels: a layout can be told, and words of 12 points nearly read
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
    page = document[index]
    picture = page.render(scale=_WIDTH / page.get_width()).to_pil().convert("RGB")
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=60)
    label = document.get_page_label(index) or str(index + 1)
    return label, f"data:image/jpeg;base64,{b64encode(stream.getvalue()).decode()}"
