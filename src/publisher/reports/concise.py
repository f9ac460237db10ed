"""One line a finding: ``file:line:column: error[IMG-01]: message``."""

from collections.abc import Mapping, Sequence

from publisher.diagnostics import Diagnostic


def report(findings: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """The findings, a line each."""
    return "".join(f"{f.span}: {f.severity.value}[{f.rule.code}]: {f.message}\n" for f in findings)
