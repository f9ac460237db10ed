"""Rules that judge by signs, on labelled samples: how often they are right is printed and held."""

from importlib import import_module
from pathlib import Path

import pytest
from labelled_sample import Labelled, book_of, labelled, precision_and_recall

DATA = Path(__file__).parents[2] / "data"
SAMPLES = {
    "ref06_number_typed": (labelled(DATA / "typed_numbers.md"), 0.98),
    "str06_heading_fake": (labelled(DATA / "fake_headings.md"), 0.9),
    "lng02_lang_part_untagged": (labelled(DATA / "foreign_words.md"), 0.9),
}
CASES = [pytest.param(name, case, id=f"{name[:5]}: {case.text[:50]}") for name in SAMPLES for case in SAMPLES[name][0]]


def check_of(name: str):  # type: ignore[no-untyped-def]
    return import_module(f"publisher.checks.{name}").check


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: Labelled, tmp_path: Path) -> None:
    book = book_of(tmp_path, f"# A chapter\n\n{case.text}\n")
    assert bool(list(check_of(name)(book))) is case.faulty


@pytest.mark.parametrize("name", SAMPLES)
def test_precision_and_recall(name: str, tmp_path: Path) -> None:
    sample, enough = SAMPLES[name]
    precision, recall = precision_and_recall(sample, check_of(name), tmp_path)
    print(f"{name}: precision {precision:.2f}, recall {recall:.2f} on {len(sample)} cases")
    assert len(sample) >= 50
    assert precision >= enough
    assert recall >= 0.9
