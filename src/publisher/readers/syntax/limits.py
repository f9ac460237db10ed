"""Bounds on what one chapter may ask of the parser; beyond them a block is left out and said (SEC-04)."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publisher.model.faults import FaultKind
from publisher.readers.syntax.lines import TAB, Line, Reading
from publisher.source import Span

DEEPEST = 50
LONGEST = 200_000  # characters without a blank line between them
LONGEST_TEXT = 40_000  # characters of one paragraph: Python-Markdown's time grows with their square
_BRACKET = re.compile(r"(?<!\\)(?:\[|\]\(|\]|\))")
_CLOSING = {"[": "]", "(": ")"}
_SIGN = re.compile(r"[ ]*(?:>[ ]?|[-*+][ ]+(?=\S)|\d+[.)][ ]+(?=\S))")


class LimitPreprocessor(Preprocessor):
    """A run of lines between blank ones is left out when it nests too deep or grows too long."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        run: list[str] = []
        for line in [*lines, ""]:
            if line.strip():
                run.append(line)
                continue
            out += [*self._within(run), line]
            run = []
        return out[:-1]

    def _within(self, run: list[str]) -> list[str]:
        for found in (self._deep(run), self._brackets(run), self._long(run)):
            if found:
                line, offset, message = found
                self._say(self.reading.place(line, offset), message)
                return [""]
        return run

    def _say(self, place: Span, message: str) -> None:
        """Say it once a chapter: what stands apart by blank lines is one construct all the same."""
        if not any(fault.kind is FaultKind.OVERSIZE for fault in self.reading.faults):
            self.reading.fault(FaultKind.OVERSIZE, place, message, "make it simpler, or shorter")

    def _deep(self, run: list[str]) -> tuple[Line, int, str] | None:
        for line in run:
            depth, at = (len(line) - len(line.lstrip(" "))) // TAB, 0
            while sign := _SIGN.match(line, at):
                depth, at = depth + 1, sign.end()
                if at == sign.start():
                    break
            if depth > DEEPEST and isinstance(line, Line) and (at or _SIGN.match(line.lstrip(" "))):
                return line, line.indent, f"Nested more than {DEEPEST} deep"
        return None

    def _brackets(self, run: list[str]) -> tuple[Line, int, str] | None:
        """Each bracket that is never closed would be looked for to the end of the run."""
        still_open: dict[str, list[tuple[str, int]]] = {"]": [], ")": []}
        for line in run:
            for sign in _BRACKET.finditer(line):
                if first := still_open.get(sign[0][0]):
                    first.pop()
                if sign[0][-1] in _CLOSING:
                    first = still_open[_CLOSING[sign[0][-1]]]
                    first.append((line, sign.start()))
                    if len(first) > DEEPEST and isinstance(first[0][0], Line):
                        return first[0][0], first[0][1], f"More than {DEEPEST} brackets are open at once"
        return None

    def _long(self, run: list[str]) -> tuple[Line, int, str] | None:
        total = sum(map(len, run))
        if total > LONGEST and isinstance(run[0], Line):
            return run[0], run[0].indent, f"One block of {total:,} characters"
        return None


class LimitExtension(Extension):
    """Bounds, once the islands are out."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(LimitPreprocessor(md, self.reading), "limits", 20)
