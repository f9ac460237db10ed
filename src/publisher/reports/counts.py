"""How many findings there are of each severity, in words."""

from collections.abc import Sequence

from publisher.diagnostics import Diagnostic, Severity

_SEVERAL = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.ADVICE: "advice",
    Severity.REVIEW: "to review",
}


def counted(findings: Sequence[Diagnostic]) -> str:
    """``1 error, 2 warnings``; without findings, that there is nothing to report."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    parts = [
        f"{count} {severity.value if count == 1 and severity is not Severity.REVIEW else _SEVERAL[severity]}"
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(parts) or "Nothing to report"
