"""A claim is put into the author's manifest, and nothing else in it changes, not even a comment."""

from datetime import date

import pytest

from publisher.model.manifest import Claim, Review
from publisher.readers.manifest import read_manifest
from publisher.readers.signing import signed

CLAIM = Claim(standard="WCAG 2.2 AA", by='Kim "K" Doe', on=date(2026, 1, 5), sources="sha256:0f")
WRITTEN = 'claim: {standard: "WCAG 2.2 AA", by: "Kim \\"K\\" Doe", on: 2026-01-05, sources: "sha256:0f"}'
BOOK = "# ours\nbook: {title: Tides, language: en-GB}  # a comment\nchapters: [chapters/01.md]\n"

MANIFESTS = {
    "no key": (BOOK, BOOK + "\naccessibility:\n  " + WRITTEN + "\n"),
    "a key alone": (BOOK + "accessibility:  # soon\n", BOOK + "accessibility:\n  " + WRITTEN + "  # soon\n"),
    "a block": (
        BOOK + "accessibility:\n    # whom to ask\n    contact: {email: a@example.org}\n\ntheme: plain\n",
        BOOK
        + "accessibility:\n    # whom to ask\n    "
        + WRITTEN
        + "\n    contact: {email: a@example.org}\n\ntheme: plain\n",
    ),
    "a flow": (
        BOOK + "accessibility: {contact: {email: a@example.org}}\n",
        BOOK + "accessibility: {" + WRITTEN + ", contact: {email: a@example.org}}\n",
    ),
    "an empty flow": (BOOK + "accessibility: {}\n", BOOK + "accessibility: {" + WRITTEN + "}\n"),
    "an old claim in a block": (
        BOOK
        + "accessibility:\n  claim:\n    by: Someone\n    on: 2020-01-01\n\n  # whom to ask\n  contact: {days: 5}\n",
        BOOK + "accessibility:\n  " + WRITTEN + "\n\n  # whom to ask\n  contact: {days: 5}\n",
    ),
    "an old claim in a block, and a comment that ends with the file": (
        BOOK + "accessibility:\n  claim:\n    by: Ann\n    report: https://example.org/#r  # kept\n  # also\n\n# end",
        BOOK + "accessibility:\n  " + WRITTEN + "  # kept\n  # also\n\n# end",
    ),
    "an old claim at the end": (
        BOOK + "accessibility:\n  claim: {by: Someone}\n# the end\n",
        BOOK + "accessibility:\n  " + WRITTEN + "\n# the end\n",
    ),
    "an old claim in a flow": (
        BOOK + "accessibility: {claim: {by: Someone}, hazards: none}\n",
        BOOK + "accessibility: {" + WRITTEN + ", hazards: none}\n",
    ),
    "other ends of lines": (
        BOOK.replace("\n", "\r\n"),
        BOOK.replace("\n", "\r\n") + "\r\naccessibility:\r\n  " + WRITTEN + "\r\n",
    ),
    "no end of the last line": (BOOK.rstrip("\n"), BOOK + "\naccessibility:\n  " + WRITTEN + "\n"),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_the_claim_stands_there_and_the_rest_as_before(name: str) -> None:
    before, after = MANIFESTS[name]
    made = signed(before.encode(), read_manifest(before.encode()), CLAIM)
    assert made is not None
    assert made.decode() == after
    assert read_manifest(made).accessibility.claim == CLAIM


REVIEW = Review(rule="IMG-11", at="chapters/01.md:3", by="Kim", on=date(2026, 1, 5), note='A "map"')
LISTED = '{rule: "IMG-11", at: "chapters/01.md:3", by: "Kim", on: 2026-01-05, note: "A \\"map\\""}'
OLD = "{rule: STR-09, at: chapters/01.md, by: Ann, on: 2025-01-05}"
SIGNED = BOOK + "accessibility:\n  " + WRITTEN + "\n"
REVIEWS = {
    "no key": ("", f"\nreviews:\n  - {LISTED}\n"),
    "a key alone": ("reviews:  # soon\n", f"reviews:  # soon\n  - {LISTED}\n"),
    "a block": (
        f"reviews:\n    # in January\n    - {OLD}  # by Ann\n\n# the end\ntheme: plain\n",
        f"reviews:\n    # in January\n    - {OLD}  # by Ann\n    - {LISTED}\n\n# the end\ntheme: plain\n",
    ),
    "a block that is not indented": (
        f"reviews:\n- {OLD}\ntheme: plain\n",
        f"reviews:\n- {OLD}\n- {LISTED}\ntheme: plain\n",
    ),
    "a flow": (f"reviews: [{OLD}]\n", f"reviews: [{OLD}, {LISTED}]\n"),
    "a flow over lines": (f"reviews: [\n  {OLD},  # by Ann\n]\n", None),
    "an empty flow": ("reviews: []\n", f"reviews: [{LISTED}]\n"),
}


@pytest.mark.parametrize("name", REVIEWS)
def test_reviews_stand_behind_those_that_are_there(name: str) -> None:
    before, after = (None if text is None else (SIGNED + text).encode() for text in REVIEWS[name])
    assert before is not None
    made = signed(before, read_manifest(before), CLAIM, [REVIEW])
    assert made is not None
    assert after is None or made == after
    old = read_manifest(before).reviews
    assert [(each.rule, each.at, each.note) for each in read_manifest(made).reviews] == [
        *((each.rule, each.at, each.note) for each in old),
        (REVIEW.rule, REVIEW.at, REVIEW.note),
    ]
    comments = [line.partition("#")[2] for line in before.decode().splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in made.decode().splitlines() if "#" in line] == comments


def test_a_second_signature_replaces_the_first() -> None:
    once = signed(BOOK.encode(), read_manifest(BOOK.encode()), CLAIM)
    assert once is not None
    assert signed(once, read_manifest(once), CLAIM) == once


def test_what_cannot_be_added_to_is_left_alone() -> None:
    flow = b"{book: {title: Tides, language: en-GB}, chapters: [chapters/01.md]}\n"
    assert signed(flow, read_manifest(flow), CLAIM) is None
