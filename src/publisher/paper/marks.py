"""Marked content: every leaf that is painted is either a numbered part of the structure or an artifact."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf.stream import Stream

from publisher.paper.leaves import Artifact, Leaf

# ISO 32000-1 14.8.2.2: the property lists of artifacts.
_ARTIFACTS = {
    Artifact.HEADER: "/Type /Pagination /Subtype /Header",
    Artifact.FOOTER: "/Type /Pagination /Subtype /Footer",
    Artifact.REPEATED: "/Type /Pagination",
    Artifact.LEADER: "/Type /Layout",
    Artifact.DECORATION: "/Type /Layout",
}


def marking(leaves: Mapping[Any, Leaf]) -> type[Stream]:
    """A page stream for the engine that marks what it paints by what ``leaves`` say of each box."""

    class MarkingStream(Stream):  # type: ignore[misc]
        def clone(self, **arguments: Any) -> Any:
            copy = super().clone(**arguments)
            copy.__class__ = type(self)  # the engine names its own class there
            return copy

        @contextmanager
        def marked(self, box: Any, tag: str) -> Iterator[None]:
            at = len(self.stream)
            self.stream.append(b"")
            yield
            if len(self.stream) == at + 1 and leaves[box].artifact:
                self.stream.pop()  # nothing was painted
                return
            self.stream[at] = _opening(self, box, leaves[box]).encode()
            self.end_marked_content()

    return MarkingStream


def _opening(stream: Any, box: Any, leaf: Leaf) -> str:
    """The operator that opens the marked content of ``leaf``, which has just been painted on ``stream``."""
    if leaf.artifact:
        return f"/Artifact <<{_ARTIFACTS[leaf.artifact]}>> BDC"
    mcid = len(stream._tags)
    stream._tags[box] = {"mcid": mcid}
    if leaf.text is None:
        return f"/Figure <</MCID {mcid}>> BDC"
    actual = leaf.actual
    if actual:
        _map_every_glyph(stream)
    if leaf.space and (actual or not _show_space(stream)):
        actual = f"{actual or leaf.text} "
    # ISO 32000-1 14.9.4: what a reader gets in place of the glyphs.
    return f"/Span <</MCID {mcid}{f' /ActualText {_utf16(actual)}' if actual else ''}>> BDC"


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


def _map_every_glyph(stream: Any) -> None:
    """Dots that are drawn apart from their letter stand for nothing of their own, but for something they must stand.

    ISO 14289-1 7.21.7: each glyph maps to Unicode.
    """
    for font in stream._fonts.values():
        font.to_unicode.update({glyph: "\u200b" for glyph, text in font.to_unicode.items() if not text})


def _utf16(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
