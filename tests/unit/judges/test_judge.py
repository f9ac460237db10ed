"""A judge that does not answer, or answers in the wrong voice, has passed nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from publisher.diagnostics import Severity
from publisher.judges.judge import Complaint, Judge, Verdict, diagnostics, not_judged, one_by_one
from publisher.source import Span

FILE, OTHER = Path("/books/a.epub"), Path("/books/b.epub")


def good(file: Path, *, version: str = "1", checks: int = 7) -> Verdict:
    return Verdict(judge="strict", file=file, version=version, checks=checks)


def judge(*verdicts: Verdict, missing: str = "") -> Judge:
    return Judge(
        name="strict",
        title="Strict",
        reads="epub",
        version="1",
        examine=lambda files: verdicts,
        missing=lambda: missing,
    )


def said(verdict: Verdict) -> tuple[bool, list[str]]:
    return verdict.passed, [f"{finding.id}: {finding.message}" for finding in verdict.findings]


def test_an_answer_of_the_trusted_version_that_looked_at_something_passes() -> None:
    assert judge(good(FILE)).judge(FILE) == (good(FILE),)
    assert good(FILE).passed


def test_verdicts_come_in_the_order_of_the_files() -> None:
    assert [verdict.file for verdict in judge(good(OTHER), good(FILE)).judge(FILE, OTHER)] == [FILE, OTHER]


@pytest.mark.parametrize(
    ("verdicts", "missing", "message"),
    [
        ((), "", "strict:not-judged: not judged: no report"),
        ((good(OTHER),), "", "strict:not-judged: not judged: no report"),
        ((good(FILE, checks=0),), "", "strict:not-judged: not judged: nothing was looked at"),
        ((good(FILE, version="0"),), "", "strict:wrong-version: Strict 0 answered; only 1 is trusted"),
        ((good(FILE, version=""),), "", "strict:wrong-version: Strict of no version answered; only 1 is trusted"),
        ((good(FILE),), "no java", "strict:not-judged: not judged: no java"),
    ],
)
def test_silence_strangers_and_idlers_pass_nothing(verdicts: tuple[Verdict, ...], missing: str, message: str) -> None:
    [verdict] = judge(*verdicts, missing=missing).judge(FILE)
    assert said(verdict) == (False, [message])


def test_a_crash_keeps_what_was_said_before_it() -> None:
    def examine(files: tuple[Path, ...]) -> Iterator[Verdict]:
        yield good(FILE)
        raise ValueError("half a report")

    crashing = Judge(name="strict", title="Strict", reads="epub", version="1", examine=examine, missing=lambda: "")
    first, second = crashing.judge(FILE, OTHER)
    assert first.passed
    assert said(second) == (False, ["strict:not-judged: not judged: ValueError: half a report"])


def test_one_by_one_goes_on_after_a_crash() -> None:
    def examine(file: Path) -> Verdict:
        if file == FILE:
            raise TimeoutError("no answer within 5 seconds")
        return good(file)

    verdicts: Iterable[Verdict] = one_by_one("strict", examine)((FILE, OTHER))
    assert [verdict.passed for verdict in verdicts] == [False, True]


@pytest.mark.parametrize(
    ("severity", "passed"),
    [(Severity.ERROR, False), (Severity.WARNING, False), (Severity.ADVICE, True), (Severity.REVIEW, True)],
)
def test_errors_and_warnings_fail(severity: Severity, passed: bool) -> None:
    complaint = Complaint(id="strict:X", severity=severity, message="x")
    assert Verdict(judge="strict", file=FILE, version="1", checks=1, findings=(complaint,)).passed is passed


def test_complaints_become_findings_where_the_author_wrote() -> None:
    span = Span("chapters/01.md", 3, 4)
    [finding] = diagnostics(not_judged("strict", FILE, "why"), locate=lambda verdict, complaint: span)
    assert (finding.rule.code, finding.severity, finding.span) == ("strict:not-judged", Severity.ERROR, span)
    assert finding.message == "not judged: why"
