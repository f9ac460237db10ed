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
from publisher.readers.syntax.marks import MARK, Marks, unmarked
from publisher.source import Span

_BULLET = re.compile(r"(?:[-*+]|\d+[.)])[ ]+\S")
_KEY = re.compile(r"[\w-]+[ ]*:")


_PLAIN = re.compile(r"(?![ ]{4}|[ ]*(?:[#>|:*+-]|\d+[.)][ ]|\ufdd0|<))[ ]*\S")
_RULE_OF_TABLE = re.compile(r"[ ]*\|?(?:[ ]*:?-{2,}:?[ ]*\|)+(?:[ ]*:?-{2,}:?[ ]*)?$")
_BLOCKS = (
    (
        re.compile(r"[ ]*(?:[-*+]|\d+[.)])[ ]+\[[ xX]\][ ]"),
        "There are no boxes to tick here",
        "write the words alone, or say what is done",
    ),
    (re.compile(r"!!![ ]"), "A box is not opened so here", "write ::: note, and ::: at its end"),
    (re.compile(r">[ ]*\[!\w+\]"), "A box is not opened so here", "write ::: note, and ::: at its end"),
    (
        re.compile(r"\\(?:newpage|pagebreak|clearpage)\b"),
        "Pages are not broken by hand",
        "remove it: chapters begin on a new page",
    ),
)


def _runs_into(lines: Sequence[str], at: int) -> bool:
    """Whether the list or table that begins in line ``at`` is swallowed by the paragraph above it."""
    line, above = lines[at], lines[at - 1]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if not _PLAIN.match(above):
        return False
    if re.match(r"[ ]{0,3}[-*+][ ]+\S", line):
        return bool(re.match(r"[ ]{0,3}[-*+][ ]+\S", below)) or above.rstrip().endswith((":", ":**"))
    if re.match(r"[ ]{0,3}1[.)][ ]+\S", line):
        return bool(re.match(r"[ ]{0,3}2[.)][ ]+\S", below))
    return "|" in line and "|" not in above and bool(_RULE_OF_TABLE.match(below))


def _ends_what_is_inside(lines: Sequence[str], at: int) -> bool:
    """Whether the lines above ``at``, up to a blank one, are a paragraph or list that stands inside an item."""
    inside = r"[ ]{4,}[^ \ufdd0]"  # a box or code that was taken out ends by itself
    if not at or not re.match(inside, lines[at - 1]):
        return False
    first = at
    while first and lines[first - 1].strip():
        first -= 1
    return bool(re.match(inside, lines[first]))


class BlockPreprocessor(Preprocessor):
    """Front matter goes; blocks indented by two or three spaces are said and left."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        rest = lines[self._front_matter(lines) :]
        in_list = False
        for at, line in enumerate(rest):
            for pattern, message, help in _BLOCKS:
                if pattern.match(line):
                    self._say(line, message, help)
            if at and _runs_into(rest, at):
                kind = "table" if "|" in line else "list"
                self._say(line, f"Without a blank line above it, this is no {kind} here", "put a blank line above it")
        for at, line in enumerate(rest):
            indent = len(line) - len(line.lstrip(" "))
            bullet = _BULLET.match(line, indent)
            blank_before = at == 0 or not rest[at - 1].strip()
            said = at and len(rest[at - 1]) - len(rest[at - 1].lstrip(" ")) in (2, 3) and rest[at - 1].strip()
            if in_list and indent in (2, 3) and (bullet or blank_before) and line.strip() and not said:
                message = f"Indented by {indent} spaces: this is not inside the list item above"
                self._say(line, message, "indent what belongs to a list item by four spaces")
            if in_list and bullet and indent < 2 and _ends_what_is_inside(rest, at):
                message = "Without a blank line above it, this is part of the list item above"
                self._say(line, message, "put a blank line above it")
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


_INLINES = (
    (
        "inline-note",
        177,
        r"\^\[(?P<words>[^\]]*)\]",
        "'{}': notes do not stand in the sentence here",
        "write [^label], and [^label]: the note, below",
    ),
    (
        "wiki-link",
        176.5,
        rf"\[{MARK.pattern}?\[(?P<words>[^\[\]]+)\]\]",
        "'{}' is no link here",
        "write [words](address)",
    ),
    ("template", 176.4, r"\{\{(?P<words>[^{}]+)\}\}", "'{}' is not filled in here", "write the words themselves"),
    (
        "formula",
        176.3,
        r"\$\$(?P<words>[^$]+)\$\$",
        "'{}': formulas are not set here",
        "use a picture with its words, or plain signs",
    ),
    (
        "struck",
        65,
        r"~~(?P<words>.+?)~~",
        "'{}': words are not struck out here",
        "leave them out, or write <del>words</del>",
    ),
    ("lowered", 64, r"~(?P<words>[^~\s]{1,40})~", "'{}': letters are not lowered so here", "write <sub>letters</sub>"),
    (
        "raised",
        63,
        r"\^(?P<words>[^^\s\[\]]{1,40})\^",
        "'{}': letters are not raised so here",
        "write <sup>letters</sup>",
    ),
    (
        "marked",
        62,
        r"==(?P<words>[^=\s](?:[^=]*[^=\s])?)==",
        "'{}': words are not marked so here",
        "write <mark>words</mark>",
    ),
    (
        "emoji",
        61,
        r"(?<![\w:]):(?P<words>[a-z][a-z0-9_+-]{1,30}):(?![\w:])",
        "'{}' is no picture here",
        "say it in words",
    ),
)


class UnsupportedExtension(Extension):
    """What other dialects mean and ours does not."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        super().__init__()
        self.reading, self.marks = reading, marks

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(BlockPreprocessor(md, self.reading), "unsupported", 85)
        for name, priority, pattern, message, help in _INLINES:
            processor = InlineFaultProcessor(pattern, md, self.reading, self.marks, message, help)
            md.inlinePatterns.register(processor, name, priority)
