"""REF-06 on the raw post; its labelled sample is that of ``test_labelled_samples.py``."""

import re
from pathlib import Path

import pytest
from labelled_sample import book_of

from publisher.checks.ref06_number_typed import check
from publisher.checks.typed_numbers.lists import looks_like_a_source
from publisher.checks.typed_numbers.numbers import typed_numbers
from publisher.diagnostics import Diagnostic, Severity

DATA = Path(__file__).parents[2] / "data"
POST = (DATA / "post.txt").read_text(encoding="utf-8")

# In the order of the post: what each number names there, and what the words before it speak of.
WRONG = [
    ("in 2017 (2) aims", "UK Government Press Release", "(4) 'A research report from the Office"),
    ("legislation (1). This", "Global Slavery Index", "(5) 'Kevin Groome"),
    ("Act,’ (2) interprets", "UK Government Press Release", "(7) 'Beyond Compliance"),
]
RIGHT = ["Index (GSI) (1)", "doctors in England (2)", "established in 2015. (3)", "in the UK’ (4)"]


def raw_post(folder: Path, manifest: str = "") -> list[Diagnostic]:
    return list(check(book_of(folder, "# " + POST, manifest=manifest)))


def place_of(text: str) -> str:
    """The place of the number in a piece of the post, as a finding says it."""
    before = ("# " + POST)[: ("# " + POST).index(text) + re.search(r"\([1-7]\)", text).start()]  # type: ignore[union-attr]
    return f"chapters/01.md:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_the_raw_post_has_three_wrong_numbers_and_a_list(tmp_path: Path) -> None:
    found = raw_post(tmp_path)
    assert [str(each.span) for each in found if each.message.startswith("Number")] == [place_of(t) for t, _, _ in WRONG]
    assert len(found) == len(WRONG) + 1
    assert {each.severity for each in found} == {Severity.ERROR}


@pytest.mark.parametrize(("text", "named", "meant"), WRONG)
def test_a_wrong_number_is_told_with_what_it_names_and_what_is_meant(
    tmp_path: Path, text: str, named: str, meant: str
) -> None:
    (finding,) = (each for each in raw_post(tmp_path) if str(each.span) == place_of(text))
    assert f"would name '{named}'" in finding.message
    assert f"speak of {meant}" in finding.message


def test_the_four_right_numbers_have_no_finding_of_their_own_but_a_place_in_that_of_the_list(tmp_path: Path) -> None:
    found = raw_post(tmp_path)
    assert {str(each.span) for each in found}.isdisjoint(place_of(text) for text in RIGHT)
    (of_the_list,) = (each for each in found if each.message == "Reference list typed by hand: (1) to (7)")
    assert str(of_the_list.span) == place_of("(1) Global Slavery Index, (2018)")
    assert re.findall(r"chapters/01\.md:\d+:\d+", of_the_list.help) == [place_of(text) for text in RIGHT]


def test_numbers_of_a_book_with_references_name_its_entries(tmp_path: Path) -> None:
    body, entries = POST.split(" References\n")
    references = "references:\n" + "".join(
        f"  s{number}: {{type: report, title: {title!r}, issued: 2018}}\n"
        for number, title in re.findall(r"^\((\d)\) (.+?)(?:, Retrieved|$)", entries, re.MULTILINE)
    )
    found = list(check(book_of(tmp_path, "# " + body, manifest=references)))
    in_order = (*RIGHT[:3], WRONG[0][0], RIGHT[3], WRONG[1][0], WRONG[2][0])
    assert [str(each.span) for each in found] == [place_of(text) for text in in_order]
    assert {each.severity for each in found} == {Severity.ERROR}
    assert [each.help for each in found if "speak of" in each.message] == [
        f"write [@s{number}]; the number follows" for number in (4, 5, 7)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("said (1, 3).", (1, 3)), ("said [2–4].", (2, 3, 4)), ("said.¹²", (12,)), ("said (3; 5) so", (3, 5))],
)
def test_a_mark_may_hold_several_numbers(text: str, numbers: tuple[int, ...]) -> None:
    (typed,) = typed_numbers(text)
    assert typed.numbers == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Walk Free Foundation (2018) Global Slavery Index. Perth: Walk Free.",
        "Smith, J. and Jones, K. (2019). Poverty in Leeds. Policy Press.",
        "Home Office, https://www.gov.uk/government/publications/review",
        "J. Smith, ‘The health of women in prison’, Lancet, vol. 12, pp. 3–9, 2015.",
        "Field, F et al (2019) Independent Review of the Modern Slavery Act 2015: Final Report",
    ],
)
def test_a_source_is_told_from_its_form(text: str) -> None:
    assert looks_like_a_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 the Act was passed, and the first statements were published a year later.",
        "A person commits an offence if the person holds another person in slavery or servitude.",
        "Write to your member of parliament.",
        "The Modern Slavery Act (2015) requires large firms to report every year.",
    ],
)
def test_a_sentence_is_no_source(text: str) -> None:
    assert not looks_like_a_source(text)
