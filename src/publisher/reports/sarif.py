"""For code-scanning services: the findings as a SARIF log (OASIS SARIF 2.1.0)."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from publisher import __version__
from publisher.diagnostics import Diagnostic, Rule, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note", Severity.REVIEW: "none"}


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings as one log with one run."""
    rules = {finding.rule.code: finding.rule for finding in sorted(findings, key=lambda finding: finding.rule.code)}
    run = {
        "tool": {"driver": {"name": "publisher", "version": __version__, "rules": [*map(_rule, rules.values())]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, list(rules), lines) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> Mapping[str, object]:
    said = {"text": f"{rule.name}: it leaves out {rule.who}" if rule.who else rule.name}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": said,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.standards)},
    }


def _result(finding: Diagnostic, codes: Sequence[str], lines: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    words = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": codes.index(finding.rule.code),
        # SARIF §3.27.9, §3.27.10: what a person must look at is "review", and then its level is "none".
        "kind": "review" if finding.severity is Severity.REVIEW else "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
        "locations": [{"physicalLocation": _place(finding, lines)}],
    }


def _place(finding: Diagnostic, lines: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    span = finding.span
    region: dict[str, object] = {"startLine": span.line, "startColumn": span.column}
    of_file = lines.get(span.file, ())
    if span.line <= len(of_file):
        region["snippet"] = {"text": of_file[span.line - 1]}
    return {"artifactLocation": {"uri": quote(span.file)}, "region": region}
