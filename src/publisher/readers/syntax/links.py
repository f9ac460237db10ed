"""Links, pictures and spans: Python-Markdown's brackets, with attributes in braces behind them.

![portugal-street]                                  a figure or picture of the manifest
![Alt text](../images/x.png "Caption"){#fig-x kind=photo}
[the law](02-law.md)        [bonjour]{lang=fr}
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor

from publisher.readers.syntax.attributes import BRACES, attributes
from publisher.readers.syntax.lines import Reading
from publisher.readers.syntax.marks import unmarked

BRACED = "braces"


class KeyedImageProcessor(InlineProcessor):
    """``![key]`` names a picture of the manifest; there our keys win over link definitions."""

    def __init__(self, md: Markdown, keys: frozenset[str]) -> None:
        super().__init__(r"!\[(?P<key>[^\[\]]+)\](?![(\[])", md)
        self.keys = keys

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        key = unmarked(m["key"]).strip()
        if key not in self.keys and key.lower() in self.md.references:
            return None, None, None
        return Element("keyed-image", {"key": key}), m.start(0), m.end(0)


class BracedImageProcessor(ImageInlineProcessor):
    """A picture said on the spot, with what stands in braces behind it."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        image, start, end = super().handleMatch(m, data)
        if not isinstance(image, Element) or end is None:
            return None, None, None
        braces = BRACES.match(data, end)
        if braces and attributes(braces[0]):
            image.set(BRACED, braces[0])
            end = braces.end()
        return image, start, end


class SpanProcessor(LinkInlineProcessor):
    """``[text]{lang=fr}``: a run of text with a language or a class."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        text, index, closed = self.getText(data, m.end(0))
        braces = BRACES.match(data, index) if closed else None
        if not braces or not attributes(braces[0]):
            return None, None, None
        span = Element("span", {BRACED: braces[0]})
        span.text = text
        return span, m.start(0), braces.end()


class LinkExtension(Extension):
    """Pictures and spans, around Python-Markdown's own links."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(KeyedImageProcessor(md, self.reading.figure_keys), "keyed-image", 179)
        md.inlinePatterns.register(BracedImageProcessor(r"!\[", md), "image_link", 178)
        md.inlinePatterns.register(SpanProcessor(r"(?<!!)\[", md), "span", 172)
