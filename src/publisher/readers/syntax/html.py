"""Raw HTML, by allow-list. What is not on it is a finding at its place; nothing is passed through or dropped unsaid.

Comments are the author's own and leave no trace. Tables and ``details`` are islands; the words in their cells are
Markdown again. In a sentence a handful of elements have a meaning that Markdown cannot write.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import Line, Reading, code_lines
from publisher.readers.syntax.marks import Marks, unmarked
from publisher.readers.syntax.markup_tables import island
from publisher.source import Span

PHRASES = frozenset({"abbr", "sup", "sub", "kbd", "cite", "q", "ins", "del", "mark", "time", "ruby", "rb", "rp", "rt"})
ACTIVE = frozenset(
    "script style iframe object embed applet form input button select textarea meta link base frame frameset "
    "noscript template canvas audio video svg math dialog portal slot".split()
)
PRESENTATIONAL = frozenset("font center u big small strike tt marquee blink basefont nobr".split())
INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "a": "[words](address)",
        "img": "![alternative text](picture)",
        "b": "**words**",
        "strong": "**words**",
        "i": "*words*",
        "em": "*words*",
        "code": "`words`",
        "p": "a paragraph with a blank line before it",
        "div": "::: aside … :::",
        "span": "[words]{lang=…}",
        "blockquote": "> words",
        "ul": "- item",
        "ol": "1. item",
        "li": "- item",
        "hr": "---",
        "pre": "a fenced code block",
        "figure": "![key] and a figure in the manifest",
        "figcaption": "caption: in the manifest",
        "s": "the words without it, or <del>",
        **{f"h{level}": "#" * level + " Title" for level in range(1, 7)},
    }
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>(?:\s[^<>]*)?)(?P<void>/?)>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_ALLOWED = MappingProxyType(
    {"abbr": {"title"}, "time": {"datetime"}, "q": {"lang"}, "cite": {"lang"}, "ruby": {"lang"}}
)
_BLOCK_START = re.compile(r"[ ]*<(?P<name>table|details)\b", re.IGNORECASE)
_ACTIVE_START = re.compile(rf"[ ]*<(?P<name>{'|'.join(sorted(ACTIVE))})\b", re.IGNORECASE)
_OPENING = re.compile(r"<[A-Za-z][^<>]*>")
_TURNS = 6
_Taken = tuple[Element | str, int, int] | tuple[None, None, None]
_COMMENT_START = re.compile(r"[ ]*<!--")


class HtmlPreprocessor(Preprocessor):
    """Comments that start a line are gone; tables and details are islands."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at, code = 0, code_lines(lines)
        while at < len(lines):
            line = lines[at]
            block, active = _BLOCK_START.match(line), _ACTIVE_START.match(line)
            if not isinstance(line, Line) or at in code or not (block or active or _COMMENT_START.match(line)):
                out.append(line)
                at += 1
            elif active:
                at = self._after_active(lines, at, active["name"].lower(), out)
            elif block:
                end = self._block_end(lines, at, block["name"])
                out += island(self.reading, tuple(row for row in lines[at:end] if isinstance(row, Line)))
                at = end
            else:
                at = self._after_comment(lines, at, out)
        return out

    def _block_end(self, lines: list[str], at: int, name: str) -> int:
        """The index after the line that closes the element opened in line ``at``."""
        depth = 0
        for number in range(at, len(lines)):
            for tag in re.finditer(rf"<(/?){name}\b", lines[number], re.IGNORECASE):
                depth += -1 if tag[1] else 1
            if depth <= 0:
                return number + 1
        self._say(FaultKind.UNCLOSED_HTML, lines[at], f"<{name}> is opened and never closed", f"write </{name}>")
        return len(lines)

    def _after_active(self, lines: list[str], at: int, name: str, out: list[str]) -> int:
        """Leave active content out, with all that is in it; the index of the next line to look at."""
        message = f"Active content: <{name}> in a chapter"
        self._say(FaultKind.ACTIVE_CONTENT, lines[at], message, "remove it")
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
        end = next((n for n in range(at, len(lines)) if closing.search(lines[n])), at)
        out.append("")
        return end + 1

    def _after_comment(self, lines: list[str], at: int, out: list[str]) -> int:
        """Leave a comment out; the index of the next line to look at."""
        for number in range(at, len(lines)):
            line = lines[number]
            start = line.index("<!--") + 4 if number == at else 0
            end = line.find("-->", start)
            if end >= 0:
                rest = line.cut(end + 3) if isinstance(line, Line) else line[end + 3 :]
                out.append(rest if rest.strip() else "")
                return number + 1
        self._say(FaultKind.UNCLOSED_HTML, lines[at], "A comment is opened and never closed", "write --> where it ends")
        return len(lines)

    def _say(self, kind: FaultKind, line: str, message: str, help: str) -> None:
        if isinstance(line, Line):
            self.reading.fault(kind, self.reading.place(line, line.indent), message, help)


