"""For programs: the findings as JSON, version 1. ``report.schema.json`` beside this module describes it."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from publisher.diagnostics import Diagnostic


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings as one JSON document."""
    return written({"findings": [*map(as_data, findings)]})


def written(content: Mapping[str, object]) -> str:
    """``content`` as a document of our version."""
    return json.dumps({"version": 1, **content}, ensure_ascii=False, indent=2) + "\n"


def schema() -> Mapping[str, Any]:
    """The JSON Schema (draft 2020-12) of these documents: ``check --format json`` and ``report.json``."""
    loaded: Mapping[str, Any] = json.loads(files(__package__).joinpath("report.schema.json").read_text("utf-8"))
    return loaded


def as_data(finding: Diagnostic) -> Mapping[str, object]:
    """One finding, as a member of the list."""
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
