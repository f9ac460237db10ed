"""A rule is five things that cannot drift apart: module, code, page, literate test, ledger line.

And the ledgers claim nothing that is not there: no check, and no judge.
"""

import re
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType

import pytest

from publisher.diagnostics import Rule
from publisher.judges import JUDGES

ROOT = Path(__file__).parents[2]
CHECKS = ROOT / "src" / "publisher" / "checks"
MODULES = sorted(path.stem for path in CHECKS.glob("*.py") if re.match(r"[a-z]{3}\d\d_", path.stem))
LEDGERS = sorted((ROOT / "docs" / "conformance").glob("*.md"))
SECTIONS = ["Why", "Example", "Fix", "Standards"]
# Before there is a book, after every check has spoken, on finished pages.
MET_ELSEWHERE = {"MAN-01", "MAN-10", "PRT-01", "PRT-03"}
ON_FINISHED_FILES = {"MTA-01", "MTA-02", "MTA-06", "MTA-09", "MTA-10", "SEC-07"}

WAYS = r"by construction|by check [A-Z]{3}-\d\d(, [A-Z]{3}-\d\d)*|by judge [a-z-]+(, [a-z-]+)*|by the author|not applicable|not yet"


def module_of(name: str) -> ModuleType:
    return import_module(f"publisher.checks.{name}")


def code_of(name: str) -> str:
    return f"{name[:3].upper()}-{name[3:5]}"


def ways_of(ledger: Path) -> list[tuple[int, str]]:
    """The second column of every row of the ledger's tables, with its line."""
    lines = enumerate(ledger.read_text(encoding="utf-8").splitlines(), 1)
    rows = ((number, line.split(" | ")) for number, line in lines if line.startswith("| "))
    return [(number, cells[1].strip()) for number, cells in rows if cells[1].strip() != "How met"]


def test_there_are_rules_and_ledgers() -> None:
    assert MODULES
    assert [path.name for path in LEDGERS] == ["epub-a11y-1.1.md", "pdf-ua-1.md", "wcag-2.2.md"]


@pytest.mark.parametrize("name", MODULES)
def test_module_has_the_rule_it_is_named_after(name: str) -> None:
    rule = module_of(name).RULE
    assert isinstance(rule, Rule)
    assert rule.code == code_of(name)
    assert rule.name.endswith(name[6:].replace("_", "-"))
    assert rule.who


@pytest.mark.parametrize("name", MODULES)
def test_module_asks(name: str) -> None:
    assert callable(getattr(module_of(name), "check", None)) is (code_of(name) not in MET_ELSEWHERE | ON_FINISHED_FILES)
    assert callable(getattr(module_of(name), "check_finished", None)) is (code_of(name) in ON_FINISHED_FILES)


@pytest.mark.parametrize("name", MODULES)
def test_page_has_its_sections(name: str) -> None:
    assert re.findall(r"^## (.+)$", getdoc(module_of(name)) or "", flags=re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("name", MODULES)
def test_rule_has_a_literate_test(name: str) -> None:
    page = (ROOT / "tests" / "rules" / f"{name}.md").read_text(encoding="utf-8")
    assert "```findings" in page


@pytest.mark.parametrize("name", MODULES)
def test_rule_has_a_line_in_a_ledger(name: str) -> None:
    claimed = " ".join(way for ledger in LEDGERS for _, way in ways_of(ledger))
    assert code_of(name) in claimed


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda path: str(path.stem))
def test_ledger_claims_only_what_is_there(ledger: Path) -> None:
    ways = ways_of(ledger)
    assert ways
    assert [(number, way) for number, way in ways if not re.fullmatch(f"({WAYS})(; ({WAYS}))*", way)] == []
    claimed = "; ".join(way for _, way in ways)
    assert set(re.findall(r"[A-Z]{3}-\d\d", claimed)) - {code_of(name) for name in MODULES} == set()
    judges = ", ".join(re.findall(r"by judge ([a-z, -]+)", claimed)).split(", ")
    assert set(judges) - set(JUDGES) == set()
