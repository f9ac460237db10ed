"""Marked content: every leaf that is painted is either a numbered part of the structure or an artifact."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unicodedata import bidirectional, category

from weasyprint.pdf.stream import Stream

from publisher.paper.glyphs import Meanings
from publisher.paper.leaves import Artifact, Leaf

# ISO 32000-1 14.8.2.2: the property lists of artifacts.
_ARTIFACTS = {
    Artifact.HEADER: "/Type /Pagination /Subtype /Header",
    Artifact.FOOTER: "/Type /Pagination /Subtype /Footer",
    Artifact.REPEATED: "/Type /Pagination",
    Artifact.LEADER: "/Type /Layout",
    Artifact.DECORATION: "/Type /Layout",
}
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def marking(leaves: Mapping[Any, Leaf]) -> type[Stream]:
    """A page stream for the engine that marks what it paints by what ``leaves`` say of each box."""
    return type("MarkingStream", (_MarkingStream,), {"leaves": leaves, "meanings": {}})


class _MarkingStream(Stream):  # type: ignore[misc]
    leaves: Mapping[Any, Leaf]
    meanings: dict[str, Meanings]  # by font, for all pages
    shown = ""  # what the glyphs of the leaf say that is being painted
    turned = False
    written = b""  # the finished object

    def clone(self, **arguments: Any) -> Any:
        copy = super().clone(**arguments)
        copy.__class__ = type(self)  # the engine names its own class there
        return copy

    def painted(self) -> None:  # "close" is an operator of drawings
        """The page is painted: it is compressed once, and what was painted is forgotten."""
        self.written = super().data
        self.stream.clear()

    @property
    def data(self) -> bytes:
        return self.written or bytes(super().data)

    def add_font(self, pango_font: Any) -> Any:
        font, size = super().add_font(pango_font)
        font.to_unicode = self.meanings.setdefault(font.hash, Meanings(font))
        font.to_unicode.turned = self.turned
        return font, size

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self.shown += self.meanings[self._current_font[0]].read(text)

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        at = len(self.stream)
        self.stream.append(b"")
        self.shown, self.turned = "", _is_turned(box)
        yield
        self.turned = False
        if len(self.stream) == at + 1 and self.leaves[box].artifact:
            self.stream.pop()  # nothing was painted
            return
        self.stream[at] = _opening(self, box, self.leaves[box]).encode()
        self.end_marked_content()


def _is_turned(box: Any) -> bool:
    """Whether some of the text of ``box`` may run from right to left."""
    text = getattr(box, "text", "")
    return box.style["direction"] == "rtl" or any(map(_RIGHT_TO_LEFT.__contains__, map(bidirectional, text)))


def _opening(stream: Any, box: Any, leaf: Leaf) -> str:
    """The operator that opens the marked content of ``leaf``, which has just been painted on ``stream``."""
    if leaf.artifact:
        return f"/Artifact <<{_ARTIFACTS[leaf.artifact]}>> BDC"
    mcid = len(stream._tags)
    stream._tags[box] = {"mcid": mcid}
    if leaf.text is None:
        return f"/Figure <</MCID {mcid}>> BDC"
    # Glyphs stand in the order in which they are seen: from right to left, joined, or before the letter they follow.
    told = "\u200b" not in stream.shown and _plain(stream.shown) == _plain(leaf.text)
    actual = leaf.actual or ("" if told else leaf.text)
    if leaf.space and (actual or not _show_space(stream)):
        actual = f"{actual or leaf.text} "
    # ISO 32000-1 14.9.4: what a reader gets in place of the glyphs.
    return f"/Span <</MCID {mcid}{f' /ActualText {_utf16(actual)}' if actual else ''}>> BDC"


def _plain(text: str) -> str:
    """``text`` without what is never painted; spaces are the same at any width."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if category(c) == "Zs" else c for c in text if category(c) not in ("Cc", "Cf"))


def _show_space(stream: Any) -> bool:
    """A space stands at the end of the text just painted, where its font is known to have one."""
    if stream.stream[-1] != b"ET" or not stream._old_font:
        return False
    font = next((font for font in stream._fonts.values() if font.hash == stream._old_font[0]), None)
    glyph = next((glyph for glyph, text in font.to_unicode.items() if text == " "), None) if font else None
    if glyph is None:
        return False
    stream.stream.insert(-1, f"<{glyph:04x}> Tj".encode())
    return True


def _utf16(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
