"""The pages that a press is given: PDF/X-4 (ISO 15930-7) in its inks, with boxes and marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_OID, uuid5
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.paper.inks import Inks
from publisher.paper.separation import separated

_POINTS = 72 / 25.4  # in a millimetre
_MARK_FROM, _MARK_LENGTH = 3.0, 5.0  # millimetres from the trimmed edge, or from the bleed where that is more
_SCREEN_ONLY = (
    "/StructTreeRoot",
    "/MarkInfo",
    "/Names",
    "/Dests",
    "/Outlines",
    "/PageMode",
    "/OpenAction",
    "/AA",
    "/AcroForm",
)
_SCREEN_ONLY_ON_A_PAGE = ("/Annots", "/StructParents", "/Tabs", "/AA")


@dataclass(frozen=True, slots=True, kw_only=True)
class PressSheet:
    """What a printer must know: ``bleed`` in millimetres, and whether there are crop ``marks``."""

    title: str
    modified: datetime
    profile: bytes
    bleed: float
    marks: bool


def pressed(data: bytes, sheet: PressSheet) -> bytes:
    """The pages of a PDF that was laid out with this bleed, for the press; the same input gives the same bytes.

    Text that is grey or black is set in black alone. Links, bookmarks, tags and every claim of accessibility are gone.
    Raises RenderingFailed.
    """
    inks = Inks(sheet.profile)
    with pikepdf.open(BytesIO(data)) as pdf:
        separated(pdf, inks)
        _drop(pdf.Root, _SCREEN_ONLY)
        registration = pdf.make_indirect(_registration())
        for page in pdf.pages:
            _drop(page.obj, _SCREEN_ONLY_ON_A_PAGE)
            _boxed(pdf, page.obj, sheet, registration)
        _described(pdf, sheet, data)
        pdf.Root.OutputIntents = Array([_intent(pdf, sheet.profile, inks.description)])
        out = BytesIO()
        # ISO 15930-7 6.1: PDF 1.6. Without object streams, so that the oldest workflow reads it.
        mode = pikepdf.ObjectStreamMode.disable
        pdf.save(out, force_version="1.6", deterministic_id=True, object_stream_mode=mode, fix_metadata_version=False)
    return out.getvalue()


def _drop(dictionary: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]


def _registration() -> Array:
    """The colour that is printed by every plate, for marks that show whether they meet."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _boxed(pdf: pikepdf.Pdf, page: Any, sheet: PressSheet, registration: Any) -> None:
    """The page's boxes, each inside the next (ISO 15930-7 6.8), and the marks outside the bleed."""
    trim = [float(side) for side in page.TrimBox]
    bleed = sheet.bleed * _POINTS
    page.BleedBox = Array(_grown(trim, bleed))
    start = max(bleed, _MARK_FROM * _POINTS)
    length = _MARK_LENGTH * _POINTS
    page.MediaBox = Array(_grown(trim, start + length if sheet.marks else bleed))
    if sheet.marks:
        page.Resources.ColorSpace.Registration = registration
        lines = "\n".join(_crop_marks(trim, start, length))
        drawn = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(
            b"q\n" + drawn + b"\nQ\nq /Registration CS 1 SCN 0.25 w\n" + lines.encode() + b"\nS Q"
        )


def _grown(box: list[float], by: float) -> list[float]:
    left, bottom, right, top = box
    return [round(side, 4) for side in (left - by, bottom - by, right + by, top + by)]


def _crop_marks(trim: list[float], start: float, length: float) -> Iterator[str]:
    """Two lines at each corner, in the direction of the cuts."""
    left, bottom, right, top = trim
    for x, outward in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            yield f"{x + outward * start:.3f} {y:.3f} m {x + outward * (start + length):.3f} {y:.3f} l"
            yield f"{x:.3f} {y + up * start:.3f} m {x:.3f} {y + up * (start + length):.3f} l"


def _intent(pdf: pikepdf.Pdf, profile: bytes, description: str) -> Dictionary:
    """What the file is to be printed with (ISO 15930-7 6.3); the profile itself is in it."""
    stream = pdf.make_stream(profile, N=4)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier="Custom",
        OutputCondition=description,
        Info=description,
        DestOutputProfile=stream,
    )


def _described(pdf: pikepdf.Pdf, sheet: PressSheet, data: bytes) -> None:
    """Title, dates and standard, the same in both places where a PDF says them (ISO 15930-7 6.10)."""
    pdf.docinfo["/Title"] = sheet.title
    pdf.docinfo["/Trapped"] = Name("/False")
    for key in ("/CreationDate", "/ModDate"):
        pdf.docinfo[key] = f"D:{sheet.modified:%Y%m%d%H%M%S}Z"
    identifier = uuid5(NAMESPACE_OID, sha256(data).hexdigest())
    xmp = _XMP.format(title=escape(sheet.title), date=f"{sheet.modified:%Y-%m-%dT%H:%M:%SZ}", identifier=identifier)
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
