"""Citations and cross-references, as Pandoc and Quarto write them.

[@gsi-2018]   [@a; @b, p. 12]   @a says       @fig-map   @tbl-forces   @sec-law
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import Reading
from publisher.readers.syntax.marks import MARK, Marks, unmarked
from publisher.source import Span

_KEY = r"\w(?:[\w:.-]*\w)?"
_MARKS = f"{MARK.pattern}*"
_ITEM = re.compile(rf"\s*(?P<mark>{_MARKS})@(?P<key>{_KEY})(?:\s*,\s*(?P<locator>.*\S))?\s*", re.DOTALL)
# Not in an address of mail; but scripts that write no spaces (from Thai on) have letters before a citation.
_OF_A_WORD = r"A-Za-z0-9_\u00c0-\u0dff\u1e00-\u1fff"
_CROSS = ("fig-", "tbl-", "sec-")


class ClusterProcessor(InlineProcessor):
    """``[@a; @b, p. 12]``: sources cited beside the sentence."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, reading: Reading, marks: Marks) -> None:
        super().__init__(r"\[(?P<inside>[^\[\]]*?(?<![\w/.])-?@\w[^\[\]]*)\](?![(\[{])", md)
        self.reading, self.marks = reading, marks

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        items = [_ITEM.fullmatch(item) for item in m["inside"].split(";")]
        good = [item for item in items if item]
        if len(good) < len(items):
            self._refuse(m, data)
        if not good:
            return None, None, None
        if len(good) == 1 and good[0]["key"].startswith(_CROSS):
            return Element("cross-reference", {"target": good[0]["key"]}), m.start(0), m.end(0)
        citation = Element("citation")
        for item in good:
            place = {"key": item["key"], "locator": " ".join(unmarked(item["locator"] or "").split())}
            SubElement(citation, "item", place).text = item["mark"]
        return citation, m.start(0), m.end(0)

    def _refuse(self, m: re.Match[str], data: str) -> None:
        inside = unmarked(m["inside"]).strip()
        help = "write [@key], or [@key, p. 12]; words before the key belong in the sentence"
        self.reading.fault(FaultKind.UNSUPPORTED, self._place(m, data), f"'[{inside}]' is no citation here", help)

    def _place(self, m: re.Match[str], data: str) -> Span:
        mark = self.marks.before(data, m.start(0)) or self.marks.before(m[0], len(m[0]))
        return Span(self.reading.file, mark.line, mark.column) if mark else Span(self.reading.file)


class InSentenceProcessor(InlineProcessor):
    """``@a says``: the source's author is part of the sentence; or a cross-reference."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        key = m["key"]
        if key.startswith(_CROSS):
            return Element("cross-reference", {"target": key}), m.start(0), m.end(0)
        citation = Element("citation", {"in-sentence": "yes"})
        SubElement(citation, "item", {"key": key, "locator": ""})
        return citation, m.start(0), m.end(0)


class CitationExtension(Extension):
    """Citations, before links are looked for in the same brackets."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        super().__init__()
        self.reading, self.marks = reading, marks

    def extendMarkdown(self, md: Markdown) -> None:
        md.ESCAPED_CHARS.extend("@~^:<")
        md.inlinePatterns.register(ClusterProcessor(md, self.reading, self.marks), "cluster", 175)
        alone = rf"(?<![{_OF_A_WORD}@/.])@(?P<key>{_KEY})"
        md.inlinePatterns.register(InSentenceProcessor(alone, md), "in-sentence", 105)
