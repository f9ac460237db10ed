"""What spilled over the limit of a handout is named, also where it begins with a picture (PRT-02)."""

import pytest

from publisher.checks.prt02_too_many_pages import too_many_pages
from publisher.model.pages import Overflow, PageStart
from publisher.source import Span


@pytest.mark.parametrize(
    ("said", "named"), [("\ufffc", "a picture"), ("\ufffc The law", "'The law'"), ("The law", "'The law'")]
)
def test_what_spilled_is_named(said: str, named: str) -> None:
    pages = tuple(PageStart(label=label, block="a", offset=0, words=said, said=said) for label in ("1", "2"))
    at = Span(file="book.yaml", line=6, column=3)
    assert too_many_pages(Overflow(pages=pages, allowed=1, at=at)).message == f"2 pages, 1 allowed; {named} spilled"
