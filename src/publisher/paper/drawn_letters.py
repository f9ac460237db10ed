"""The letters of drawings on their page: none too small for the edition, and words that stay words when copied.

The engine (WeasyPrint 70) sets each letter of a drawing by itself and leaves the spaces out. What is smaller than the
edition allows is drawn as shapes: ``lettering`` has made larger what could be, and told the words of the rest. None of
these names is a public interface: a test holds their signatures.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.svg.text import TextBox
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

_draw_first_line = drawing.draw_first_line
_add_group = Stream.add_group
_around: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()  # the way to the page from where a group is drawn
_faces: dict[str, Any] = {}
_ROUNDED = 0.01  # points


def drawn_letters(least: float) -> None:
    """From now on, in this process, letters of drawings that are smaller than ``least`` points are drawn as shapes."""

    def letter(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        if isinstance(textbox, TextBox):
            if _points(stream, matrix) * textbox.style["font_size"] < least - _ROUNDED:
                return _outlined(stream, textbox, matrix)
            if textbox.text == " ":
                return _space(stream, textbox, matrix)
        return _draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)

    drawing.draw_first_line = letter
    Stream.add_group = _group


def _group(stream: Any, x: float, y: float, width: float, height: float) -> Any:
    made = _add_group(stream, x, y, width, height)
    _around[made] = _to_page(stream)
    return made


def _to_page(stream: Any) -> Any:
    return stream.ctm @ _around.get(stream, Matrix())


def _points(stream: Any, matrix: Any) -> float:
    """Points on the page in a unit of the place, along the line."""
    a, b = (matrix @ _to_page(stream)).values[:2]
    return float((a * a + b * b) ** 0.5)


def _glyphs(textbox: Any) -> Iterator[tuple[Any, Any]]:
    """Each sign of a line with the face that it is set in."""
    line, _ = textbox.pango_layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        for sign in run.data.glyphs.glyphs[0 : run.data.glyphs.num_glyphs]:
            yield run.data.item.analysis.font, sign
        run = run.next


def _space(stream: Any, textbox: Any, matrix: Any) -> list[Any]:
    for face, sign in _glyphs(textbox):
        font, size = stream.add_font(face)
        if not font.bitmap and sign.glyph != pango.PANGO_GLYPH_EMPTY:
            font.to_unicode.setdefault(sign.glyph, " ")
            font.widths.setdefault(sign.glyph, round(sign.geometry.width * 1000 * FROM_UNITS / size))
            stream.set_text_matrix(*matrix.values)
            stream.set_font_size(font.hash, textbox.style["font_size"])
            stream.show_text(f"<{sign.glyph:04x}>")
    return []


def _outlined(stream: Any, textbox: Any, matrix: Any) -> list[Any]:
    stream.end_text()  # ISO 32000-1 Figure 9: in a text object there are no paths
    across = 0.0
    for face, sign in _glyphs(textbox):
        font, _ = stream.add_font(face)
        if not sign.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG and sign.glyph != pango.PANGO_GLYPH_EMPTY:
            with stream.stacked():
                stream.transform(*matrix.values)
                scale = textbox.style["font_size"] / font.upem
                stream.transform(scale, 0, 0, scale, across)
                _draw(stream, font, sign.glyph)
        across += sign.geometry.width * FROM_UNITS
    stream.begin_text()
    return []


def _draw(stream: Any, font: Any, glyph: int) -> None:
    if font.hash not in _faces:
        _faces[font.hash] = TTFont(BytesIO(font.file_content), fontNumber=max(0, font.index), lazy=True)
    glyphs = _faces[font.hash].getGlyphSet(location={"wght": font.weight})
    glyphs[_faces[font.hash].getGlyphName(glyph)].draw(_Pen(stream, glyphs))
    stream.fill()


class _Pen(BasePen):  # type: ignore[misc]
    """Draws on a page."""

    def __init__(self, stream: Any, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.stream = stream

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.stream.move_to(*point)

    def _lineTo(self, point: tuple[float, float]) -> None:
        self.stream.line_to(*point)

    def _curveToOne(self, one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]) -> None:
        self.stream.curve_to(*one, *two, *end)

    def _closePath(self) -> None:
        self.stream.close()
