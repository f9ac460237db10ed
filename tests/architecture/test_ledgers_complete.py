"""The ledgers leave nothing out: every criterion, every condition, every requirement has its line,
and no line is empty talk."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEDGERS = ROOT / "docs" / "conformance"
CHECKS = {
    f"{path.stem[:3].upper()}-{path.stem[3:5]}": path.stem
    for path in (ROOT / "src" / "publisher" / "checks").glob("*.py")
    if re.match(r"[a-z]{3}\d\d_", path.stem)
}
# WCAG 2.2: every criterion of Level A and AA, and the one that this version removed.
WCAG = """\
1.1.1 A Non-text content; 1.2.1 A Audio-only and video-only; 1.2.2 A Captions, prerecorded;
1.2.3 A Audio description or media alternative; 1.2.4 AA Captions, live; 1.2.5 AA Audio description, prerecorded;
1.3.1 A Info and relationships; 1.3.2 A Meaningful sequence; 1.3.3 A Sensory characteristics; 1.3.4 AA Orientation;
1.3.5 AA Identify input purpose; 1.4.1 A Use of colour; 1.4.2 A Audio control; 1.4.3 AA Contrast, minimum;
1.4.4 AA Resize text; 1.4.5 AA Images of text; 1.4.10 AA Reflow; 1.4.11 AA Non-text contrast; 1.4.12 AA Text spacing;
1.4.13 AA Content on hover or focus; 2.1.1 A Keyboard; 2.1.2 A No keyboard trap; 2.1.4 A Character key shortcuts;
2.2.1 A Timing adjustable; 2.2.2 A Pause, stop, hide; 2.3.1 A Three flashes or below threshold; 2.4.1 A Bypass blocks;
2.4.2 A Page titled; 2.4.3 A Focus order; 2.4.4 A Link purpose, in context; 2.4.5 AA Multiple ways;
2.4.6 AA Headings and labels; 2.4.7 AA Focus visible; 2.4.11 AA Focus not obscured, minimum; 2.5.1 A Pointer gestures;
2.5.2 A Pointer cancellation; 2.5.3 A Label in name; 2.5.4 A Motion actuation; 2.5.7 AA Dragging movements;
2.5.8 AA Target size, minimum; 3.1.1 A Language of page; 3.1.2 AA Language of parts; 3.2.1 A On focus; 3.2.2 A On input;
3.2.3 AA Consistent navigation; 3.2.4 AA Consistent identification; 3.2.6 A Consistent help; 3.3.1 A Error identification;
3.3.2 A Labels or instructions; 3.3.3 AA Error suggestion; 3.3.4 AA Error prevention, legal, financial, data;
3.3.7 A Redundant entry; 3.3.8 AA Accessible authentication, minimum; 4.1.1 A, removed Parsing;
4.1.2 A Name, role, value; 4.1.3 AA Status messages"""
CRITERIA = {found[1]: (found[3], found[2]) for found in re.finditer(r"([\d.]+) (A, removed|A+) ([^;]+)", WCAG)}
# Matterhorn Protocol 1.1: the conditions that it gives to a machine, by checkpoint.
MACHINE = {
    1: (3, 4, 5, 7), 2: (1, 3, 4), 6: (1, 2, 3), 7: (1, 2), 9: (4, 5, 6, 7, 8), 10: (1,), 11: (1, 2, 3, 4, 5, 6), 13: (4,),
    14: (2, 3, 6, 7), 15: (3,), 17: (2, 3), 19: (3, 4), 20: (1, 2, 3), 21: (1,), 25: (1,), 26: (1, 2),
    28: (2, *range(4, 13), *range(14, 19)), 30: (1, 2), 31: (*range(1, 10), *range(11, 31)),
}  # fmt: skip
CLAUSES = ("5", "6.2", *(f"7.{number}" for number in range(1, 22)))  # ISO 14289-1, what a file must meet
# EPUB Accessibility 1.1, in its order; a line begins with these words.
REQUIREMENTS = (
    "`schema:accessMode`", "`schema:accessModeSufficient`", "`schema:accessibilityFeature`", "`schema:accessibilityHazard`",
    "`schema:accessibilitySummary`", "`accessibilityAPI`", "Linked metadata records", "WCAG conformance", "Page navigation",
    "Page source", "Media overlays", "Conformance reporting: `dcterms:conformsTo`", "Conformance reporting: `a11y:certifierReport`",
    "Conformance reporting: `a11y:certifierCredential`", "Conformance reporting: evaluation again", "Consistency of metadata",
    "Optimised publications", "Distribution",
)  # fmt: skip


def rows(name: str) -> list[tuple[str, str, str]]:
    """Clause, how it is met and the note of every row of a ledger."""
    lines = (line for line in (LEDGERS / name).read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    cells = ([cell.strip() for cell in line.strip("|").split(" | ")] for line in lines)
    return [(one, way, note[0].strip(" |") if note else "") for one, way, *note in cells if way != "How met"]


def standards(code: str) -> tuple[str, ...]:
    found: tuple[str, ...] = import_module(f"publisher.checks.{CHECKS[code]}").RULE.standards
    return found


def test_every_criterion_of_wcag_has_one_line() -> None:
    found = [re.fullmatch(r"([\d.]+) (.+) \((A+(?:, removed)?)\)", one) for one, _, _ in rows("wcag-2.2.md")]
    assert [each[1] for each in found if each] == list(CRITERIA) and all(found)
    assert {each[1]: (each[2], each[3]) for each in found if each} == CRITERIA
    assert len(CRITERIA) == 55 + 1


def test_every_machine_condition_of_matterhorn_has_one_line() -> None:
    wanted = [f"{checkpoint:02}-{number:03}" for checkpoint, numbers in MACHINE.items() for number in numbers]
    assert len(wanted) == 87
    starts = [found[0] for one, _, _ in rows("pdf-ua-1.md") if (found := re.match(r"\d\d-\d{3}", one))]
    assert [one for one in starts if one in wanted] == wanted


def test_every_clause_of_pdf_ua_has_one_line() -> None:
    starts = [found[0] for one, _, _ in rows("pdf-ua-1.md") if (found := re.match(r"\d(\.\d+)?(?= )", one))]
    assert starts == list(CLAUSES)


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_every_requirement_of_epub_accessibility_has_a_line(requirement: str) -> None:
    assert [one for one, _, _ in rows("epub-a11y-1.1.md") if one.startswith(requirement)]


@pytest.mark.parametrize("name", ["wcag-2.2.md", "pdf-ua-1.md", "epub-a11y-1.1.md"])
def test_what_does_not_apply_has_its_reason(name: str) -> None:
    assert [one for one, way, note in rows(name) if way == "not applicable" and not note] == []


def test_a_rule_stands_where_its_own_page_says() -> None:
    """By check, only if the rule names the criterion or the clause."""
    for one, way, _ in rows("wcag-2.2.md"):
        number = one.partition(" ")[0]
        assert [code for code in re.findall(r"[A-Z]{3}-\d\d", way) if f"WCAG {number}" not in standards(code)] == [], (
            one
        )
    for one, way, _ in rows("pdf-ua-1.md"):
        if clause := re.match(r"\d(\.\d+)? ", one):
            named = re.compile(rf"PDF/UA-1 {re.escape(clause[0].strip())}(\.\d+)*")
            strange = [
                code for code in re.findall(r"[A-Z]{3}-\d\d", way) if not any(map(named.fullmatch, standards(code)))
            ]
            assert strange == [], one


def test_a_rule_that_names_a_criterion_stands_in_its_line() -> None:
    ledger = {one.partition(" ")[0]: way for one, way, _ in rows("wcag-2.2.md")}
    named = {
        (code, each.removeprefix("WCAG ")) for code in CHECKS for each in standards(code) if each.startswith("WCAG ")
    }
    assert [(code, number) for code, number in sorted(named) if number in CRITERIA and code not in ledger[number]] == []
