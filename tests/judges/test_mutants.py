"""The gate is alive: whatever veraPDF refuses of our own finished PDFs, broken in one place each, the suite refuses.

All mutants go through one Java, and through one Python for page-validation.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from defects import DEFECTS
from mutants import mutated
from sources import laid

from publisher.judges import page_validation
from publisher.judges.judge import Verdict
from publisher.publish import examine, write

# Long titles leave little room for leaders, whose dots take veraPDF a third of its time.
MANIFEST = """\
book:
  title: A Small Book
  language: en-GB
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  slug: small
  date: 2026-01-05
  publisher: {name: A small press}
chapters: [chapters/01.md]
notes: {print: chapter}
editions: {pdf: {page: A5}}
accessibility: {contact: {email: books@example.org}}
"""
THINGS = """\
# The harbour in the morning, with all who wait at its quay

Somebody said [bonjour]{lang=fr} to [the harbour office](https://example.org/office).[^1] We came back.[^2]

- One boat
- Two boats

## The boats that lay there, with their names and lengths {#sec-boats}

| Name | Length |
|------|--------|
| Ann  | 3 m    |
| Bob  | 7 m    |

: What lies there {#tbl-boats row-headers=1}

![A boat with two masts](../images/boat.svg)

[^1]: A note.

[^2]: Another note.
"""
WORDS = """\
# The words of the harbour, as everybody there says them

![A boat with two masts](../images/boat.svg)

> The tide is `high`, said [the harbour office](https://example.org/office).[^1]

1. First the *ebb*,
2. then the **flood**:

    - at night.[^2]

## What the water does in the months when it is grey

| Month | Tide | Wind |
|-------|------|------|
| May   | high | weak |

: The months {#tbl-months row-headers=1}

[^1]: A note of two paragraphs.

    The second of them.

[^2]: Another note.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 20h60v5H0z"/></svg>'
CHAPTERS = {"things": THINGS, "words": WORDS}

MADE = 308  # mutants, at least
REFUSED = 274  # of them, at least
ACCUSED = 208  # of those, at least, by page-validation as well, which does not judge PDF/A
SEEN_BY_VERAPDF_ALONE = {  # of what PDF/UA forbids
    "no struct parents",
    "struct parents of another page",
    "mark that no tag knows",
    "printer's mark in the tree",
}

Ids = Mapping[str, frozenset[str]]  # of the complaints about each mutant, by "book: defect"

QUESTION = """\
import json, sys, page
for file in sys.argv[1:]:
    report = page.validate_pdf(file, profile="ua1")
    print(json.dumps({"version": page.__version__} | json.loads(report.to_json())), flush=True)
"""


def finished(folder: Path, chapter: str) -> Path:
    """A small book's PDF."""
    laid(folder, {"book.yaml": MANIFEST, "chapters/01.md": chapter, "images/boat.svg": DRAWING})
    [made] = write(examine(folder).book, ("pdf",))
    assert (made.failure, made.findings) == ("", ())
    (folder / "small.pdf").write_bytes(made.files["small.pdf"])
    return folder / "small.pdf"


@pytest.fixture(scope="module")
def mutants(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every defect in every book where it fits, and each book as it was, by "book: defect"."""
    made: dict[str, Path] = {}
    for name, chapter in CHAPTERS.items():
        folder = tmp_path_factory.mktemp(name)
        made[f"{name}: none"] = source = finished(folder, chapter)
        for number, (defect, (change, _)) in enumerate(DEFECTS.items()):
            target = folder / f"{number}.pdf"
            if mutated(source, change, target):
                made[f"{name}: {defect}"] = target
    return made


def ids(mutants: Mapping[str, Path], verdicts: tuple[Verdict, ...]) -> Ids:
    pairs = zip(mutants, verdicts, strict=True)
    return {name: frozenset(found.id for found in verdict.findings) for name, verdict in pairs}


@pytest.fixture(scope="module")
def verapdf(ask: Callable[..., tuple[Verdict, ...]], mutants: Mapping[str, Path]) -> Ids:
    return ids(mutants, ask("verapdf", *mutants.values()))


@pytest.fixture(scope="module")
def page(ask: Callable[..., tuple[Verdict, ...]], mutants: Mapping[str, Path]) -> Ids:
    ask("page-validation")
    command = [sys.executable, "-c", QUESTION, *map(str, mutants.values())]
    answers = subprocess.run(command, check=True, capture_output=True, text=True, timeout=900).stdout.splitlines()
    verdicts = map(page_validation.verdict, mutants.values(), map(json.loads, answers))
    return ids(mutants, tuple(verdicts))


def broken(found: Ids) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The name of each mutant, the rule that it must be refused by, and what is held against it."""
    for name, complaints in found.items():
        _, _, defect = name.partition(": ")
        if defect != "none":
            yield name, DEFECTS[defect][1], complaints


def test_whole_books_pass(verapdf: Ids, page: Ids) -> None:
    for book in CHAPTERS:
        assert (verapdf[f"{book}: none"], page[f"{book}: none"]) == (frozenset(), frozenset())


def test_every_defect_is_refused_by_its_rule(verapdf: Ids) -> None:
    assert {name: (rule, said) for name, rule, said in broken(verapdf) if rule and f"verapdf:{rule}" not in said} == {}


def test_what_page_validation_passes_is_known(verapdf: Ids, page: Ids) -> None:
    forbidden = [name for name, rule, _ in broken(verapdf) if rule.startswith(("5-", "7."))]
    assert {name.partition(": ")[2] for name in forbidden if not page[name]} == SEEN_BY_VERAPDF_ALONE


def test_what_has_no_rule_is_unseen(verapdf: Ids, page: Ids) -> None:
    """A defect that a judge begins to see gets its rule."""
    assert {name: said | page[name] for name, rule, said in broken(verapdf) if not rule and said | page[name]} == {}


def test_nothing_is_not_judged(verapdf: Ids, page: Ids) -> None:
    said = frozenset().union(*verapdf.values(), *page.values())
    assert not [id for id in said if id.endswith("not-judged")]


def test_there_are_enough_of_them(verapdf: Ids, page: Ids) -> None:
    assert len(verapdf) - len(CHAPTERS) >= MADE
    assert sum(map(bool, verapdf.values())) >= REFUSED
    assert sum(bool(page[name]) for name in verapdf if verapdf[name]) >= ACCUSED
    assert {name.partition(": ")[2] for name in verapdf} == {"none", *DEFECTS}
