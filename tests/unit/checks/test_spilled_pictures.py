"""What spilled over the limit of a handout is named, also where it begins with a picture (PRT-02)."""

import pytest

from publisher.checks.prt02_too_many_pages import too_many_pages
from publisher.model.pages import Overflow, PageStart
from publisher.source import Span


@pytest.mark.parametrize(
    ("said", "named"), [("\ufffc", "a picture"), ("\ufffc The law", "'The law'"), ("The law", "'The law'")]
)
@pytest.mark.parametrize(("block", "place"), [("chapters/a.md:7:1", "chapters/a.md:7:1"), ("notes", "there")])
def test_what_spilled_is_named(said: str, named: str, block: str, place: str) -> None:
    pages = tuple(PageStart(label=label, block=block, offset=0, words=said, said=said) for label in ("1", "2"))
    at = Span(file="book.yaml", line=6, column=3)
    finding = too_many_pages(Overflow(pages=pages, allowed=1, at=at))
    assert finding.message == f"2 pages, 1 allowed; {named} spilled"
    assert finding.help == f"cut from {place} on, or allow more"
