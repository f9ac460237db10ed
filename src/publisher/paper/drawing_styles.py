"""What a drawing's style sheets and attributes say of its letters, read as the page engine reads them.

The engine (WeasyPrint 70, svg/) hands sizes in em down as they are written, so that they grow with each element.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import cssselect2
import tinycss2  # type: ignore[import-untyped]
from lxml import etree

from publisher.paper.transforms import NUMBER, ONE, Matrix, times, transform
from publisher.readers.svg import written
from publisher.readers.svg.vocabulary import SVG

_INHERITED = frozenset(
    "font-size font-weight text-anchor dominant-baseline letter-spacing direction display visibility".split()
)
_ELSEWHERE = frozenset(SVG + name for name in "defs symbol pattern marker clipPath mask svg".split())
_FIRST = 16.0  # the size of letters of which nothing is said, in CSS pixels
_LENGTH = re.compile(rf"\s*({NUMBER})\s*([a-z]*|%)\s*", re.I)
# CSS Fonts 4 §2.7
_FONT = re.compile(r"""(?<![\w-])font\s*:((?:[^;{}"']|"[^"]*"|'[^']*')+)""", re.I)
_SHORTHAND = re.compile(
    rf"(?P<words>(?:[\w-]+\s+)*?)(?P<size>{NUMBER}(?:[a-z]+|%))(?:\s*/\s*\S+)?\s+(?P<family>.+)", re.I | re.S
)
_WEIGHTS = frozenset("bold bolder lighter 100 200 300 400 500 600 700 800 900".split())
# CSS Values 4 §6.2
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_RELATIVE = {"em": 1.0, "rem": 1.0, "ex": 0.5, "%": 0.01}

Style = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """An element of a drawing: its style, the size of its letters, and the way from its units to those of the sheet.

    ``is_placed`` is not so for what is drawn elsewhere too, or nowhere.
    """

    element: etree._Element
    style: Style
    size: float
    matrix: Matrix
    is_placed: bool = True


class _Sheet:
    """The rules of a drawing's style elements: what is declared, and what is declared to be important."""

    def __init__(self, root: etree._Element) -> None:
        self.matchers = cssselect2.Matcher(), cssselect2.Matcher()
        for sheet in root.iter(f"{SVG}style"):
            for rule in tinycss2.parse_stylesheet(sheet.text or "", skip_comments=True, skip_whitespace=True):
                if rule.type == "qualified-rule":
                    self._add(rule)
        tree = cssselect2.ElementWrapper.from_xml_root(root)
        self.wrapped = {wrapper.etree_element: wrapper for wrapper in tree.iter_subtree()}

    def _add(self, rule: tinycss2.ast.QualifiedRule) -> None:
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            return
        for matcher, declared in zip(self.matchers, _declared(rule.content), strict=True):
            for selector in selectors:
                if selector.pseudo_element is None and not selector.never_matches:
                    matcher.add_selector(selector, declared)

    def style(self, element: etree._Element, above: Style) -> Style:
        found = {name: value for name, value in above.items() if name in _INHERITED}
        found |= {str(name): str(value) for name, value in element.items()}
        for matcher, own in zip(self.matchers, _declared(element.get("style") or ""), strict=True):
            for *_, declared in matcher.match(self.wrapped[element]):
                found |= declared
            found |= own
        if font := found.pop("font", "").split():
            found["font-size"] = font[0]  # so the engine reads it
        return found


def _declared(css: object) -> tuple[dict[str, str], dict[str, str]]:
    found: tuple[dict[str, str], dict[str, str]] = {}, {}
    for node in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            found[node.important][node.lower_name] = tinycss2.serialize(node.value).strip()
    return found


def shown(root: etree._Element) -> Iterator[Shown]:
    """Every element that is to be seen, in the order of drawing."""
    sheet = _Sheet(root)
    waiting = [Shown(root, sheet.style(root, {}), _FIRST, ONE)]
    while waiting:
        at = waiting.pop()
        if at.style.get("display") != "none" and at.style.get("visibility") != "hidden":
            yield at
        waiting += (_child(child, at, sheet) for child in reversed(at.element) if isinstance(child.tag, str))


def _child(element: etree._Element, above: Shown, sheet: _Sheet) -> Shown:
    style = sheet.style(element, above.style)
    matrix = transform(style.get("transform", ""))
    return Shown(
        element=element,
        style=style,
        size=length(style.get("font-size", "1em"), above.size),
        matrix=times(matrix or ONE, above.matrix),
        is_placed=above.is_placed and matrix is not None and element.tag not in _ELSEWHERE,
    )


def length(said: str, size: float) -> float:
    """A length in the units of its place, beside letters of ``size``; 0 where it is none."""
    found = _LENGTH.fullmatch(said)
    if not found:
        return 0.0
    unit = found[2].lower()
    return float(found[1]) * (_RELATIVE[unit] * size if unit in _RELATIVE else _UNITS.get(unit, 0.0))


def spelled_out(data: bytes) -> bytes:
    """A drawing without the shorthand "font", of whose first word the engine makes a size, and no letters."""
    if b"font:" not in data.replace(b" ", b""):
        return data
    root = etree.fromstring(data)
    for element in root.iter("*"):
        if style := element.get("style"):
            element.set("style", _FONT.sub(_longhand, style))
        if element.tag == f"{SVG}style":
            element.text = _FONT.sub(_longhand, element.text or "")
    return written(root)


def _longhand(font: re.Match[str]) -> str:
    found = _SHORTHAND.fullmatch(font[1].strip())
    if not found:
        return font[0]
    words = found["words"].lower().split()
    weight = next((word for word in words if word in _WEIGHTS), "normal")
    style = next((word for word in words if word in ("italic", "oblique")), "normal")
    return f"font-style:{style};font-weight:{weight};font-size:{found['size']};font-family:{found['family']}"
