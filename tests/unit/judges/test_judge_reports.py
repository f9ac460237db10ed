"""Each judge's own report, read: ids, severities, places, and what in it is no pass."""

from pathlib import Path
from typing import Any

import pytest

from publisher.diagnostics import Severity
from publisher.judges import ace, axe, epubcheck, nu, page_validation, verapdf
from publisher.judges.judge import Complaint, Verdict

FILE = Path("/books/a")


def not_judged(verdict: Verdict) -> str:
    [complaint] = verdict.findings
    assert complaint.id.endswith(":not-judged")
    assert not verdict.passed
    return complaint.message


def epubcheck_report(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"checker": {"checkerVersion": "5.3.0"}, "items": [{}, {}], "messages": list(messages)}


def test_epubcheck() -> None:
    places = [{"path": "EPUB/c1.xhtml", "line": 4, "column": 157}, {"path": "EPUB/c2.xhtml", "line": -1, "column": -1}]
    message = {"ID": "RSC-007", "severity": "ERROR", "message": "could not be found", "locations": places}
    verdict = epubcheck.verdict(FILE, epubcheck_report(message))
    assert (verdict.version, verdict.checks, verdict.passed) == ("5.3.0", 2, False)
    complaint = Complaint(
        id="epubcheck:RSC-007",
        severity=Severity.ERROR,
        message="could not be found",
        where="EPUB/c1.xhtml",
        line=4,
        column=157,
    )
    assert verdict.findings[0] == complaint
    assert (verdict.findings[1].where, verdict.findings[1].line) == ("EPUB/c2.xhtml", 0)


@pytest.mark.parametrize(
    ("severity", "passed"),
    [("FATAL", False), ("ERROR", False), ("WARNING", False), ("INFO", True), ("USAGE", True), ("NEWS", False)],
)
def test_epubcheck_severity_without_a_place(severity: str, passed: bool) -> None:
    message = {"ID": "PKG-1", "severity": severity, "message": "m", "locations": []}
    verdict = epubcheck.verdict(FILE, epubcheck_report(message))
    assert len(verdict.findings) == 1
    assert verdict.passed is passed


def ace_report(outcome: str, *faults: dict[str, Any]) -> dict[str, Any]:
    return {
        "earl:assertedBy": {"doap:release": {"doap:revision": "1.4.6"}},
        "earl:result": {"earl:outcome": outcome},
        "assertions": [
            {"earl:testSubject": {"url": "/EPUB/nav.xhtml"}, "assertions": []},
            {"earl:testSubject": {"url": "EPUB/package.opf"}, "assertions": []},
            {"earl:testSubject": {"url": "c1.xhtml"}, "assertions": list(faults)},
        ],
    }


def test_ace() -> None:
    fault = {
        "earl:test": {"dct:title": "image-alt", "earl:impact": "critical"},
        "earl:result": {"dct:description": "no alt\nno title", "earl:pointer": {"css": ["img"], "cfi": ["/4"]}},
    }
    verdict = ace.verdict(FILE, ace_report("fail", fault))
    assert (verdict.version, verdict.checks, verdict.passed) == ("1.4.6", 1, False)
    assert verdict.findings == (
        Complaint(id="ace:image-alt", severity=Severity.ERROR, message="no alt; no title", where="c1.xhtml img"),
    )
    assert ace.verdict(FILE, ace_report("pass")).passed


def test_ace_that_fails_a_book_without_a_reason_has_not_judged() -> None:
    assert not_judged(ace.verdict(FILE, ace_report("fail"))) == "not judged: failed without a reason"


def test_ace_that_opened_no_document_has_checked_nothing() -> None:
    report = ace_report("pass")
    report["assertions"].pop()
    assert ace.verdict(FILE, report).checks == 0


def vera_answer(flavour: str = "ua1", **changes: Any) -> dict[str, Any]:
    answer = {"flavour": flavour, "version": "1.31.50", "profile": "PDF/UA-1", "compliant": True, "assertions": 134}
    return answer | {"failures": []} | changes


