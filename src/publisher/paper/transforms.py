"""Places in a drawing: the ways from the units of one element to those of its sheet, and parts of the sheet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin, tan

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_NUMBERS = re.compile(NUMBER, re.I)
_TRANSFORM = re.compile(r"([a-z]+)\s*\(([^)]*)\)", re.I)
_SPACE = 0.2  # of the size: words of two labels stand so far apart
_OVERLAP = 0.12  # so far a line may reach into the white of the next

Matrix = tuple[float, float, float, float, float, float]
ONE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, two: Matrix) -> Matrix:
    """First ``one``, then ``two``."""
    (a, b, c, d, e, f), (g, h, i, j, k, m) = one, two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def transform(written: str) -> Matrix | None:
    """What the attribute "transform" does; None where it cannot be told."""
    made = ONE
    for name, values in _TRANSFORM.findall(written):
        numbers = [float(number) for number in _NUMBERS.findall(values)]
        try:
            made = times(_step(name, numbers), made)
        except ValueError:
            return None
    return made


def _step(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *y]:
            return 1.0, 0.0, 0.0, 1.0, x, y[0] if y else 0.0
        case "scale", [x, *y]:
            return x, 0.0, 0.0, y[0] if y else x, 0.0, 0.0
        case "rotate", [angle]:
            a, b = cos(radians(angle)), sin(radians(angle))
            return a, b, -b, a, 0.0, 0.0
        case "rotate", [angle, x, y]:
            back = times((1.0, 0.0, 0.0, 1.0, -x, -y), _step("rotate", [angle]))
            return times(back, (1.0, 0.0, 0.0, 1.0, x, y))
        case "skewX", [angle]:
            return 1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0
    raise ValueError(name)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a sheet, or of a place in units of its own."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    def holds(self, other: "Box") -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: "Box", *, size: float) -> bool:
        """Whether words of ``size`` in one box run into those in the other, or follow them without a space."""
        across = min(self.right, other.right) - max(self.left, other.left) > -_SPACE * size
        return across and min(self.bottom, other.bottom) - max(self.top, other.top) > _OVERLAP * size


def union(boxes: Iterable[Box]) -> Box:
    """The least box that holds them all."""
    every = tuple(boxes)
    return Box(
        min(box.left for box in every),
        min(box.top for box in every),
        max(box.right for box in every),
        max(box.bottom for box in every),
    )


def placed(box: Box, matrix: Matrix) -> Box:
    """The part of the sheet that a box in the units of its place takes."""
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x in (box.left, box.right) for y in (box.top, box.bottom)]
    down = [b * x + d * y + f for x in (box.left, box.right) for y in (box.top, box.bottom)]
    return Box(min(across), min(down), max(across), max(down))
