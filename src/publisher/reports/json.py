"""For programs: the findings as JSON, version 1."""

import json
from collections.abc import Mapping, Sequence

from publisher.diagnostics import Diagnostic


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings as one JSON document."""
    document = {"version": 1, "findings": [_finding(finding) for finding in findings]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Diagnostic) -> Mapping[str, object]:
    rule, span = finding.rule, finding.span
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": finding.severity.value,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "message": finding.message,
        "help": finding.help,
        "who": rule.who,
        "standards": list(rule.standards),
    }
