"""The words of a drawing: how large they come out on paper, and the same drawing with larger letters where they fit.

A drawing is measured without the page engine, so that a check may ask too: what its style sheet and attributes say of
letters (SVG 2 §11), set in our own face. What cannot be told so, such as words along a path, is not made larger.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import inf

from lxml import etree

from publisher.paper.letters import MOST, Label, labels
from publisher.paper.transforms import Box, union
from publisher.readers.svg import written

_TURNS = 6  # larger letters want a larger sheet, and that makes all letters smaller again
_GROWTH = 1.25  # a drawing's sheet gets no wider or higher than this
_GROUND = 0.9  # of the sheet: a larger shape is its ground, and frames no words
_MARGIN = 1.003  # letters are set by so much too large, as sizes are rounded
_LARGEST = 1_000_000  # bytes: a larger drawing is a map or a picture, and stays as it is
_SIZE = re.compile(r"\s*font(-size)?\s*:[^;]*;?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A drawing as it is printed: its ``data``, the ``words`` in it that stay too small, and the size of the smallest.

    ``smallest`` is in points, as the letters come out; 0 where there are none. ``turned`` asks for a page on its side.
    """

    data: bytes
    words: tuple[str, ...] = ()
    smallest: float = 0.0
    turned: bool = False


@lru_cache(maxsize=256)  # a check asks, then each edition in large print
def lettered(data: bytes, *, width: float, height: float, least: float, better: float) -> Lettering:
    """A drawing that may be ``width`` by ``height`` points large, with letters of ``better`` points, or else ``least``.

    All words are made larger alike where there is room for all; else those that have room.
    """
    if len(data) > _LARGEST:
        return Lettering(data=data)
    root = etree.fromstring(data)
    sheet, found = _sheet(root), tuple(labels(root))
    if sheet is None or not found:
        return Lettering(data=data)
    scale = _scale(sheet, width, height)
    smallest = min(label.smallest for label in found) * scale
    if smallest >= least:
        return Lettering(data=data, smallest=smallest)
    grown = None
    for size in (better, least) if _is_weighed(found) else ():
        grown = _grown(found, sheet, width, height, size)
        if grown and not _crowded(found, *grown, _changed(found, grown[0])):
            return Lettering(data=_written(root, *grown), smallest=size)
    around = grown[1] if grown else sheet
    return _partly(root, found, around, _scale(around, width, height), least)


def _grown(
    found: Sequence[Label], sheet: Box, width: float, height: float, size: float
) -> tuple[tuple[Label, ...], Box] | None:
    """Every label at least ``size`` points large, on a sheet that holds what stands at its edges too."""
    wanted = sheet
    for _ in range(_TURNS):
        least = size * _MARGIN**2 / _scale(wanted, width, height)
        made = tuple(label.at_least(least) for label in found)
        needed = union([wanted, *(box for label in made if label.is_measured for box in label.boxes)])
        if needed.width > _GROWTH * sheet.width or needed.height > _GROWTH * sheet.height:
            return None
        if _scale(needed, width, height) * _MARGIN >= _scale(wanted, width, height):
            return made, needed
        wanted = needed
    return None


def _partly(root: etree._Element, found: Sequence[Label], sheet: Box, scale: float, least: float) -> Lettering:
    """Each label larger for which there is room among the others as they are; the words of the rest are told."""
    made = list(found)
    for number, label in enumerate(found if _is_weighed(found) else ()):
        made[number] = label.at_least(least * _MARGIN / scale)
        if made[number] is not label and _crowded(found, made, sheet, {number}):
            made[number] = label
    small = [label for label in made if label.smallest * scale < least]
    return Lettering(
        data=_written(root, made, sheet),
        words=tuple(dict.fromkeys(label.words for label in small)),
        smallest=min(label.smallest for label in made) * scale,
    )


def _is_weighed(found: Sequence[Label]) -> bool:
    """Whether there are few enough runs of words to try what has room beside what."""
    return sum(len(label.runs) for label in found) <= MOST


def _changed(before: Sequence[Label], after: Sequence[Label]) -> set[int]:
    return {number for number, label in enumerate(after) if label is not before[number]}


def _crowded(before: Sequence[Label], after: Sequence[Label], sheet: Box, larger: set[int]) -> bool:
    """Whether one of the ``larger`` labels leaves the sheet or the shape that it stood in, or meets one that it did not
    meet."""
    return any(
        not _has_place(before[one], after[one], sheet)
        or any(
            _meet(after[one], after[two]) and not _meet(before[one], before[two])
            for two in range(len(after))
            if two != one
        )
        for one in larger
    )


def _has_place(old: Label, new: Label, sheet: Box) -> bool:
    if not old.is_measured:
        return False
    frames = [old.frame] if old.frame and old.frame.area < _GROUND * sheet.area else []
    inside = all(frame.holds(box) for frame in (sheet, *frames) for box in new.boxes)
    lines = combinations(new.boxes, 2)
    return inside and not any(one.meets(two, size=new.smallest) for one, two in lines)


def _meet(one: Label, two: Label) -> bool:
    size = min(one.smallest, two.smallest)
    return any(mine.meets(other, size=size) for mine in one.boxes for other in two.boxes)


def _sheet(root: etree._Element) -> Box | None:
    """The viewBox, which every drawing says once it was read; None where that is broken."""
    try:
        left, top, width, height = map(float, (root.get("viewBox") or "").replace(",", " ").split())
    except ValueError:
        return None
    return Box(left, top, left + width, top + height) if 0 < width < inf and 0 < height < inf else None


def _scale(sheet: Box, width: float, height: float) -> float:
    """Points in a unit of a drawing that is as large as there is room for."""
    return min(width / sheet.width, height / sheet.height)


def _written(root: etree._Element, made: Sequence[Label], sheet: Box) -> bytes:
    """The drawing with its letters as ``made``, on a ``sheet`` of that size."""
    for label in made:
        for run in label.runs:
            other = _SIZE.sub("", run.element.get("style") or "").rstrip("; ")
            run.element.set("style", f"{other + '; ' if other else ''}font-size: {run.size:.4f}px !important")
    if sheet != _sheet(root):
        root.set("viewBox", f"{sheet.left:.6g} {sheet.top:.6g} {sheet.width:.6g} {sheet.height:.6g}")
        root.set("width", f"{sheet.width:.6g}")
        root.set("height", f"{sheet.height:.6g}")
    return written(root)
