"""Ace by DAISY, the judge of EPUB accessibility: metadata, navigation, and every content document in a real browser."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged, one_by_one

VERSION = "1.4.6"
SECONDS = 900  # for one book; a browser starts cold on a busy machine

SEVERITIES = {
    "critical": Severity.ERROR,
    "serious": Severity.ERROR,
    "moderate": Severity.WARNING,
    "minor": Severity.WARNING,
}


def missing() -> str:
    """What Ace lacks here, and the command that installs it; nothing where it can judge."""
    return (
        tools.no_program("node", "apt-get install nodejs npm")
        or tools.no_program(tools.chromium() or "chromium", "apt-get install chromium")
        or tools.no_node_package("@daisy/ace-cli", VERSION)
    )


def examine(file: Path) -> Verdict:
    """Ace's verdict on a book. Raises OSError or ValueError where it gives none."""
    program = tools.node_modules() / "@daisy" / "ace-cli" / "bin" / "ace.js"
    with TemporaryDirectory() as name:
        folder = Path(name)
        command = ("node", program, "--force", "--outdir", folder / "report", file)
        # Ace waits five seconds for the browser unless told otherwise; milliseconds.
        browser = {"PUPPETEER_EXECUTABLE_PATH": tools.chromium(), "ACE_TIMEOUT_INITIAL": "300000"}
        ending = tools.run(*command, folder=folder, seconds=SECONDS, environment=browser)
        if ending.code != 0:  # violations end with 0 as well: anything else is a fault of Ace's own
            return not_judged("ace", file, f"no report ({ending.last_words})")
        return verdict(file, json.loads((folder / "report" / "report.json").read_bytes()))


def verdict(file: Path, report: Mapping[str, Any]) -> Verdict:
    """What Ace's JSON report says; a check is a content document that its browser opened."""
    documents = report["assertions"]
    subjects = [document["earl:testSubject"]["url"] for document in documents]
    findings = tuple(_complaint(document, fault) for document in documents for fault in document["assertions"])
    if report["earl:result"]["earl:outcome"] != "pass" and not findings:
        return not_judged("ace", file, "failed without a reason")
    return Verdict(
        judge="ace",
        file=file,
        version=report["earl:assertedBy"]["doap:release"]["doap:revision"],
        # The package and the navigation, whose path begins with a slash, are read without the browser.
        checks=sum(not subject.startswith("/") and not subject.endswith(".opf") for subject in subjects),
        findings=findings,
    )


def _complaint(document: Mapping[str, Any], fault: Mapping[str, Any]) -> Complaint:
    test, result = fault["earl:test"], fault["earl:result"]
    place = result.get("earl:pointer", {}).get("css", [""])[0]
    return Complaint(
        id=f"ace:{test['dct:title']}",
        severity=SEVERITIES.get(test["earl:impact"], Severity.ERROR),
        message="; ".join(result["dct:description"].splitlines()),
        where=f"{document['earl:testSubject']['url']} {place}".rstrip(),
    )


JUDGE = Judge(
    name="ace",
    title="Ace by DAISY",
    reads="epub",
    version=VERSION,
    examine=one_by_one("ace", examine),
    missing=missing,
)
