"""The report for people at a terminal: the sign stands under the construct, however wide the letters before it are."""

import pytest

from publisher.diagnostics import Rule, Severity
from publisher.reports.full import report
from publisher.source import Span

RULE = Rule(code="ABC-01", name="x", severity=Severity.ERROR, standards=(), who="everybody")


@pytest.mark.parametrize(
    ("before", "cells"), [("a b ", 4), ("a\tb ", 4), ("日本 ", 5), ("e\u0301 ", 2), ("", 0), ("ｗ", 2)]
)
def test_the_sign_stands_under_the_construct(before: str, cells: int) -> None:
    span = Span("1.md", 1, len(before) + 1)
    rows = report([RULE.found(span, "wrong", help="")], {"1.md": (f"{before}[here](x)",)}).split("\n")
    assert rows[3] == f"        | {' ' * cells}^"


def test_the_end_of_a_long_line_is_shown_with_its_sign() -> None:
    found = RULE.found(Span("1.md", 1, 301), "wrong", help="")
    rows = report([found], {"1.md": ("x" * 300 + "[here](x)",)}).split("\n")
    assert rows[2].index("[here]") == rows[3].index("^")
