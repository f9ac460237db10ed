"""page-validation, a second and quick opinion on PDF/UA-1 that needs no Java. Its PDF/A profiles are not used.

It runs in a Python of its own: what it is written in may crash, and that must not end ours.
"""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged, one_by_one

VERSION = "0.11.0"

QUESTION = """\
import json, sys, page
report = page.validate_pdf(sys.argv[1], profile="ua1")
json.dump({"version": page.__version__} | json.loads(report.to_json()), sys.stdout)
"""


def missing() -> str:
    """What page-validation lacks here, and the command that installs it; nothing where it can judge."""
    return "" if find_spec("page") else f"no page-validation; to install it: pip install page-validation=={VERSION}"


def examine(file: Path) -> Verdict:
    """page-validation's verdict on a file. Raises OSError or ValueError where it gives none."""
    with TemporaryDirectory() as name:
        ending = tools.run(*tools.python(QUESTION), file, folder=Path(name), seconds=tools.PATIENCE)
    if ending.code != 0:
        return not_judged("page-validation", file, ending.last_words)
    return verdict(file, json.loads(ending.out))


def verdict(file: Path, report: Mapping[str, Any]) -> Verdict:
    """What the report says; a check is a rule that was tried."""
    findings = tuple(_complaint(failure) for failure in report["failures"])
    if report["is_compliant"] is not True and not findings:
        return not_judged("page-validation", file, "failed without a reason")
    return Verdict(
        judge="page-validation",
        file=file,
        version=report["version"],
        checks=report["rules"]["total"],
        findings=findings,
    )


def _complaint(failure: Mapping[str, Any]) -> Complaint:
    place = failure["object_id"]
    return Complaint(
        id=f"page-validation:{failure['rule_id']}",
        severity=Severity.ERROR,
        message=failure["message"],
        where=f"object {place['object_number']} {place['generation']}" if place else "",
    )


JUDGE = Judge(
    name="page-validation",
    title="page-validation",
    reads="pdf",
    version=VERSION,
    examine=one_by_one("page-validation", examine),
    missing=missing,
)