def test_verapdf() -> None:
    failure = {"rule": "7.3-1", "message": "no alternative", "where": "root/K[0]"}
    verdict = verapdf.verdict(FILE, (vera_answer(compliant=False, failures=[failure]), vera_answer("2a")))
    assert (verdict.version, verdict.checks, verdict.passed) == ("1.31.50", 268, False)
    assert verdict.findings == (
        Complaint(id="verapdf:7.3-1", severity=Severity.ERROR, message="no alternative (PDF/UA-1)", where="root/K[0]"),
    )
    assert verapdf.verdict(FILE, (vera_answer(), vera_answer("2a"))).passed


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"fault": "no PDF"}, "no PDF"),
        ({"assertions": 0}, "nothing was looked at"),
        ({"compliant": False}, "failed without a reason"),
        ({"compliant": None}, "failed without a reason"),
    ],
)
def test_verapdf_that_did_not_finish_one_flavour_has_not_judged(changes: dict[str, Any], why: str) -> None:
    verdict = verapdf.verdict(FILE, (vera_answer(), vera_answer("2a", **changes)))
    assert not_judged(verdict) == f"not judged: 2a: {why}"


def page_report(compliant: bool, *failures: dict[str, Any]) -> dict[str, Any]:
    return {"version": "0.11.0", "is_compliant": compliant, "rules": {"total": 104}, "failures": list(failures)}


def test_page_validation() -> None:
    place = {"object_number": 29, "generation": 0}
    placed = {"rule_id": "A-1", "message": "a", "object_id": place}
    verdict = page_validation.verdict(
        FILE, page_report(False, placed, {"rule_id": "B-2", "message": "b", "object_id": None})
    )
    assert (verdict.version, verdict.checks, verdict.passed) == ("0.11.0", 104, False)
    assert [(finding.id, finding.where) for finding in verdict.findings] == [
        ("page-validation:A-1", "object 29 0"),
        ("page-validation:B-2", ""),
    ]
    assert page_validation.verdict(FILE, page_report(True)).passed
    assert not_judged(page_validation.verdict(FILE, page_report(False))) == "not judged: failed without a reason"


def test_axe() -> None:
    violation = {"id": "image-alt", "help": "Images must have alternative text", "nodes": [{"target": ["img", "b"]}]}
    doubt = {"id": "color-contrast", "help": "Contrast", "nodes": [{"target": ["p"]}]}
    answer = {"version": "4.14.1", "violations": [violation], "incomplete": [doubt], "passes": 6}
    verdict = axe.verdict(FILE, answer)
    assert (verdict.checks, verdict.passed) == (7, False)
    assert [(finding.id, finding.severity, finding.where) for finding in verdict.findings] == [
        ("axe:image-alt", Severity.ERROR, "img b"),
        ("axe:color-contrast", Severity.REVIEW, "p"),
    ]
    assert axe.verdict(FILE, answer | {"violations": []}).passed


def test_nu() -> None:
    error = {"type": "error", "url": f"file:{FILE}", "lastLine": 3, "firstColumn": 5, "message": "Bad value"}
    taste = {"type": "info", "subType": "warning", "url": f"file:{FILE}", "message": "Section lacks heading."}
    other = error | {"url": "file:/another.html"}
    answer = {"version": "26.9.27 (c6ba02c)", "messages": [error, taste, other]}
    verdict = nu.verdict(FILE, answer)
    assert (verdict.version, verdict.checks, verdict.passed) == ("26.9.27", 1, False)
    assert [(finding.id, finding.severity, finding.line, finding.column) for finding in verdict.findings] == [
        ("nu:error", Severity.ERROR, 3, 5),
        ("nu:warning", Severity.ADVICE, 0, 0),
    ]
    assert nu.verdict(FILE, answer | {"messages": [taste, other]}).passed
