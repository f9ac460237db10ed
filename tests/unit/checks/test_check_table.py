"""Every module that is named after a rule holds one, with its page; together they ask all their questions once."""

import re

import pytest

from publisher.assembly import assemble
from publisher.checks import CHECKS, RULES, Check, check
from publisher.diagnostics import Severity
from publisher.model.book import Book, Manuscript
from publisher.model.faults import Fault, FaultKind
from publisher.model.manifest import Manifest
from publisher.source import Span

MANIFEST_RULES = {
    FaultKind.UNKNOWN_KEY: "MAN-02",
    FaultKind.MISSING_FIELD: "MAN-03",
    FaultKind.FILE_MISSING: "MAN-05",
    FaultKind.WRONG_VALUE: "MAN-09",
}


def book(*, of_manifest: tuple[Fault, ...] = (), of_chapters: tuple[Fault, ...] = ()) -> Book:
    return assemble(Manuscript(manifest=Manifest(faults=of_manifest), chapters=(), faults=of_chapters))


def test_codes_and_names_are_one_rule_s_alone_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert {"MAN-01", "MAN-02", "MAN-03", "MAN-05", "MAN-09", "MAN-10"} <= set(codes)
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("each", CHECKS, ids=lambda each: each.rule.code)
def test_a_rule_has_a_page_with_all_its_parts(each: Check) -> None:
    assert re.findall(r"^## (.+)$", each.page, re.MULTILINE) == ["Why", "Example", "Fix", "Standards"]
    summary = each.page.partition("\n")[0]
    assert summary.endswith(".") and not summary.startswith("#")


@pytest.mark.parametrize(("kind", "code"), MANIFEST_RULES.items(), ids=MANIFEST_RULES.values())
def test_a_fault_is_found_by_its_own_rule_in_manifest_and_chapters(kind: FaultKind, code: str) -> None:
    first = Fault(kind=kind, span=Span("book.yaml", 3, 5), message="first", help="mend it")
    second = Fault(kind=kind, span=Span("chapters/01.md", 1, 1), message="second", help="mend it")
    found = check(book(of_manifest=(first,), of_chapters=(second,)))
    told = [(each.severity, each.span, each.message, each.help) for each in found if each.rule.code == code]
    assert told == [
        (Severity.ERROR, first.span, "first", "mend it"),
        (Severity.ERROR, second.span, "second", "mend it"),
    ]
    assert not {each.rule.code for each in found} & (set(MANIFEST_RULES.values()) - {code})


def test_one_fault_is_told_once() -> None:
    fault = Fault(kind=FaultKind.UNKNOWN_KEY, span=Span("book.yaml"), message="twice")
    found = check(book(of_manifest=(fault,), of_chapters=(fault,)))
    assert [each.message for each in found if each.rule.code == "MAN-02"] == ["twice"]
