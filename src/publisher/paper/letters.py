"""Where the words of a drawing stand and how large their letters are, in the units of its sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot, inf

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from lxml import etree

from publisher.paper.drawing_styles import Shown, length, shown
from publisher.paper.fonts import faces
from publisher.paper.transforms import Box, Matrix, placed
from publisher.readers.svg.vocabulary import SVG

TEXT = f"{SVG}text"
_PLAIN = frozenset({TEXT, f"{SVG}tspan"})
_PARTS = _PLAIN | {f"{SVG}textPath", f"{SVG}tref"}
_UNMEASURED = ("rotate", "textLength", "writing-mode", "letter-spacing")
_ASCENT, _DESCENT = 0.72, 0.22  # of the size: a capital, and what hangs below the line
_RAISED = {"middle": 0.3, "central": 0.3, "hanging": 0.8, "text-before-edge": 0.8, "text-after-edge": -0.2}
_ANCHORS = {"middle": 0.5, "end": 1.0}
MOST = 150  # labels of a drawing with more are not weighed against each other
_WIDE = 1.0  # em: a letter that the face does not hold
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one ``size``, ``ems`` wide, in the units of their place; an ``x`` or a ``y`` begins a line."""

    element: etree._Element
    size: float
    ems: float
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0
    lines: float = 0.0  # as dy, in em

    @property
    def down(self) -> float:
        return self.dy + self.lines * self.size

    @property
    def width(self) -> float:
        return self.ems * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words of one text element, and the shape that they stand in, if any."""

    words: str
    runs: tuple[Run, ...]
    anchor: float
    raised: float
    matrix: Matrix
    is_measured: bool
    frame: Box | None = None

    @property
    def scale(self) -> float:
        """Units of the sheet in one of its own; the smaller of the two where it is drawn out."""
        a, b, c, d, _, _ = self.matrix
        return min(hypot(a, b), hypot(c, d))

    @property
    def smallest(self) -> float:
        """The size of its smallest letters, in units of the sheet."""
        return min(run.size for run in self.runs) * self.scale

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What each of its lines takes of the sheet."""
        return tuple(self._box(*line) for line in self._lines())

    def at_least(self, size: float) -> "Label":
        """The same with no letters smaller than ``size``, in units of the sheet."""
        if self.smallest >= size or not self.scale:
            return self
        least = size / self.scale
        return replace(self, runs=tuple(replace(run, size=max(run.size, least)) for run in self.runs))

    def _lines(self) -> Iterator[tuple[float, float, list[Run]]]:
        x = y = 0.0
        line: list[Run] = []
        for run in self.runs:
            if line and (run.x is not None or run.y is not None or run.down):
                yield x, y, line
                x, line = x + sum(each.width for each in line), []
            x = (x if run.x is None else run.x) + (0.0 if line else run.dx)
            y = (y if run.y is None else run.y) + run.down
            line.append(run)
        yield x, y, line

    def _box(self, x: float, y: float, line: Sequence[Run]) -> Box:
        size, width = max(run.size for run in line), sum(run.width for run in line)
        left = x - width * self.anchor
        top, bottom = y + (self.raised - _ASCENT) * size, y + (self.raised + _DESCENT) * size
        return placed(Box(left, top, left + width, bottom), self.matrix)


def labels(root: etree._Element) -> Iterator[Label]:
    """Every text that a drawing shows, in the order of drawing; the first MOST know the shape that they stand in."""
    shapes: list[Box] = []
    for number, found in enumerate(_texts(root, shapes)):
        boxes = found.boxes if found.is_measured and number < MOST else ()
        holding = [shape for shape in shapes if all(map(shape.holds, boxes))] if boxes else []
        yield replace(found, frame=min(holding, key=lambda shape: shape.area, default=None))


def _texts(root: etree._Element, shapes: list[Box]) -> Iterator[Label]:
    """The texts of a drawing; when one is found, ``shapes`` has grown by those that are drawn below it."""
    parts: list[Shown] = []
    for at in shown(root):
        if parts and (at.element.tag == TEXT or at.element.tag not in _PARTS):
            yield from _label(parts)
            parts = []
        if at.element.tag == TEXT or (parts and at.element.tag in _PARTS):
            parts.append(at)
        elif at.is_placed and (shape := _shape(at)):
            shapes.append(placed(shape, at.matrix))
    if parts:
        yield from _label(parts)


def _label(parts: Sequence[Shown]) -> Iterator[Label]:
    text = parts[0]
    words = " ".join("".join(_words(text.element)).split())
    runs = tuple(run for at in parts for run in _runs(at))
    label = Label(
        words=words,
        runs=runs,
        anchor=_ANCHORS.get(text.style.get("text-anchor", ""), 0.0),
        raised=_RAISED.get(text.style.get("dominant-baseline", ""), 0.0),
        matrix=text.matrix,
        is_measured=all(map(_is_measured, parts)) and all(each.tag in _PLAIN for each in text.element.iter("*")),
    )
    if words and runs and 0 < label.scale < inf:
        yield label


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield " " if any(map(child.get, ("x", "y", "dy"))) else ""  # a line of its own
        yield from _words(child)
        yield child.tail or ""


def _is_measured(at: Shown) -> bool:
    """Whether it can be told where the letters stand: not along a path, one by one, or behind another part."""
    places = [at.style.get(name, "") for name in ("x", "y", "dx", "dy")]
    simple = all(len(place.replace(",", " ").split()) < 2 and "%" not in place for place in places)
    whole = not any((child.tail or "").strip() for child in at.element)
    return at.is_placed and simple and whole and not any(at.style.get(name) for name in _UNMEASURED)


def _runs(at: Shown) -> Iterator[Run]:
    words = " ".join((at.element.text or "").split())
    place = {name: length(at.style[name], at.size) for name in ("x", "y", "dx") if at.style.get(name)}
    down = at.style.get("dy", "")
    lines = length(down, 1.0) if down.endswith("em") else 0.0
    tails = " ".join((child.tail or "").strip() for child in at.element).strip()
    if words or tails or place or down:
        width = _ems(words, at.style.get("font-weight", "") in _BOLD)
        yield Run(at.element, at.size, width, dy=0.0 if lines else length(down, at.size), lines=lines, **place)


def _shape(at: Shown) -> Box | None:
    """A shape that words may stand in, in its own units."""

    def of(name: str) -> float:
        return length(at.style.get(name, ""), at.size)

    match at.element.tag.removeprefix(SVG):
        case "rect":
            return Box(of("x"), of("y"), of("x") + of("width"), of("y") + of("height"))
        case "circle":
            return Box(of("cx") - of("r"), of("cy") - of("r"), of("cx") + of("r"), of("cy") + of("r"))
        case "ellipse":
            return Box(of("cx") - of("rx"), of("cy") - of("ry"), of("cx") + of("rx"), of("cy") + of("ry"))
    return None


def _ems(words: str, bold: bool) -> float:
    """The length of a line of words, of the size of its letters."""
    widths = _widths(bold)
    return sum(widths.get(ord(letter), _WIDE) for letter in words)


@cache
def _widths(bold: bool) -> Mapping[int, float]:
    """How wide each letter is that our face holds, in em."""
    font = TTFont(faces()[1 if bold else 0], lazy=True)
    advances, units = font["hmtx"].metrics, font["head"].unitsPerEm
    return {code: advances[glyph][0] / units for code, glyph in font.getBestCmap().items()}
