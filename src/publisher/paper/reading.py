"""A finished PDF as a person who listens meets it: the tag tree in order, with the words that each tag holds.

This reads any tagged PDF, not only ours: structure elements, the marked content that belongs to them on each page
(ISO 32000-1 §14.7), and the characters that its fonts say stand there (§9.10, ToUnicode).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from publisher.model.reading import Tag

Object = pikepdf.Object
DEEPEST = 200


def read_pdf(data: bytes) -> tuple[Tag, ...]:
    """The tags at the root of a PDF's structure tree. Raises pikepdf.PdfError; an untagged file has none."""
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ()
        reader = _Reader(root)
        return tuple(child for child in reader.children(root, None, 0) if isinstance(child, Tag))


def read_structure(data: bytes) -> tuple[Tag, ...]:
    """The tags of a PDF without their words: a long book is not read whole. Raises as ``read_pdf``."""
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        return () if root is None else tuple(_bare(root, _Reader(root), 0))


def _bare(parent: Object, reader: "_Reader", depth: int) -> Iterator[Tag]:
    """Each structure element in ``parent``, with those in it, in reading order."""
    kids = parent.get("/K")
    if kids is None or depth > DEEPEST:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield Tag(
                role=reader.role(kid),
                language=str(kid.get("/Lang", "")),
                alternative=str(kid.get("/Alt", "")),
                children=tuple(_bare(kid, reader, depth + 1)),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A tag of a file: the ``index``-th of ``of_kind`` tags that have its role, in reading order, from 0."""

    tag: Tag
    index: int
    of_kind: int


def read_element(data: bytes, number: int) -> Met | None:
    """The tag that is object ``number`` of a PDF; None where that object is no tag of its structure tree."""
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        wanted = pdf.get_object((number, 0))
        if root is None or not isinstance(wanted, pikepdf.Dictionary) or "/S" not in wanted:
            return None
        reader = _Reader(root)
        role = reader.role(wanted)
        kind = [element for element in _elements(root, 0) if reader.role(element) == role]
        place = next((place for place, element in enumerate(kind) if element.objgen == wanted.objgen), None)
        if place is None:
            return None
        return Met(tag=reader.tag(wanted, wanted.get("/Pg"), 0), index=place, of_kind=len(kind))


def _elements(parent: Object, depth: int) -> Iterator[Object]:
    """Each structure element below ``parent``, in reading order."""
    kids = parent.get("/K")
    if kids is None or depth > DEEPEST:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid, depth + 1)


class _Reader:
    """Reads the tree of one file; the content of a page is read once, when the first tag asks for it."""

    def __init__(self, root: Object) -> None:
        self.roles: Mapping[str, str] = {str(name): str(role) for name, role in root.get("/RoleMap", {}).items()}
        self.pages: dict[tuple[int, int], Mapping[int, str]] = {}

    def children(self, parent: Object, page: Object | None, depth: int) -> Iterator[Tag | str]:
        kids = parent.get("/K")
        if kids is None or depth > DEEPEST:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield self._content(page, kid)
            elif "/MCID" in kid:
                yield self._content(kid.get("/Pg", page), int(kid["/MCID"]))
            elif "/S" in kid:
                yield self.tag(kid, kid.get("/Pg", page), depth)

    def tag(self, element: Object, page: Object | None, depth: int) -> Tag:
        replaced = element.get("/ActualText")
        inside = (str(replaced),) if replaced is not None else tuple(self.children(element, page, depth + 1))
        return Tag(
            role=self.role(element),
            language=str(element.get("/Lang", "")),
            alternative=str(element.get("/Alt", "")),
            expansion=str(element.get("/E", "")),
            id=bytes(element["/ID"]).decode("latin-1") if "/ID" in element else "",
            attributes=tuple(_attributes(element.get("/A"))),
            children=inside,
        )

    def role(self, element: Object) -> str:
        """The standard type of an element, after the file's own map of types."""
        name = str(element["/S"])
        for _ in range(10):
            if name not in self.roles:
                break
            name = self.roles[name]
        return name.removeprefix("/")

    def _content(self, page: Object | None, number: int) -> str:
        if page is None:
            return ""
        if page.objgen not in self.pages:
            self.pages[page.objgen] = _marked_content(page)
        return self.pages[page.objgen].get(number, "")


def _attributes(owners: Object | None) -> Iterator[tuple[str, str]]:
    """The attributes that a listener is told of; where they stand in the layout is not among them."""
    if owners is None:
        return
    for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
        for name, value in owner.items() if isinstance(owner, pikepdf.Dictionary) else ():
            if name in ("/Scope", "/Headers", "/RowSpan", "/ColSpan", "/ListNumbering", "/Summary"):
                shown = " ".join(map(_shown, value)) if isinstance(value, pikepdf.Array) else _shown(value)
                yield name.removeprefix("/"), shown


def _shown(value: object) -> str:
    return str(value).removeprefix("/")


def _marked_content(page: Object) -> Mapping[int, str]:
    """The words of each marked content of a page, by its number. Nested marks join those around them."""
    words: dict[int, str] = {}
    fonts = {name: _Font(font) for name, font in _resources(page, "/Font").items()}
    marks: list[tuple[int | None, str | None]] = []
    font: _Font | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                marks.append(_mark(operands[1], page))
                _add(words, marks, marks[-1][1], inner=True)
            case "BMC":
                marks.append((None, None))
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts.get(str(operands[0]))
            case "Tj" | "'" | "TJ" | '"':
                _add(words, marks, font.text(operands[-1]) if font else "")
    return words


def _resources(page: Object, kind: str) -> Mapping[str, Object]:
    found = page.get("/Resources", pikepdf.Dictionary()).get(kind, pikepdf.Dictionary())
    return dict(found.items())


def _mark(properties: Object, page: Object) -> tuple[int | None, str | None]:
    """The number of a marked content and the text that stands for it, where either is given."""
    if isinstance(properties, pikepdf.Name):
        properties = _resources(page, "/Properties").get(str(properties), pikepdf.Dictionary())
    number, replaced = properties.get("/MCID"), properties.get("/ActualText")
    return int(number) if number is not None else None, str(replaced) if replaced is not None else None


def _add(
    words: dict[int, str], marks: list[tuple[int | None, str | None]], text: str | None, *, inner: bool = False
) -> None:
    """Put text where the innermost number says, unless a text that stands for it has been put there already."""
    around = marks[:-1] if inner else marks
    number = next((number for number, _ in reversed(marks) if number is not None), None)
    if text is None or number is None or any(replaced is not None for _, replaced in around):
        return
    words[number] = words.get(number, "") + text


_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")


class _Font:
    """Turns the codes of a font into characters by its ToUnicode map."""

    def __init__(self, font: Object) -> None:
        self.wide = font.get("/Subtype") == "/Type0"
        self.characters: dict[int, str] = {}
        if "/ToUnicode" in font:
            self._learn(font["/ToUnicode"].read_bytes())

    def _learn(self, cmap: bytes) -> None:
        for section in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
            self.characters |= {int(code, 16): _utf16(text) for code, text in _PAIR.findall(section)}
        for section in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
            for first, last, start, listed in _RANGE.findall(section):
                codes = range(int(first, 16), int(last, 16) + 1)
                texts = (
                    re.findall(rb"<([0-9A-Fa-f]+)>", listed)
                    if listed
                    else (b"%04x" % (int(start, 16) + n) for n in range(len(codes)))
                )
                self.characters |= {code: _utf16(text) for code, text in zip(codes, texts)}

    def text(self, shown: Object) -> str:
        """The characters of a string, or of the strings in an array of strings and distances."""
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        return "".join(self._decoded(bytes(part)) for part in parts if isinstance(part, pikepdf.String | str))

    def _decoded(self, codes: bytes) -> str:
        step = 2 if self.wide else 1
        numbers = (int.from_bytes(codes[at : at + step]) for at in range(0, len(codes), step))
        return "".join(self.characters.get(number, "\ufffd") for number in numbers)


def _utf16(digits: bytes) -> str:
    text = re.sub(rb"\s", b"", digits)
    return bytes.fromhex(text.decode("ascii").zfill(4)).decode("utf-16-be", "replace")
