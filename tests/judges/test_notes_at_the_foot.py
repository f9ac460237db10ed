"""A book with its notes at the foot of the page passes every judge of its print edition."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.judges.judge import Verdict
from publisher.publish import examine, write

MANIFEST = """\
book: {title: Notes, language: en-GB, slug: notes, date: 2026-01-05}
chapters: [one.md]
references: {a: {type: report, title: Survey of the Quays, author: [{literal: Harbour Trust}], issued: 2025}}
notes: {print: foot}
editions: {epub: {}, pdf: {page: A5}}
accessibility: {contact: {email: notes@example.org}}
"""
CHAPTER = """\
# Boats

Told first[^1], then[^2], *again[^3] and* again[^1], by [a word[^4] of theirs]{lang=fr}.

- In a list.[^5]

> In a quotation.[^6]

::: note
In a box.[^7]
:::

| Boat | Berth |
|---|---|
| Anna[^8] | 7 |

: Where they lie

Words.[^9]

[^1]: By [@a, p. 2], as *told* in [their list](https://www.example.org/list).

    In two paragraphs.

[^2]: This holds

    - a list.

[^3]: From emphasis.

[^4]: From [ici]{lang=fr}.

[^5]: From a list.

[^6]: From a quotation.

[^7]: From a box.

[^8]: From a table.

[^9]: Long: LONG
"""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foot")
    (folder / "book.yaml").write_text(MANIFEST)
    (folder / "one.md").write_text(CHAPTER.replace("LONG", "word " * 120))
    (made,) = write(examine(folder).book, ("pdf",))
    assert not made.failure and not made.findings
    (folder / "notes.pdf").write_bytes(made.files["notes.pdf"])
    return folder / "notes.pdf"


@pytest.mark.parametrize("judge", ["verapdf", "page-validation"])
def test_judge_has_nothing_against_notes_at_the_foot(
    judge: str, ask: Callable[..., tuple[Verdict, ...]], finished: Path
) -> None:
    [verdict] = ask(judge, finished)
    assert verdict.findings == ()
    assert verdict.passed