class HtmlInlineProcessor(InlineProcessor):
    """Tags in a sentence: phrases with a meaning stay, all others are findings.

    Python-Markdown does not offer what is inside an element to the same pattern again. So each turn takes the innermost
    phrases, and the ``last`` what is left.
    """

    def __init__(self, md: Markdown, reading: Reading, marks: Marks, *, last: bool) -> None:
        super().__init__(r"<(?:!--.*?-->|[A-Za-z/!?][^<>]*>)", md)
        self.reading, self.marks, self.last = reading, marks, last

    def handleMatch(self, m: re.Match[str], data: str) -> _Taken:  # type: ignore[override]
        if m[0].startswith("<!--"):
            return "", m.start(0), m.end(0)
        tag = _TAG.fullmatch(unmarked(m[0]))
        if not tag:
            return self._refuse(m, data, re.split(r"[\s>]", unmarked(m[0])[1:])[0])
        name = tag["name"].lower()
        if name == "br" and not tag["close"]:
            return Element("br"), m.start(0), m.end(0)
        if name in PHRASES and tag["close"] and not self.last:
            return None, None, None
        if name in PHRASES and not tag["close"]:
            return self._phrase(m, data, name, tag["rest"])
        if name in ACTIVE or tag["close"]:
            return self._drop(m, data, name, bool(tag["close"]))
        return self._refuse(m, data, name)

    def _phrase(self, m: re.Match[str], data: str, name: str, rest: str) -> _Taken:
        depth, end = 1, None
        closes = re.compile(rf"</{name}\b", re.IGNORECASE).search(data, m.end(0))
        for tag in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(data, m.end(0)) if closes else ():
            depth += -1 if tag[1] else 1
            if depth == 0:
                end = tag
                break
        if end is None:
            self._say(FaultKind.UNCLOSED_HTML, m, data, f"<{name}> is opened and never closed", f"write </{name}>")
            return "", m.start(0), m.end(0)
        words = data[m.end(0) : end.start(0)]
        if _OPENING.search(words):
            if not self.last:
                return None, None, None
            message = f"Elements in a sentence nested more than {_TURNS} deep"
            self._say(FaultKind.OVERSIZE, m, data, message, "make it simpler")
            words = re.sub("<[^<>]*>", "", words)
        element = Element("phrase", {"kind": name})
        for attribute, value in _ATTRIBUTE.findall(rest):
            if attribute.lower() in _ALLOWED.get(name, ()):
                element.set(attribute.lower(), value.strip("\"'"))
            else:
                self._attribute(m, data, name, attribute.lower())
        element.text = words
        return element, m.start(0), end.end(0)

    def _attribute(self, m: re.Match[str], data: str, name: str, attribute: str) -> None:
        if attribute.startswith("on"):
            self._say(FaultKind.ACTIVE_CONTENT, m, data, f"Active content: {attribute} on <{name}>", "remove it")
        else:
            self._say(FaultKind.RAW_HTML, m, data, f"<{name}> may not carry '{attribute}'", "leave the attribute out")

    def _drop(self, m: re.Match[str], data: str, name: str, closing: bool) -> tuple[str, int, int]:
        """Active content goes with all that is in it; a closing tag alone goes unsaid where its opening was said."""
        if closing:
            said = any(f"<{name}>" in fault.message for fault in self.reading.faults)
            if not said:
                self._say(FaultKind.UNCLOSED_HTML, m, data, f"</{name}> closes what was never opened", "remove it")
            return "", m.start(0), m.end(0)
        self._say(FaultKind.ACTIVE_CONTENT, m, data, f"Active content: <{name}> in a chapter", "remove it")
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(data, m.end(0))
        return "", m.start(0), end.end(0) if end else m.end(0)

    def _refuse(self, m: re.Match[str], data: str, name: str) -> tuple[str, int, int]:
        handler = re.search(r"\s(on\w+)\s*=", m[0])
        if handler:
            self._say(FaultKind.ACTIVE_CONTENT, m, data, f"Active content: {handler[1]} on <{name}>", "remove it")
        elif name in PRESENTATIONAL:
            message = f"<{name}> says how words look, not what they mean"
            self._say(FaultKind.PRESENTATIONAL_HTML, m, data, message, "remove it, or write *words* or **words**")
        else:
            self._say(FaultKind.RAW_HTML, m, data, f"<{name}> is not supported", instead(name))
        return "", m.start(0), m.end(0)

    def _say(self, kind: FaultKind, m: re.Match[str], data: str, message: str, help: str) -> None:
        mark = self.marks.before(data, m.start(0))
        span = Span(self.reading.file, mark.line, mark.column) if mark else Span(self.reading.file)
        self.reading.fault(kind, span, message, help)


def instead(name: str) -> str:
    """What to write in the place of an element that we do not take."""
    words = INSTEAD.get(name.lower())
    return f"write {words}" if words else f"write it in Markdown, or \\<{name}> for the characters themselves"


class HtmlExtension(Extension):
    """Our allow-list in the place of Python-Markdown's free passage."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        super().__init__()
        self.reading, self.marks = reading, marks

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        md.preprocessors.register(HtmlPreprocessor(md, self.reading), "html", 80)
        for turn in range(1, _TURNS + 1):
            processor = HtmlInlineProcessor(md, self.reading, self.marks, last=turn == _TURNS)
            md.inlinePatterns.register(processor, f"html-{turn}", 90 - turn / _TURNS)
