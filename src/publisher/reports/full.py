"""For an author: each finding with its line, what to do, and whom it leaves out. Plain lines, nothing by colour."""

import unicodedata
from collections.abc import Mapping, Sequence

from publisher.diagnostics import Diagnostic

_WIDEST = 100  # characters of a source line that are shown


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings in full, with a blank line after each."""
    return "".join(f"{_finding(finding, lines)}\n\n" for finding in findings)


def _finding(finding: Diagnostic, lines: Mapping[str, Sequence[str]]) -> str:
    rule, span = finding.rule, finding.span
    # An outside judge's rule has its page with the judge.
    more = f"  more: {'see ' if ':' in rule.code else 'publisher explain '}{rule.code}"
    standards = f"   ({', '.join(rule.standards)})" if rule.standards else ""
    rows = [
        f"{finding.severity.value}[{rule.code}]: {finding.message}",
        f"  {span}",
        *_excerpt(finding, lines.get(span.file, ())),
        f"  help: {finding.help}" if finding.help else "",
        f"  who:  {rule.who}" if rule.who else "",
        more + standards,
    ]
    return "\n".join(row for row in rows if row)


def _excerpt(finding: Diagnostic, lines: Sequence[str]) -> tuple[str, ...]:
    """The line of the author's file, and below it a sign where the construct begins."""
    number, column = finding.span.line, finding.span.column
    if number > len(lines) or not lines[number - 1].strip():
        return ()
    line = "".join(character if character.isprintable() else " " for character in lines[number - 1])
    start = max(0, column - _WIDEST // 2) if column > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    before, after = "…" if start else "", "…" if len(line) > start + _WIDEST else ""
    cells = sum(map(_cells, before + shown[: column - 1 - start])) + max(0, column - 1 - start - len(shown))
    return f"  {number:>5} | {before}{shown}{after}", f"        | {' ' * cells}^"


def _cells(character: str) -> int:
    """How many cells of a terminal a character takes (UAX #11); a mark takes none of its own."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
