"""Annotations for a build on GitHub (workflow commands)."""

from collections.abc import Mapping, Sequence

from publisher.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice", Severity.REVIEW: "notice"}


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings, a command each."""
    return "".join(map(_command, findings))


def _command(finding: Diagnostic) -> str:
    span, title = finding.span, f"{finding.rule.code} {finding.rule.name}"
    where = f"file={_property(span.file)},line={span.line},col={span.column},title={_property(title)}"
    words = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return f"::{_COMMANDS[finding.severity]} {where}::{_data(words)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
