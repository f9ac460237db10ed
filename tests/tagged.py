"""A tagged PDF read as a screen reader does: the structure tree, with the text of each piece of marked content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf


class Content(str):
    """The text of a piece of marked content, and the number of its page, from 0."""

    page: int


def content(text: str, page: int) -> Content:
    made = Content(text)
    made.page = page
    return made


@dataclass
class Element:
    type: str
    object: pikepdf.Dictionary
    parent: "Element | None"
    kids: list["Element | str | pikepdf.Dictionary"] = field(default_factory=list)

    def every(self, type: str) -> Iterator["Element"]:
        for kid in self.kids:
            if isinstance(kid, Element):
                if kid.type == type:
                    yield kid
                yield from kid.every(type)

    @property
    def text(self) -> str:
        return "".join(
            kid if isinstance(kid, str) else kid.text if isinstance(kid, Element) else "" for kid in self.kids
        )

    @property
    def contents(self) -> Iterator[Content]:
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents
            elif isinstance(kid, Content):
                yield kid

    @property
    def types(self) -> list[str]:
        return [kid.type for kid in self.kids if isinstance(kid, Element)]


class Reader:
    """``tree`` is the Document, ``artifacts`` the texts of all artifacts, ``unmarked`` what is neither."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.contents: dict[tuple[int, int], str] = {}
        self.artifacts: list[Content] = []
        self.unmarked: list[str] = []
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            self._read(page, number)
        root = pdf.Root.StructTreeRoot
        self.used: list[tuple[int, int]] = []
        self.tree = self._element(root.K[0], None, 0)

    def _read(self, page: pikepdf.Page, number: int) -> None:
        open_: list[tuple[int | None, str | None]] = []
        maps: dict[str, dict[int, str]] = {}
        artifact = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    properties = operands[1]
                    mcid = int(properties["/MCID"]) if "/MCID" in properties else None
                    actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
                    open_.append((mcid, actual) if str(operands[0]) != "/Artifact" else (-1, None))
                    if mcid is not None:
                        self.contents[number, mcid] = actual or ""
                case "BMC":
                    open_.append((-1, None))
                case "EMC":
                    if open_.pop()[0] == -1:
                        self.artifacts.append(content(artifact, number))
                        artifact = ""
                case "Tf":
                    font = str(operands[0])
                    if font not in maps:
                        maps[font] = _to_unicode(page.resources.Font[font])
                    glyphs = maps[font]
                case "Tj" | "TJ":
                    strings = operands[0] if str(operator) == "TJ" else operands
                    data = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
                    text = "".join(
                        glyphs.get(int.from_bytes(data[at : at + 2], "big"), "") for at in range(0, len(data), 2)
                    )
                    mcid, actual = open_[-1] if open_ else (None, None)
                    if mcid is None:
                        self.unmarked.append(text)
                    elif mcid == -1:
                        artifact += text
                    elif actual is None:
                        self.contents[number, mcid] += text

    def _element(self, object: pikepdf.Dictionary, parent: Element | None, page: int) -> Element:
        element = Element(str(object.S)[1:], object, parent)
        page = self._pages[object.Pg.objgen] if "/Pg" in object else page
        for kid in object.get("/K", []):
            if isinstance(kid, int):
                element.kids.append(self._content(page, kid))
            elif "/MCID" in kid:
                element.kids.append(self._content(self._pages[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.kids.append(kid.Obj)
            else:
                element.kids.append(self._element(kid, element, page))
        return element

    def _content(self, page: int, mcid: int) -> Content:
        self.used.append((page, mcid))
        return content(self.contents[page, mcid], page)


def _to_unicode(font: pikepdf.Dictionary) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", text[text.index("endcodespacerange") :])
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
