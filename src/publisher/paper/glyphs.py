"""What the glyphs of a face stand for: what a reader gets who copies a page, or listens to it.

The engine takes the first cluster in which it meets a glyph for its meaning. That is wrong for brackets that are turned
round in text from right to left, and not enough where letters change places or join: there the text itself has to stand
beside the glyphs (marks.py).
"""

import re
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from struct import iter_unpack
from typing import Any
from unicodedata import mirrored

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_STRINGS = re.compile(r"<([0-9a-f]+)>")


class Meanings(dict[int, str]):
    """The characters of each glyph of the engine's ``font``; ``turned`` while what is learnt runs
    from right to left."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font
        self.turned = False

    def __setitem__(self, glyph: int, text: str) -> None:
        if self.turned and len(text) == 1 and mirrored(text):
            text = self._own.get(glyph, text)
        # ISO 14289-1 7.21.7: each glyph maps to Unicode, dots that are drawn apart from their letter too.
        super().__setitem__(glyph, text or "\u200b")

    @cached_property
    def _own(self) -> Mapping[int, str]:
        """The character of its own that a glyph has in its font, whatever it was used for."""
        font = TTFont(BytesIO(self._font.file_content), fontNumber=max(self._font.index, 0), lazy=True)
        return {font.getGlyphID(name): chr(code) for code, name in font.getBestCmap().items() if mirrored(chr(code))}

    def read(self, shown: str) -> str:
        """The characters of glyphs as the engine shows them: strings in hexadecimal, and distances between them."""
        codes = bytes.fromhex("".join(_STRINGS.findall(shown)))
        return "".join(self.get(glyph, "") for (glyph,) in iter_unpack(">H", codes))
