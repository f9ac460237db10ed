"""A finished PDF in the inks of a press: every colour of text, line, shading and picture, wherever it was set.

It is done on the finished file, and not in style sheets, so that drawings and pictures are not forgotten.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream

from publisher.diagnostics import RenderingFailed
from publisher.paper.inks import Inks

_COLOURS = {"rg": "k", "RG": "K", "g": "k", "G": "K"}  # the operators that set a colour, and those that set inks
_MARKED = frozenset({"BDC", "BMC", "EMC", "DP", "MP"})  # marks of a structure that a press does not read
_SPACES = frozenset({"/DeviceCMYK", "/Pattern"})
_QUALITY = 95


def separated(pdf: pikepdf.Pdf, inks: Inks) -> None:
    """Each page of ``pdf`` is drawn in inks. Raises RenderingFailed for a colour space that is none of the screen's."""
    made = _Separation(pdf, inks)
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(made.drawn(page.obj, mask=False))
        made.resources(page.obj.Resources, mask=False)


class _Separation:
    """What has been separated already is not separated again: pages share their pictures."""

    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        self._pdf = pdf
        self._inks = inks
        self._seen: set[tuple[int, int]] = set()

    def drawn(self, stream: Any, *, mask: bool) -> bytes:
        """The instructions of a page or form in inks; those of a soft ``mask``, which nobody prints, in greys."""
        return pikepdf.unparse_content_stream(list(self._instructions(stream, mask)))

    def _instructions(self, stream: Any, mask: bool) -> Iterator[tuple[Any, Operator]]:
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = instruction.operands, instruction.operator
            name = str(operator)
            if name in _COLOURS:
                yield _set(self._colour(operands, mask), name, mask)
            elif name in ("cs", "CS") and str(operands[0]) not in _SPACES:
                raise RenderingFailed(
                    f"the press edition knows no colours of the space {str(operands[0])[1:]}: write #rrggbb"
                )
            elif name not in _MARKED:
                yield operands, operator

    def _colour(self, channels: Any, mask: bool) -> Sequence[float]:
        red, green, blue = (float(each) for each in (list(channels) * 3)[:3])
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue,) if mask else self._inks.of(red, green, blue)

    def resources(self, resources: Any, *, mask: bool) -> None:
        """Everything that a page or form draws with, in inks."""
        for drawing in (*_named(resources, "/XObject"), *_named(resources, "/Pattern")):
            self._drawing(drawing, mask)
        for shading in _named(resources, "/Shading"):
            self._shading(shading, mask)
        for state in _named(resources, "/ExtGState"):
            soft = state.get("/SMask")
            if isinstance(soft, Dictionary):
                self._drawing(soft.G, True)

    def _drawing(self, drawing: Any, mask: bool) -> None:
        if not self._is_new(drawing):
            return
        if drawing.get("/Subtype") == Name.Image:
            self._picture(drawing)
        elif isinstance(drawing, Stream):
            drawing.write(self.drawn(drawing, mask=mask))
            for key in ("/StructParent", "/StructParents"):
                if key in drawing:
                    del drawing[key]
            if "/Group" in drawing:
                drawing.Group.CS = Name.DeviceGray if mask else Name.DeviceCMYK
            self.resources(drawing.get("/Resources", Dictionary()), mask=mask)
        elif "/Shading" in drawing:
            self._shading(drawing.Shading, mask)

    def _shading(self, shading: Any, mask: bool) -> None:
        if self._is_new(shading) and shading.ColorSpace == Name.DeviceRGB:
            shading.ColorSpace = Name.DeviceGray if mask else Name.DeviceCMYK
            self._function(shading.Function, mask)

    def _function(self, function: Any, mask: bool) -> None:
        """Stitched functions (ISO 32000-1 7.10.4) are made of those that lead from one colour to another."""
        for part in function.get("/Functions", ()):
            self._function(part, mask)
        for end in ("/C0", "/C1"):
            if end in function and len(function[end]) == 3:
                function[end] = Array([round(each, 4) for each in self._colour(list(function[end]), mask)])

    def _picture(self, picture: Any) -> None:
        if picture.get("/ColorSpace") != Name.DeviceRGB:
            return  # black alone, or a mask
        inks = self._inks.picture(pikepdf.PdfImage(picture).as_pil_image().convert("RGB"))
        if picture.get("/Filter") == Name.DCTDecode:
            packed = BytesIO()
            inks.save(packed, "JPEG", quality=_QUALITY, subsampling=0)
            picture.write(packed.getvalue(), filter=Name.DCTDecode)
            picture.Decode = Array([1, 0] * 4)  # a JPEG of four inks says how much paper is left (Adobe TN 5116)
        else:
            picture.write(inks.tobytes())
        picture.ColorSpace = Name.DeviceCMYK

    def _is_new(self, thing: Any) -> bool:
        """Whether this is the first time; what is no object of its own stands in one place only."""
        known = thing.is_indirect and thing.objgen in self._seen
        self._seen.add(thing.objgen)
        return not known


def _set(values: Sequence[float], name: str, mask: bool) -> tuple[Sequence[Any], Operator]:
    grey = "g" if name.islower() else "G"
    return [round(value, 4) for value in values], Operator(grey if mask else _COLOURS[name])


def _named(resources: Any, kind: str) -> list[Any]:
    return [thing for _, thing in resources.get(kind, Dictionary()).items()]
