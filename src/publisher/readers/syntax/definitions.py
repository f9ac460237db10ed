"""Definitions that hold for the whole file, wherever they stand:

[label]: https://example.org/ "title"        where a link leads
*[HTML]: Hypertext Markup Language           what an abbreviation stands for
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publisher.readers.syntax.lines import Reading

_TITLE = r"""(?P<title>"[^"]*"|'[^']*'|\([^)]*\))?"""
_LINK = re.compile(rf"[ ]{{0,3}}\[(?P<label>[^\[\]^@][^\[\]]*)\]:[ ]*<?(?P<href>[^\s>]+)>?[ ]*{_TITLE}[ ]*$")
_ABBREVIATION = re.compile(r"\*\[(?P<short>[^\]]+)\]:[ ]*(?P<long>.*\S)[ ]*$")


class DefinitionPreprocessor(Preprocessor):
    """Definitions leave the text and are known everywhere in it, also inside boxes and notes."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        return [line for line in lines if not self._defines(line)]

    def _defines(self, line: str) -> bool:
        if link := _LINK.match(line):
            title = (link["title"] or "")[1:-1]
            self.md.references.setdefault(" ".join(link["label"].lower().split()), (link["href"], title))
            return True
        if short := _ABBREVIATION.match(line):
            self.reading.abbreviations.setdefault(short["short"].strip(), short["long"])
            return True
        return False


class DefinitionExtension(Extension):
    """Link definitions and abbreviations; Python-Markdown's own block processor for the former is not needed."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.deregister("reference")
        md.preprocessors.register(DefinitionPreprocessor(md, self.reading), "definitions", 50)
