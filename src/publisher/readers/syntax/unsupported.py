"""Spellings from other dialects that would do silent damage here: each is said at its place (STR-13)."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import Line, Reading
from publisher.readers.syntax.marks import Marks, unmarked
from publisher.source import Span

_BULLET = re.compile(r"(?:[-*+]|\d+[.)])[ ]+\S")
_KEY = re.compile(r"[\w-]+[ ]*:")


class BlockPreprocessor(Preprocessor):
    """Front matter goes; blocks indented by two or three spaces are said and left."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        rest = lines[self._front_matter(lines) :]
        in_list = False
        for at, line in enumerate(rest):
            indent = len(line) - len(line.lstrip(" "))
            bullet = _BULLET.match(line, indent)
            blank_before = at == 0 or not rest[at - 1].strip()
            if in_list and indent in (2, 3) and (bullet or blank_before) and line.strip():
                message = f"Indented by {indent} spaces: this is not inside the list item above"
                self._say(line, message, "indent what belongs to a list item by four spaces")
            if line.strip() and (bullet or indent >= 2 or blank_before):
                in_list = bool(bullet) or (in_list and indent >= 2)
        return rest

    def _front_matter(self, lines: Sequence[str]) -> int:
        """How many lines at the top of the file are YAML front matter."""
        first = lines[0] if lines else ""
        if not isinstance(first, Line) or first.number != 1 or first.rstrip() != "---" or len(lines) < 2:
            return 0
        end = next((n for n in range(1, len(lines)) if lines[n].rstrip() in ("---", "...")), 0)
        if not end or not _KEY.match(lines[1]):
            return 0
        self._say(first, "Front matter is not read here", "say it in book.yaml, and remove these lines")
        return end + 1

    def _say(self, line: str, message: str, help: str) -> None:
        if isinstance(line, Line):
            self.reading.fault(FaultKind.UNSUPPORTED, self.reading.place(line, line.indent), message, help)


class InlineFaultProcessor(InlineProcessor):
    """An inline spelling that we do not take: its words stay, and it is said what to write."""

    def __init__(self, pattern: str, md: Markdown, reading: Reading, marks: Marks, message: str, help: str) -> None:
        super().__init__(pattern, md)
        self.reading, self.marks = reading, marks
        self.message, self.help = message, help

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        mark = self.marks.before(data, m.start(0)) or self.marks.before(m[0], len(m[0]))
        span = Span(self.reading.file, mark.line, mark.column) if mark else Span(self.reading.file)
        self.reading.fault(FaultKind.UNSUPPORTED, span, self.message.format(unmarked(m[0])), self.help)
        words = Element("words")
        words.text = m["words"]
        return words, m.start(0), m.end(0)


class UnsupportedExtension(Extension):
    """What other dialects mean and ours does not."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        super().__init__()
        self.reading, self.marks = reading, marks

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(BlockPreprocessor(md, self.reading), "unsupported", 85)
        note = InlineFaultProcessor(
            r"\^\[(?P<words>[^\]]*)\]", md, self.reading, self.marks,
            "'{}': notes do not stand in the sentence here", "write [^label], and [^label]: the note, below",
        )  # fmt: skip
        struck = InlineFaultProcessor(
            r"~~(?P<words>.+?)~~", md, self.reading, self.marks,
            "'{}': words are not struck out here", "leave them out, or write <del>words</del>",
        )  # fmt: skip
        md.inlinePatterns.register(note, "inline-note", 177)
        md.inlinePatterns.register(struck, "struck", 65)
