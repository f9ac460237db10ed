"""What may stand, what may not, and which entries allow nothing."""

import pytest

from publisher.checks.permissions import permitted
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.manifest import Manifest
from publisher.readers.manifest import read_manifest
from publisher.source import Span

HEAD = """\
book: {title: T, language: en}
chapters: [chapters/01.md]
figures:
  map:
    image: map.svg
    alt: A map
  maps: {image: maps.svg, alt: }
"""
ALT = Rule(code="IMG-05", name="alt-length", severity=Severity.WARNING)


def manifest(*lines: str) -> Manifest:
    read = read_manifest((HEAD + "\n".join(lines) + "\n").encode())
    assert read.faults == ()
    return read


def allow(at: str, rule: str = "IMG-05") -> Manifest:
    return manifest("allow:", f"  - {{rule: {rule}, at: '{at}', reason: because}}")


def review(at: str, rule: str = "IMG-05") -> Manifest:
    return manifest("reviews:", f"  - {{rule: {rule}, at: '{at}', by: Jane, on: 2026-01-05}}")


def finding(span: Span, *, rule: Rule = ALT) -> Diagnostic:
    return rule.found(span, "said")


IN_CHAPTER = finding(Span("chapters/01.md", 4, 7))
IN_FIGURE = finding(Span("book.yaml", 6, 10))


@pytest.mark.parametrize("at", ["chapters/01.md", "chapters/01.md:4", "chapters/01.md:4:7"])
def test_a_place_in_a_file_is_allowed(at: str) -> None:
    book = allow(at)
    verdict = permitted([IN_CHAPTER], book)
    assert verdict.kept == ()
    assert verdict.allowed == ((IN_CHAPTER, book.allow[0]),)


@pytest.mark.parametrize("at", ["figures.map.alt", "figures.map", "figures", "book.yaml", "book.yaml:6"])
def test_a_key_of_the_manifest_allows_what_lies_in_it(at: str) -> None:
    assert permitted([IN_FIGURE], allow(at)).kept == ()


@pytest.mark.parametrize(
    "at",
    ["chapters/02.md", "chapters/01.md:5", "01.md", "figures.map.image", "figures.maps", "figures.none", "chapters.0"],
)
def test_another_place_is_not(at: str) -> None:
    kept = permitted([IN_CHAPTER, IN_FIGURE], allow(at)).kept
    assert IN_CHAPTER in kept and IN_FIGURE in kept
    assert [found.rule.code for found in kept if found.rule is not ALT] == ["MAN-10"]


def test_a_key_without_a_value_allows_what_stands_at_it() -> None:
    book = allow("figures.maps.alt")
    assert permitted([finding(book.places["figures.maps.alt"].value)], book).kept == ()


def test_another_rule_is_not_allowed() -> None:
    kept = permitted([IN_CHAPTER], allow("chapters/01.md", rule="IMG-04")).kept
    assert [found.rule.code for found in kept] == ["MAN-10", "IMG-05"]


def test_one_entry_may_allow_many_and_one_finding_needs_one_entry() -> None:
    book = manifest(
        "allow:",
        "  - {rule: IMG-05, at: chapters/01.md, reason: first}",
        "  - {rule: IMG-05, at: 'chapters/01.md:4', reason: second}",
    )
    other = finding(Span("chapters/01.md", 9, 1))
    verdict = permitted([other, IN_CHAPTER], book)
    assert verdict.kept == ()
    assert verdict.allowed == ((IN_CHAPTER, book.allow[0]), (other, book.allow[0]))


def test_an_entry_that_allows_nothing_is_found_at_its_place() -> None:
    (unused,) = permitted([], allow("chapters/01.md")).kept
    assert (unused.rule.code, unused.severity, unused.span) == ("MAN-10", Severity.WARNING, Span("book.yaml", 9, 5))
    assert unused.message == "Nothing to allow here: IMG-05 finds nothing at 'chapters/01.md'"


@pytest.mark.parametrize("code", ["MAN-02", "SEC-01", "MTA-07"])
def test_some_errors_cannot_be_allowed(code: str) -> None:
    error = finding(IN_CHAPTER.span, rule=Rule(code=code, name="x", severity=Severity.ERROR))
    kept = permitted([error], allow("chapters/01.md", rule=code)).kept
    unused = f"This entry does nothing: an error of {code} cannot be allowed"
    assert [found.message for found in kept] == [unused, "said"]


@pytest.mark.parametrize("code", ["MAN-07", "SEC-05", "IMG-01"])
def test_their_warnings_and_other_errors_can(code: str) -> None:
    severity = Severity.ERROR if code == "IMG-01" else Severity.WARNING
    mild = finding(IN_CHAPTER.span, rule=Rule(code=code, name="x", severity=severity))
    assert permitted([mild], allow("chapters/01.md", rule=code)).kept == ()


def test_a_review_answers_what_asks_for_a_person_s_eye() -> None:
    asked = finding(IN_CHAPTER.span, rule=Rule(code="IMG-11", name="x", severity=Severity.REVIEW))
    book = review("chapters/01.md", rule="IMG-11")
    assert permitted([asked], book).allowed == ((asked, book.reviews[0]),)


def test_a_review_silences_no_warning() -> None:
    kept = permitted([IN_CHAPTER], review("chapters/01.md")).kept
    assert [found.message for found in kept] == ["This entry does nothing: IMG-05 asks for no review", "said"]


def test_an_entry_that_gives_no_reason_answers_nothing_and_is_one_fault() -> None:
    book = read_manifest((HEAD + "allow: [{rule: IMG-05, at: chapters/01.md}]\n").encode())
    assert [fault.kind.name for fault in book.faults] == ["MISSING_FIELD"]
    assert permitted([IN_CHAPTER], book).kept == (IN_CHAPTER,)
