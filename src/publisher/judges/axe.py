"""axe-core, the judge of web pages: WCAG 2.2 A and AA, as far as a program can tell, in a real browser."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged

VERSION = "4.14.1"
_OF_LETTERS = "label-content-name-mismatch"  # says nothing of "a" in "a, back to …"; REF-10 compares these
TAGS = "wcag2a,wcag2aa,wcag21a,wcag21aa,wcag22aa"


def missing() -> str:
    """What axe-core lacks here, and the command that installs it; nothing where it can judge."""
    return (
        tools.no_program("node", "apt-get install nodejs npm")
        or tools.no_program(tools.chromium() or "chromium", "apt-get install chromium")
        or tools.no_node_package("puppeteer", "24.43.1")
        or tools.no_node_package("axe-core", VERSION)
    )


def examine(files: tuple[Path, ...]) -> Iterator[Verdict]:
    """axe-core's verdict on every page, from one browser."""
    program = Path(__file__).with_suffix(".mjs")
    command = ("node", program, tools.node_modules(), tools.chromium(), TAGS)
    with TemporaryDirectory() as name:
        ending = tools.run(*command, *files, folder=Path(name), seconds=tools.PATIENCE + 30 * len(files))
    answers = {answer["file"]: answer for answer in map(json.loads, ending.out.splitlines())}
    for file in files:
        answer = answers.get(str(file), {"fault": f"no report ({ending.last_words})"})
        yield not_judged("axe", file, answer["fault"]) if "fault" in answer else verdict(file, answer)


def verdict(file: Path, answer: Mapping[str, Any]) -> Verdict:
    """What axe-core says of a page; a check is a rule that passed or not. What it cannot decide is for a person."""
    undecided = [rule for rule in answer["incomplete"] if rule["id"] != _OF_LETTERS]
    found = ((Severity.ERROR, answer["violations"]), (Severity.REVIEW, undecided))
    return Verdict(
        judge="axe",
        file=file,
        version=answer["version"],
        checks=answer["passes"] + len(answer["violations"]),
        findings=tuple(
            _complaint(rule, node, severity) for severity, rules in found for rule in rules for node in rule["nodes"]
        ),
    )


def _complaint(rule: Mapping[str, Any], node: Mapping[str, Any], severity: Severity) -> Complaint:
    place = " ".join(map(str, node["target"]))
    return Complaint(id=f"axe:{rule['id']}", severity=severity, message=rule["help"], where=place)


JUDGE = Judge(name="axe", title="axe-core", reads="html", version=VERSION, examine=examine, missing=missing)
