"""The typographic cover of a book that has no picture for one: its own words, drawn as outlines.

Outlines look the same in every reading system, whatever faces it has. A line with a letter that our face lacks, or one
that must be joined or turned, is left to the reader's own faces.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element, SubElement, tostring

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publisher.model.book import Book
from publisher.paper.fonts import faces
from publisher.themes.theme import Theme

WIDTH, HEIGHT = 1600, 2400  # the proportion of 2:3 that shops show without a border
_MARGIN = 160
_MEASURE = WIDTH - 2 * _MARGIN
_TITLE_SIZES = (184, 164, 146, 130, 116, 104, 92, 82)
_MOST_LINES = 6
_STEP = 20  # by which lines are made shorter until they would be one more
_SUBTITLE, _SMALL = 76, 64
_TOP = 640
_FOOT = HEIGHT - 200


def typographic_cover(book: Book, theme: Theme) -> bytes:
    """An SVG with title, subtitle, authors and publisher in the theme's colours; the same book gives the same bytes."""
    info = book.manifest.book
    ground, ink = theme.tokens["colour.accent"], theme.tokens["colour.paper"]
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    SubElement(root, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": ground})
    SubElement(root, "rect", {"x": str(_MARGIN), "y": str(_TOP - 300), "width": "240", "height": "16", "fill": ink})
    words = SubElement(root, "g", {"fill": ink})
    size = _title_size(info.title)
    y = _set(words, info.title, size, _TOP, bold=True)
    y = _set(words, info.subtitle, _SUBTITLE, y + 60)
    authors = ", ".join(person.name for person in info.contributors if person.role == "aut")
    _set(words, authors, _SUBTITLE, y + 110, bold=True)
    _set(words, info.publisher.name, _SMALL, _FOOT)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


@dataclass(frozen=True, slots=True)
class _Face:
    """A face with what setting a line needs: glyph names by character, advances in em."""

    font: TTFont

    def holds(self, text: str) -> bool:
        """Whether each character is one glyph, set from left to right beside the one before."""
        known = self.font.getBestCmap()
        return all(ord(letter) in known and not _is_joined(letter) for letter in text)

    def width(self, text: str) -> float:
        """The length of a line in em; what the face lacks counts as a wide letter."""
        known, metrics = self.font.getBestCmap(), self.font["hmtx"]
        units: int = self.font["head"].unitsPerEm
        return sum(metrics[known[ord(letter)]][0] / units if ord(letter) in known else 1.0 for letter in text)


def _is_joined(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.bidirectional(letter) in ("R", "AL")


@cache
def _face(bold: bool) -> _Face:
    name = "-Bold.ttf" if bold else "-Regular.ttf"
    return _Face(TTFont(next(face for face in faces() if face.name.endswith(name)), lazy=True))


def _title_size(title: str) -> int:
    """The greatest size at which the title stands in few lines and no word is broken."""
    face = _face(True)
    for size in _TITLE_SIZES:
        lines = _lines(title, size, face)
        if len(lines) <= _MOST_LINES and all(size * face.width(line) <= _MEASURE for line in lines):
            return size
    return _TITLE_SIZES[-1]


def _lines(text: str, size: int, face: _Face) -> Sequence[str]:
    """The text in as few lines as the measure allows, of lengths as like as its words allow."""
    best = _broken(text, size, face, _MEASURE)
    for measure in range(_MEASURE, 0, -_STEP):
        lines = _broken(text, size, face, measure)
        if len(lines) > len(best):
            break
        best = lines
    return best


def _broken(text: str, size: int, face: _Face, measure: int) -> Sequence[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and size * face.width(f"{lines[-1]} {word}") <= measure:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _set(parent: Element, text: str, size: int, y: int, *, bold: bool = False) -> int:
    """The text drawn in lines from the baseline ``y`` on; the baseline of what may follow."""
    face = _face(bold)
    for line in _lines("".join(filter(str.isprintable, text)), size, face):
        if face.holds(line):
            SubElement(parent, "path", {"d": "".join(_outlines(line, size, y, face))})
        else:
            _left_to_the_reader(parent, line, size, y, bold)
        y += round(size * 1.2)
    return y


def _outlines(line: str, size: int, y: int, face: _Face) -> Iterator[str]:
    glyphs, known = face.font.getGlyphSet(), face.font.getBestCmap()
    scale = size / face.font["head"].unitsPerEm
    x = float(_MARGIN)
    for letter in line:
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}".rstrip("0").rstrip("."))
        glyphs[known[ord(letter)]].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        yield pen.getCommands()
        x += scale * glyphs[known[ord(letter)]].width


def _left_to_the_reader(parent: Element, line: str, size: int, y: int, bold: bool) -> None:
    turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line)
    text = SubElement(parent, "text", {"x": str(WIDTH - _MARGIN if turned else _MARGIN), "y": str(y)})
    text.attrib |= {"font-size": str(size), "font-family": "sans-serif", "font-weight": "bold" if bold else "normal"}
    if turned:
        text.set("direction", "rtl")
    text.text = line
